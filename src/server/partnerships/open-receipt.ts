// Whoever takes something back gets a receipt: opened in the same transaction from what was recorded in it, and completed once all doors are closed.
import type { DomainEvent } from '../../domain/event.ts'
import type { OrganisationId, PersonId, ReceiptId, VisitId } from '../../domain/ids.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import { enqueue } from '../platform/jobs.ts'
import { type AnyWork, newId } from '../work.ts'
import { closeWaysIn } from './close-ways-in.ts'
import { countEndedTokens } from './ended-tokens-store.ts'
import type { StoredPartnership } from './partnership-store.ts'
import { insertReceipt, listVisitsEnded, type OpenedReceipt, type Revoked } from './receipt-store.ts'
import { waysInClosed, waysInLeft, waysInOf } from './receipt-ways-in.ts'

/** Should the node that looks after it stop, another one completes it. */
const soonMs = 10_000

/** `by`: whoever decided it, where the clock carries it out. `byPartner`: it was the partner that took it back. */
type Opening = { readonly by?: PersonId; readonly handedBack?: string; readonly byPartner?: boolean }

/** To be called last, when everything is recorded. Null when nothing was taken back. `handedBack`: the digest of the list of it. */
export async function openReceipt(
  work: AnyWork,
  { id: partnershipId, customerId, partnerId }: Pick<StoredPartnership, 'id' | 'customerId' | 'partnerId'>,
  { by, handedBack, byPartner = false }: Opening = {},
): Promise<{ id: ReceiptId } | null> {
  await closeWaysIn(work)
  // One command may take something back in several partnerships: each has a receipt of its own.
  const events = work.events.filter((event) => event.partnershipId === partnershipId)
  const revoked = revokedIn(events)
  const personId = by ?? work.person?.id
  if (!revoked || personId === undefined) return null
  const whole = { ...revoked, ...(handedBack === undefined ? {} : { handedBack }) }
  return open(work, events, { customerId, partnershipId, partnerId: byPartner ? partnerId : null, personId, revoked: whole })
}

/** Of somebody who left the partner, with everything they had anywhere. */
export async function openReceiptOfLeaver(work: AnyWork, partnerId: OrganisationId, leaver: PersonId): Promise<{ id: ReceiptId } | null> {
  if (!work.person) return null
  await closeWaysIn(work)
  const revoked: Revoked = { what: 'person', rights: [], people: [leaver] }
  return open(work, work.events, { customerId: null, partnershipId: null, partnerId, personId: work.person.id, revoked })
}

type Opened = Pick<OpenedReceipt, 'customerId' | 'partnershipId' | 'partnerId' | 'personId' | 'revoked'>

async function open(work: AnyWork, events: readonly DomainEvent[], opened: Opened): Promise<{ id: ReceiptId }> {
  const id = newId<ReceiptId>()
  const ended = events.flatMap((event) => (event.kind === 'visit.ended' && event.visitId ? [event.visitId] : []))
  const visits = await listVisitsEnded(work.tx, ended)
  const tokens = await countTokens(work, events)
  const waysIn = await waysInNamed(work, events, { opened, ended })
  await insertReceipt(work.tx, { id, ...opened, visits, tokens, waysIn, revokedAt: work.now })
  work.receipts.push({ id, partnershipId: opened.partnershipId })
  await enqueue(work.tx, { kind: 'close-receipt', payload: { id } })
  await enqueue(work.tx, { kind: 'complete-receipt', payload: { id }, runAt: new Date(work.now + soonMs) })
  return { id }
}

async function waysInNamed(
  work: AnyWork,
  events: readonly DomainEvent[],
  { opened, ended }: { readonly opened: Opened; readonly ended: readonly VisitId[] },
): Promise<OpenedReceipt['waysIn']> {
  const { revoked, partnershipId } = opened
  if (revoked.what === 'visit') return waysInOf(work, opened, ended)
  return [...waysInClosed(events), ...(await waysInLeft(work, revoked, { partnershipId, leaver: revoked.people[0] }))]
}

/** Each in the context of the customer whose visit it was. */
async function countTokens({ tx }: AnyWork, events: readonly DomainEvent[]): Promise<number> {
  const visits = new Map<OrganisationId, VisitId[]>()
  for (const { kind, customerId, visitId } of events) {
    if (kind !== 'visit.ended' || !customerId || !visitId) continue
    visits.set(customerId, [...(visits.get(customerId) ?? []), visitId])
  }
  let tokens = 0
  for (const [customerId, ids] of visits) tokens += await asTenant(tx, customerId, () => countEndedTokens(tx, ids))
  return tokens
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
  const unassigned = [...of('assignment.changed').flatMap(({ data }) => data.removed)]
  if (unassigned.length > 0 || of('assignment.teams_changed').some(({ data }) => data.removed.length > 0))
    return said('assignment', { people: unassigned })
  // Somebody may have been in several visits, with as many browsers.
  const visitors = [...new Set(of('visit.ended').map(({ data }) => data.personId))]
  return visitors.length > 0 ? said('visit', { people: visitors }) : undefined
}
