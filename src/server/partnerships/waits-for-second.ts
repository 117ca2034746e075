// What both sides read of a partnership for which one legal representative of the customer has signed and a second one has not yet.
import type { z } from 'zod'
import type { PartnershipId } from '../../domain/ids.ts'
import { stateOfSignature } from '../../domain/partnership/signature.ts'
import type { AnyWork } from '../work.ts'
import type { waitsForSecond as shape } from './contract.ts'
import { nameOfPerson } from './customer-store.ts'
import { listWaitingSignatures } from './signature-store.ts'

export async function waitsForSecond({ tx, now }: AnyWork, partnershipId: PartnershipId): Promise<z.output<typeof shape> | null> {
  const waiting = (await listWaitingSignatures(tx, { partnershipId })).find((one) => stateOfSignature(one, now) === 'waiting')
  if (!waiting) return null
  const { id, firstBy, firstAt, expiresAt } = waiting
  return { id, firstBy: await nameOfPerson(tx, firstBy), at: new Date(firstAt).toISOString(), until: new Date(expiresAt).toISOString() }
}
