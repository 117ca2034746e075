// Whoever takes something back gets a receipt: opened in the same transaction from what was recorded in it, and completed once all doors are closed.
import type { DomainEvent } from '../../domain/event.ts'
import type { PersonId, ReceiptId } from '../../domain/ids.ts'
import { enqueue } from '../platform/jobs.ts'
import { type AnyWork, newId } from '../work.ts'
import { countEndedTokens } from './ended-tokens-store.ts'
import type { StoredPartnership } from './partnership-store.ts'
import { insertReceipt, listVisitsEnded, type Revoked } from './receipt-store.ts'

/** Should the node that looks after it stop, another one completes it. */
const soonMs = 10_000

/** To be called last, when everything is recorded. Null when nothing was taken back. `handedBack`: the digest of the list of it. */
export async function openReceipt(
  work: AnyWork,
  { id: partnershipId, customerId }: Pick<StoredPartnership, 'id' | 'customerId'>,
  { by, handedBack }: { readonly by?: PersonId; readonly handedBack?: string } = {},
): Promise<{ id: ReceiptId } | null> {
  // One command may take something back in several partnerships: each has a receipt of its own.
  const events = work.events.filter((event) => event.partnershipId === partnershipId)
  const revoked = revokedIn(events)
  const personId = by ?? work.person?.id
  if (!revoked || personId === undefined) return null
  const id = newId<ReceiptId>()
  const ended = events.flatMap((event) => (event.kind === 'visit.ended' && event.visitId ? [event.visitId] : []))
  await insertReceipt(work.tx, {
    id,
    customerId,
    partnershipId,
    personId,
    revoked: { ...revoked, ...(handedBack === undefined ? {} : { handedBack }) },
    visits: await listVisitsEnded(work.tx, ended),
    tokens: await countEndedTokens(work.tx, ended),
    revokedAt: work.now,
  })
  work.receipts.push(id)
  await enqueue(work.tx, { kind: 'close-receipt', payload: { id } })
  await enqueue(work.tx, { kind: 'complete-receipt', payload: { id }, runAt: new Date(work.now + soonMs) })
  return { id }
}

function revokedIn(events: readonly DomainEvent[]): Revoked | undefined {
  const said = (what: Revoked['what'], more: Partial<Revoked> = {}): Revoked => ({ what, rights: [], people: [], ...more })
  const of = <Kind extends DomainEvent['kind']>(kind: Kind) =>
    events.filter((event): event is Extract<DomainEvent, { kind: Kind }> => event.kind === kind)
  if (of('partnership.ended').length > 0) return said('partnership')
  if (of('partnership.suspended').length > 0) return said('access')
  const rights = [...of('partnership.narrowed'), ...of('partnership.granted')].flatMap(({ data }) => data.removed)
  if (of('partnership.narrowed').length + rights.length > 0) return said('rights', { rights })
  const people = of('partnership.person_excluded').map(({ data }) => data.personId)
  if (people.length > 0 || of('partnership.strictness_changed').some(({ data }) => data.namedPeopleOnly)) return said('people', { people })
  const visitors = of('visit.ended').map(({ data }) => data.personId)
  return visitors.length > 0 ? said('visit', { people: visitors }) : undefined
}
