// What lets somebody in without Prokura closes in the transaction that takes away the right it was made with, whatever takes it away: it is looked for by
// the facts that were changed, not by the words of commands, and decided by the one rule.
import { decideWayIn, type WayInDecided } from '../../domain/authorization/way-in.ts'
import { asId, type ItemId, type OrganisationId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import { actingFactsOf, productFactsOf } from '../../live-index/facts-of-records.ts'
import { record } from '../journal/record.ts'
import type { AnyWork, SystemWork } from '../work.ts'
import { closeRows, findOverdue, findTouched, keepRows, type StoredWayIn, type WithFacts } from './ways-in-store.ts'

/** The edge calls it before every seal; whoever opens a receipt calls it before. A second time it finds nothing. */
export async function closeWaysIn(work: AnyWork): Promise<void> {
  if (work.events.length === 0) return
  const { keys, facts } = await findTouched(work.tx)
  // One that is being made at this moment is not seen here: then seal() says that the facts have moved, and all begins anew.
  for (const key of keys) work.decidedOn.add(key)
  if (facts) await settle(work, facts)
}

/** Those whose right ended by the clock alone: they open nothing any more, and here it is written down. */
export async function closeOverdueWaysIn(work: SystemWork): Promise<void> {
  const facts = await findOverdue(work.tx, work.now)
  if (facts) await settle(work, facts)
}

type Decided = StoredWayIn & { readonly decided: WayInDecided }

async function settle(work: AnyWork, facts: WithFacts): Promise<void> {
  // Or a partner that is closed at this moment: what it left behind is not opened again by whoever read that it was open.
  for (const { partnerId } of facts.partnerships) work.decidedOn.add(partnerId)
  const all = decideAll(facts, work.now)
  const closing = all.flatMap(closingIn)
  const closed = await closeRows(
    work.tx,
    closing.map(({ id }) => id),
  )
  await keepRows(
    work.tx,
    all.flatMap((way) => staying(way, work.now)),
  )
  const told = byId(facts.partnerships)
  for (const { kind, id, name, customerId, partnershipId, personId, productId, because } of closing.filter((way) => closed.has(way.id))) {
    const partnerId = told.get(partnershipId)?.partnerId
    record(work, {
      kind: eventOf[kind],
      readers: [customerId, ...(partnerId === undefined ? [] : [asId<OrganisationId>(partnerId)])],
      ...{ customerId, partnershipId, productId },
      data: { itemId: id, endedBy: 'right', because, madeBy: personId },
      detail: { name },
    })
  }
}

/** What stays has no event of its closing, and neither a password nor a rule can have one. */
function closingIn({ decided, stays, kind, ...way }: Decided) {
  return decided.open || stays || kind === 'password' || kind === 'rule' ? [] : [{ ...way, kind, because: decided.because }]
}

const eventOf = { link: 'folder.link_ended', key: 'server.ssh_key_removed', forwarding: 'forwarding.closed' } as const

/** What stays without its right says since when: from now on, unless it was over before; nobody has looked at it yet when that says 0. */
function staying(
  { id, closesAt, stays, decided }: Decided,
  now: Instant,
): readonly { readonly id: ItemId; readonly closesAt: Instant | null }[] {
  if (decided.open) return decided.closesAt === closesAt ? [] : [{ id, closesAt: decided.closesAt }]
  return stays && (closesAt === null || closesAt > now || closesAt === 0) ? [{ id, closesAt: now }] : []
}

function decideAll({ ways, partners, ...records }: WithFacts, now: Instant): readonly Decided[] {
  const [closedPartners, partnerships] = [byId(partners), byId(records.partnerships)]
  const [people, products] = [byId(records.people), byId(records.products)]
  return ways.map((way) => {
    const told = partnerships.get(way.partnershipId)
    const person = { personId: way.personId, record: people.get(way.personId) ?? null }
    const product = products.get(way.productId)
    const facts = {
      acting: told ? actingFactsOf(told, closedPartners.get(told.partnerId) ?? null, person) : null,
      product: product ? productFactsOf(product) : null,
    }
    return { ...way, decided: decideWayIn(way, facts, now) }
  })
}

const byId = <R extends { readonly id: string }>(records: readonly R[]): ReadonlyMap<string, R> =>
  new Map(records.map((one) => [one.id, one]))
