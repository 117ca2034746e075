// The facts of one decision, built plainly from records: what the domain knows of a partnership, a person and a product as they stand now.
import type { ActingFacts } from '../domain/authorization/facts.ts'
import { asId } from '../domain/ids.ts'
import type { Member } from '../domain/organisation.ts'
import type { Grant, RightInForce } from '../domain/partnership/grant.ts'
import type { Partnership } from '../domain/partnership/partnership.ts'
import { termsUnchanged } from '../domain/partnership/terms.ts'
import type { Family, RightId } from '../domain/rights/catalogue.ts'
import type { ProductFacts, Scope } from '../domain/rights/scope.ts'
import { type Instant, instant } from '../domain/time.ts'
import type { GrantedRow, PartnerRecord, PartnershipRecord, PersonRecord, ProductRecord } from './records.ts'

/** Who acts: `record` is null when nobody knows them any more. */
export type Acting = { readonly personId: string; readonly record: PersonRecord | null }

/** Of this person, in no visit. */
export function actingFactsOf(told: PartnershipRecord, partner: PartnerRecord | null, { personId, record: person }: Acting): ActingFacts {
  return {
    partnership: partnershipOf(told, partner),
    membership: memberOf(told.partnerId, personId, person),
    admittedByName: told.admitted.includes(personId),
    assignments: told.assignments
      .filter((one) => one.personId === personId || (one.teamId !== null && person?.teams.includes(one.teamId) === true))
      .map(({ teamId, rights, notBefore, notAfter }) => ({
        ...{ partnershipId: asId(told.id), personId: asId(personId), rights: rights as readonly RightId[] | null },
        ...(teamId === null ? {} : { teamId: asId(teamId) }),
        ...(notBefore === 0 && notAfter === null ? {} : { period: { notBefore: instant(notBefore), notAfter: endOf(notAfter) } }),
      })),
    visit: null,
  }
}

export function memberOf(organisationId: string, personId: string, person: PersonRecord | null): Member | null {
  const role = person?.memberships.find((one) => one.organisationId === organisationId)?.role
  return role === undefined ? null : { organisationId: asId(organisationId), personId: asId(personId), role }
}

export const productFactsOf = ({ id, ownerId, family, createdAt }: ProductRecord): ProductFacts => ({
  productId: asId(id),
  ownerId: asId(ownerId),
  family: family as Family,
  createdAt: instant(createdAt),
})

/** The gate at the partner, for what was granted before it closed. */
export const isClosedWith = ({ grantedAnew }: PartnershipRecord, partner: PartnerRecord | null): boolean =>
  partner !== null && !(grantedAnew !== null && grantedAnew > partner.closedAt)

function partnershipOf(told: PartnershipRecord, partner: PartnerRecord | null): Partnership {
  const since = (closed: boolean) => (closed ? instant(0) : null)
  return {
    id: asId(told.id),
    partnerId: asId(told.partnerId),
    customerId: asId(told.customerId),
    startedBy: 'partner',
    state: told.state,
    suspendedByCustomerAt: since(told.suspendedByCustomer),
    suspendedByOperatorAt: since(told.suspendedByOperator),
    partnerClosedAt: since(isClosedWith(told, partner)),
    grant: told.grant && grantOf(told.grant),
    securedAt: endOf(told.grant?.securedAt ?? null),
    namedPeopleOnly: told.namedPeopleOnly,
    secondFactorNeeded: told.secondFactorNeeded,
    sensitiveSuspendedAt: since(told.sensitiveSuspended),
    ...{ activatedAt: null, endedAt: null, endedBy: null },
  }
}

function grantOf({ version, notBefore, notAfter, rows }: NonNullable<PartnershipRecord['grant']>): Grant {
  return {
    version,
    reason: 'granted',
    terms: termsUnchanged,
    rights: rows.map(rightOf),
    grantedBy: asId(''),
    grantedAt: instant(notBefore),
    proposalId: null,
    notBefore: instant(notBefore),
    notAfter: endOf(notAfter),
  }
}

const rightOf = (row: GrantedRow): RightInForce => ({
  right: row.right as RightId,
  scope: scopeOf(row),
  notBefore: instant(row.notBefore),
  notAfter: endOf(row.notAfter),
  grantedAt: instant(row.grantedAt),
})

function scopeOf({ scope, key, future }: GrantedRow): Scope {
  if (scope === 'organisation') return { kind: scope }
  if (scope === 'all') return { kind: scope, future }
  return scope === 'family' ? { kind: scope, family: key as Family, future } : { kind: scope, productId: asId(key) }
}

const endOf = (time: number | null): Instant | null => (time === null ? null : instant(time))
