// What somebody of a partner sees at a customer, or would see with other rights: decided on the facts of the live index as they stand, with
// the rights in question put in their place. Nothing is changed and nobody enters.
import type { z } from 'zod'
import type { ActingFacts } from '../../domain/authorization/facts.ts'
import { whatIsSeen } from '../../domain/authorization/what-is-seen.ts'
import { asId, type OrganisationId, type PartnershipId } from '../../domain/ids.ts'
import type { Grant } from '../../domain/partnership/grant.ts'
import { begin } from '../../domain/partnership/grant-version.ts'
import { isSuspended, type Partnership } from '../../domain/partnership/partnership.ts'
import { termsUnchanged } from '../../domain/partnership/terms.ts'
import { Refusal } from '../../domain/refusal.ts'
import { closeOverNeeds } from '../../domain/rights/rights-set.ts'
import type { GrantedRight } from '../../domain/rights/scope.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { getNaming } from '../authorization/naming-store.ts'
import { LaterAnswer } from '../endpoint.ts'
import type { House } from '../house.ts'
import type { Transaction } from '../platform/transact.ts'
import { calendar } from './calendar.ts'
import { findAmong, listOwnProducts, listPeopleOfPartner, type OwnProduct, type PartnerPerson } from './customer-store.ts'
import type { preview } from './preview-contract.ts'

export type Preview = z.input<typeof preview>

export type Looking = {
  readonly customerId: OrganisationId
  readonly partner: { readonly id: OrganisationId; readonly name: string }
  /** Null as long as there is none. */
  readonly partnershipId: PartnershipId | null
  /** Through whose eyes; the first who has access when null. */
  readonly personId: string | null
  /** The rights it would be with; null for those in force. */
  readonly rights: readonly GrantedRight[] | null
}

/** In the customer's context. */
export async function previewFor(tx: Transaction, looking: Looking): Promise<LaterAnswer<Preview>> {
  const people = await listPeopleOfPartner(tx, looking.partner.id, looking.partnershipId)
  const person = looking.personId === null ? people[0] : people.find(({ id }) => id === looking.personId)
  if (looking.personId !== null && !person) throw new Refusal('not_found')
  const products = (await listOwnProducts(tx, looking.customerId)).filter(({ isCancelled }) => !isCancelled)
  const { name, number } = await getNaming(tx, looking.customerId)
  const known = {
    people: people.map(({ id, name: personName, role }) => ({ id, name: personName, role })),
    person: person ? { id: person.id, name: person.name, role: person.role } : null,
    partner: looking.partner.name,
    customer: { name, number },
  }
  return new LaterAnswer(async (house) => ({ ...known, ...(await seenBy(house, looking, person, products)) }))
}

type Seen = Omit<Preview, 'people' | 'person' | 'partner' | 'customer'>

async function seenBy(house: House, looking: Looking, person: PartnerPerson | undefined, products: readonly OwnProduct[]): Promise<Seen> {
  const fresh = await house.decisions.fresh({ consistency: 'strong' })
  if (fresh === 'stale') throw new Refusal('unavailable')
  const now = instant(fresh.now)
  if (!person) return nobody(products)
  const asked = { person: person.id, action: 'enter', organisation: looking.customerId, partnership: looking.partnershipId ?? '' }
  const stored = looking.partnershipId === null ? null : (fresh.index.facts(asked)?.facts.acting ?? null)
  const acting = withRights(stored ?? newcomer(looking, person), looking.rights, { products, now })
  const seen = whatIsSeen(
    {
      personId: person.id,
      organisationId: looking.customerId,
      visit: { partnershipId: acting.partnership.id, visitId: null },
      standing: true,
    },
    { session: null, membership: null, acting },
    { products, now },
  )
  const named = new Map(products.map((product) => [product.productId, product]))
  return {
    isStopped: stored !== null && isSuspended(stored.partnership),
    missing: seen.missing?.code ?? null,
    places: [...seen.places],
    products: seen.products.map(({ productId, rights, missing }) => ({
      id: productId,
      family: named.get(productId)?.family ?? '',
      name: named.get(productId)?.name ?? '',
      rights: [...rights],
      missing: missing?.code ?? null,
    })) as Seen['products'],
    rights: [...seen.rights],
    lacking: seen.lacking.map(({ right, because }) => ({ right, because: because.code })),
  }
}

function nobody(products: readonly OwnProduct[]): Seen {
  const hidden = products.map(({ productId, family, name }) => ({
    id: productId,
    family,
    name,
    rights: [],
    missing: 'partner_membership' as const,
  }))
  return { isStopped: false, missing: 'partner_membership', places: [], products: hidden, rights: [], lacking: [] }
}

/** Somebody of a partner that has nothing yet: as one of those who have every customer. */
function newcomer({ customerId, partner }: Looking, { id, role }: PartnerPerson): ActingFacts {
  const partnership: Partnership = {
    ...{ id: asId<PartnershipId>(''), partnerId: partner.id, customerId, startedBy: 'partner', state: 'active' },
    ...{
      suspendedByCustomerAt: null,
      suspendedByOperatorAt: null,
      partnerClosedAt: null,
      sensitiveSuspendedAt: null,
      grant: null,
      securedAt: null,
    },
    ...{ namedPeopleOnly: false, secondFactorNeeded: false },
    ...{ activatedAt: null, endedAt: null, endedBy: null },
  }
  const membership = { organisationId: partner.id, personId: id, role }
  return { partnership, membership, admittedByName: false, assignments: [], visit: null }
}

/** A preview looks past the gates, and shows what is chosen as if it began now. */
function withRights(
  acting: ActingFacts,
  rights: readonly GrantedRight[] | null,
  { products, now }: { readonly products: readonly OwnProduct[]; readonly now: Instant },
): ActingFacts {
  const opened = { ...acting.partnership, suspendedByCustomerAt: null, suspendedByOperatorAt: null, partnerClosedAt: null }
  if (rights === null) return { ...acting, partnership: opened }
  const period = { notBefore: now, notAfter: null }
  const rows = closeOverNeeds(rights, findAmong(products)).map((right) => begin(right, period, { now, calendar }))
  const grant: Grant = {
    ...{ version: 1, reason: 'granted', terms: termsUnchanged, rights: rows, grantedBy: asId(''), grantedAt: now, proposalId: null },
    ...period,
  }
  return { ...acting, partnership: { ...opened, state: 'active', grant, securedAt: now } }
}
