// Which endpoints change something: they take an idempotency key, and the same key is answered in the same way.
import type { Endpoint } from './endpoint.ts'

export const isMutation = ({ method, contract }: Pick<Endpoint, 'method' | 'contract'>): boolean =>
  method !== 'GET' && !contract.changesNothing
