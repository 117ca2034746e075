// Who made what lets somebody into a product: found when it is made, and shown beside it as far as the reader may know.
import { decideWayIn, type WayInKind } from '../../domain/authorization/way-in.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { ProductFacts } from '../../domain/rights/scope.ts'
import { organisationName } from '../partnerships/names-store.ts'
import type { TenantWork } from '../work.ts'
import type { MadeBy } from './contract.ts'
import type { Maker, StoredMaker } from './maker-store.ts'

export function makerOf({ person, context, now }: TenantWork, kind: WayInKind, product: ProductFacts): Maker {
  if (context.kind === 'own') return { personId: person.id, acting: null }
  const { partnershipId, visitId, facts } = context
  const decided = decideWayIn({ kind, personId: person.id, partnershipId }, { acting: facts.acting, product }, now)
  // Never reached by who may make it: what lets somebody in is never left behind without its maker.
  if (!decided.open || visitId === undefined) throw new Refusal('right_missing')
  return { personId: person.id, acting: { partnershipId, visitId, closesAt: decided.closesAt } }
}

export const isKnownTo = ({ context }: TenantWork, { partnerId }: StoredMaker): boolean =>
  context.kind === 'own' || context.partnerId === partnerId

/** Whoever acts reads the names of their own organisation only: neither who the customer's people are nor which partners it has beside. */
export function shownMaker(work: TenantWork, maker: StoredMaker): MadeBy | null {
  const { person, partnershipId, partner } = maker
  if (person === null) return null
  if (partnershipId === null) return { side: 'own', person: work.context.kind === 'own' ? person : null, partner: null }
  const isKnown = isKnownTo(work, maker)
  return { side: 'partner', person: isKnown ? person : null, partner: isKnown ? partner : null }
}

/** Of what was made just now. */
export async function madeNow({ tx, person, context }: TenantWork): Promise<MadeBy> {
  if (context.kind === 'own') return { side: 'own', person: person.name, partner: null }
  return { side: 'partner', person: person.name, partner: await organisationName(tx, context.partnerId) }
}
