// Prokura's own live index, asked as the server asks it: by external ids, of no session in particular.

import { roles } from '../../src/domain/organisation.ts'
import { families } from '../../src/domain/rights/catalogue.ts'
import { inOneGo } from '../../src/live-index/in-slices.ts'
import { LiveIndex } from '../../src/live-index/live-index.ts'
import type { AssignedRow, Change, GrantedRow, PartnershipRecord, PersonRecord, ProductRecord } from '../../src/live-index/records.ts'
import { at, itemsOf } from './columns.ts'
import { type Load, type Loaded, pageSize } from './engine.ts'
import { idOf } from './ids.ts'
import { allRights, rightsIn } from './right-masks.ts'
import { nameOf, type World } from './world.ts'
import { gates } from './world-partnerships.ts'
import { scopes } from './world-rows.ts'

const scopeNames = ['organisation', 'all', 'family', 'product'] as const

export const loadLiveIndex: Load = (world) => {
  const index = new LiveIndex()
  for (let person = 0; person < world.people.count; person++) {
    index.apply({ kind: 'person', key: idOf('person', person), record: personRecord(world, person) })
  }
  for (let product = 0; product < world.products.count; product++) {
    index.apply({ kind: 'product', key: idOf('product', product), record: productRecord(world, product) })
  }
  for (let one = 0; one < world.partnerships.count; one++) index.apply(partnershipChange(world, one, allRights))
  inOneGo(index.settle())
  return {
    ...asked(index, world),
    regrant(partnership, rights) {
      const change = partnershipChange(world, partnership, rights)
      return () => index.apply(change)
    },
  }
}

function asked(index: LiveIndex, { now }: World): Loaded {
  return {
    holdsGrants: true,
    ways: {
      live_index: {
        kind: 'in_process',
        check: ({ person, customer, partnership, product, right }) =>
          index.isAllowed({ person, action: right, organisation: customer, product, partnership }, now),
      },
    },
    list(person, after) {
      const page = inOneGo(index.enterable({ person, limit: pageSize, after: after?.partnership }, now))
      return page.map((partnership) => index.partnershipOf(partnership)?.customerId ?? '')
    },
    who: (product, right) => inOneGo(index.whoMay({ action: right, product }, now)).map(({ person }) => person),
  }
}

function personRecord({ people }: World, person: number): PersonRecord {
  const role = roles[at(people.role, person)] ?? 'collaborator'
  return {
    id: idOf('person', person),
    memberships: [{ organisationId: idOf('partner', at(people.partner, person)), role }],
    teams: [...itemsOf(people.teamsOfPerson, person)].map((team) => idOf('team', team)),
  }
}

function productRecord({ products }: World, product: number): ProductRecord {
  const family = families[at(products.family, product)] ?? ''
  return {
    id: idOf('product', product),
    ownerId: idOf('customer', at(products.customer, product)),
    family,
    createdAt: at(products.createdAt, product),
  }
}

function partnershipChange(world: World, one: number, limit: number): Change {
  return { kind: 'partnership', key: idOf('partnership', one), record: partnershipRecord(world, one, limit) }
}

function partnershipRecord({ partnerships }: World, one: number, limit: number): PartnershipRecord {
  const gate = at(partnerships.gate, one)
  const customer = at(partnerships.customer, one)
  const name = nameOf(customer)
  return {
    id: idOf('partnership', one),
    customerId: idOf('customer', customer),
    partnerId: idOf('partner', at(partnerships.partner, one)),
    state: gate === gates.ended ? 'ended' : 'active',
    suspendedByCustomer: gate === gates.suspendedByCustomer,
    suspendedByOperator: gate === gates.suspendedByOperator,
    namedPeopleOnly: partnerships.namedPeopleOnly[one] === 1,
    secondFactorNeeded: false,
    sensitiveSuspended: false,
    grantedAnew: null,
    grant: {
      version: 1,
      notBefore: at(partnerships.notBefore, one),
      notAfter: orNull(at(partnerships.notAfter, one)),
      securedAt: orNull(at(partnerships.securedAt, one)),
      rows: grantedRows(partnerships.rows, one, limit),
    },
    assignments: assignedRows(partnerships.assignments, one),
    admitted: [...itemsOf(partnerships.admitted, one)].map((person) => idOf('person', person)),
    name,
    sortKey: name,
    words: name,
  }
}

function grantedRows(rows: World['partnerships']['rows'], one: number, limit: number): readonly GrantedRow[] {
  const found: GrantedRow[] = []
  for (let row = at(rows.start, one); row < at(rows.start, one + 1); row++) {
    const scope = at(rows.scope, row)
    const on = at(rows.on, row)
    const key = scope === scopes.product ? idOf('product', on) : scope === scopes.family ? (families[on] ?? '') : ''
    const shared = {
      scope: scopeNames[scope] ?? 'organisation',
      key,
      future: rows.future[row] === 1,
      notBefore: at(rows.notBefore, row),
      notAfter: orNull(at(rows.notAfter, row)),
      grantedAt: at(rows.grantedAt, row),
    }
    for (const right of rightsIn(at(rows.rights, row) & limit)) found.push({ right, ...shared })
  }
  return found
}

function assignedRows({ start, subject, rights }: World['partnerships']['assignments'], one: number): readonly AssignedRow[] {
  return Array.from({ length: at(start, one + 1) - at(start, one) }, (_, place) => at(start, one) + place).map((row) => {
    const who = at(subject, row)
    const limited = at(rights, row) === allRights ? null : rightsIn(at(rights, row))
    const whose = { personId: who < 0 ? null : idOf('person', who), teamId: who < 0 ? idOf('team', ~who) : null }
    return { ...whose, rights: limited, notBefore: 0, notAfter: null }
  })
}

const orNull = (end: number): number | null => (end === Infinity ? null : end)
