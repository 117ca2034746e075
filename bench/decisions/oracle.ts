// What is right: the domain's own decide, on facts taken from the generated world, asked of no session and no visit in particular.
import type { Assignment } from '../../src/domain/assignment.ts'
import { decide } from '../../src/domain/authorization/decide.ts'
import type { Facts } from '../../src/domain/authorization/facts.ts'
import type { Action, Question } from '../../src/domain/authorization/question.ts'
import { givenGrant, givenPartnership } from '../../src/domain/given.ts'
import { asId, type OrganisationId, type PartnershipId, type PersonId, type ProductId } from '../../src/domain/ids.ts'
import { type Member, roles } from '../../src/domain/organisation.ts'
import type { RightInForce } from '../../src/domain/partnership/grant.ts'
import type { Partnership } from '../../src/domain/partnership/partnership.ts'
import { families, viewOf } from '../../src/domain/rights/catalogue.ts'
import type { ProductFacts, Scope } from '../../src/domain/rights/scope.ts'
import { type Instant, instant } from '../../src/domain/time.ts'
import { at, itemsOf } from './columns.ts'
import { idOf, type Kind } from './ids.ts'
import type { Requests } from './requests.ts'
import { allRights, rightFacts, rightsIn } from './right-masks.ts'
import { nameOf, type World } from './world.ts'
import { gates } from './world-partnerships.ts'
import { scopes } from './world-rows.ts'

export type Entry = { readonly customer: string; readonly name: string; readonly partnership: string }

type Asked = { readonly person: number; readonly customer: number; readonly partnership: number; readonly product: number }

export function isAllowed(world: World, requests: Requests, place: number): boolean {
  const [person, customer, partnership, product] = [requests.person, requests.customer, requests.partnership, requests.product].map(
    (column) => at(column, place),
  ) as [number, number, number, number]
  const right = rightFacts[at(requests.right, place)]?.id ?? 'enter'
  return isAllowedTo(world, { person, customer, partnership, product }, right)
}

/** Which customers this person may enter, by name. */
export function customersOf(world: World, person: number): readonly Entry[] {
  const { partnerships } = world
  return [...itemsOf(world.partnershipsOfPartner, at(world.people.partner, person))]
    .map((partnership) => ({ person, partnership, customer: at(partnerships.customer, partnership), product: world.products.count }))
    .filter((asked) => isAllowedTo(world, asked, 'enter'))
    .map(({ customer, partnership }) => ({
      customer: idOf('customer', customer),
      name: nameOf(customer),
      partnership: idOf('partnership', partnership),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** Everybody who may see this product, by id. */
export function whoCanSee(world: World, product: number): readonly string[] {
  const customer = at(world.products.customer, product)
  const { family } = productFacts(world, product)
  const found = [...itemsOf(world.partnershipsOfCustomer, customer)].flatMap((partnership) =>
    [...itemsOf(world.people.ofPartner, at(world.partnerships.partner, partnership))].filter((person) =>
      isAllowedTo(world, { person, customer, partnership, product }, viewOf(family)),
    ),
  )
  return [...new Set(found)].map((person) => idOf('person', person)).sort()
}

function isAllowedTo(world: World, asked: Asked, action: Action): boolean {
  return decide(questionOf(asked, action), factsOf(world, asked), world.now).allowed
}

function questionOf({ person, customer, partnership, product }: Asked, action: Action): Question {
  return {
    personId: id<PersonId>('person', person),
    organisationId: id<OrganisationId>('customer', customer),
    action,
    ...(action === 'enter' ? {} : { productId: id<ProductId>('product', product) }),
    visit: { partnershipId: id<PartnershipId>('partnership', partnership), visitId: null },
    standing: true,
  }
}

function factsOf(world: World, { person, partnership, product }: Asked): Facts {
  const { people, products, partnerships } = world
  const isKnown = partnership < partnerships.count
  return {
    session: null,
    membership: null,
    product: product < products.count ? productFacts(world, product) : null,
    acting: isKnown
      ? {
          partnership: partnershipOf(world, partnership),
          membership:
            person < people.count && at(people.partner, person) === at(partnerships.partner, partnership) ? memberOf(world, person) : null,
          admittedByName: itemsOf(partnerships.admitted, partnership).includes(person),
          assignments: assignmentsOf(world, person, partnership),
          visit: null,
        }
      : null,
  }
}

function partnershipOf({ partnerships, now }: World, one: number): Partnership {
  const gate = at(partnerships.gate, one)
  const { notBefore, notAfter, securedAt, namedPeopleOnly, customer, partner } = partnerships
  const period = { notBefore: instant(at(notBefore, one)), notAfter: orNull(at(notAfter, one)) }
  const { start } = partnerships.rows
  const rights = Array.from({ length: at(start, one + 1) - at(start, one) }, (_, row) => rowsOf(partnerships.rows, at(start, one) + row))
  return givenPartnership({
    id: id<PartnershipId>('partnership', one),
    partnerId: id<OrganisationId>('partner', at(partner, one)),
    customerId: id<OrganisationId>('customer', at(customer, one)),
    state: gate === gates.ended ? 'ended' : 'active',
    suspendedByCustomerAt: gate === gates.suspendedByCustomer ? now : null,
    suspendedByOperatorAt: gate === gates.suspendedByOperator ? now : null,
    grant: givenGrant(rights.flat(), period),
    securedAt: orNull(at(securedAt, one)),
    namedPeopleOnly: namedPeopleOnly[one] === 1,
  })
}

function rowsOf(rows: World['partnerships']['rows'], row: number): readonly RightInForce[] {
  return rightsIn(at(rows.rights, row)).map((right) => ({
    right,
    scope: scopeOf(at(rows.scope, row), at(rows.on, row), at(rows.future, row) === 1),
    grantedAt: instant(at(rows.grantedAt, row)),
    notBefore: instant(at(rows.notBefore, row)),
    notAfter: orNull(at(rows.notAfter, row)),
  }))
}

function scopeOf(scope: number, on: number, future: boolean): Scope {
  if (scope === scopes.organisation) return { kind: 'organisation' }
  if (scope === scopes.all) return { kind: 'all', future }
  if (scope === scopes.product) return { kind: 'product', productId: id<ProductId>('product', on) }
  const family = families[on]
  if (family === undefined) throw new Error(`no family ${on}`)
  return { kind: 'family', family, future }
}

/** Direct ones, and those of the teams the person is in. */
function assignmentsOf({ people, partnerships }: World, person: number, partnership: number): readonly Assignment[] {
  const { start, subject, rights } = partnerships.assignments
  const teams = itemsOf(people.teamsOfPerson, person)
  return Array.from({ length: at(start, partnership + 1) - at(start, partnership) }, (_, place) => at(start, partnership) + place)
    .filter((one) => at(subject, one) === person || teams.includes(~at(subject, one)))
    .map((one) => ({
      partnershipId: id<PartnershipId>('partnership', partnership),
      personId: id<PersonId>('person', person),
      rights: at(rights, one) === allRights ? null : rightsIn(at(rights, one)),
    }))
}

function productFacts({ products }: World, product: number): ProductFacts {
  const family = families[at(products.family, product)]
  if (family === undefined) throw new Error(`no family of product ${product}`)
  const ownerId = id<OrganisationId>('customer', at(products.customer, product))
  return { productId: id<ProductId>('product', product), ownerId, family, createdAt: instant(at(products.createdAt, product)) }
}

function memberOf({ people }: World, person: number): Member {
  const role = roles[at(people.role, person)]
  if (role === undefined) throw new Error(`no role of person ${person}`)
  return { organisationId: id<OrganisationId>('partner', at(people.partner, person)), personId: id<PersonId>('person', person), role }
}

const id = <Wanted extends Parameters<typeof asId>[0] & { idOf: string }>(kind: Kind, index: number) =>
  asId(idOf(kind, index)) as unknown as Wanted
const orNull = (at: number): Instant | null => (at === Infinity ? null : instant(at))
