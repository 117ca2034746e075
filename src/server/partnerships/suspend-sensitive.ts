// The operator keeps the sensitive rights of a customer's partners from working, at once and everywhere, and lets them work again.
import type { OrganisationId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { record } from '../journal/record.ts'
import type { AnyWork } from '../work.ts'
import { listPartnersOf, setSensitiveSuspended } from './sensitive-suspension-store.ts'

/** Only what is sensitive stops; visits go on. Refuses `already_suspended`. */
export async function suspendSensitive(work: AnyWork, customerId: OrganisationId, reason: string | null): Promise<void> {
  if (!(await setSensitiveSuspended(work.tx, customerId, work.now))) throw new Refusal('already_suspended')
  const readers = [customerId, ...(await listPartnersOf(work.tx, customerId))]
  const detail = reason === null ? {} : { detail: { reason } }
  record(work, { kind: 'organisation.sensitive_suspended', readers, customerId, data: {}, ...detail })
}

/** Refuses `not_suspended`. */
export async function resumeSensitive(work: AnyWork, customerId: OrganisationId): Promise<void> {
  if (!(await setSensitiveSuspended(work.tx, customerId, null))) throw new Refusal('not_suspended')
  const readers = [customerId, ...(await listPartnersOf(work.tx, customerId))]
  record(work, { kind: 'organisation.sensitive_resumed', readers, customerId, data: {} })
}
