// What the index is fed: one record for each thing that decisions depend on, whole, as it stands now. Also the form in which a replica receives it.

import type { Role } from '../domain/organisation.ts'
import type { PartnershipState } from '../domain/partnership/partnership.ts'
import type { Scope } from '../domain/rights/scope.ts'
import type { SessionStrength } from '../domain/session.ts'

/** Times are milliseconds since 1970 in UTC; ids are UUID texts in lower case; rights that the catalogue does not know count for nothing. */
export type GrantedRow = {
  readonly right: string
  readonly scope: Scope['kind']
  /** The family, the product's id, or empty. */
  readonly key: string
  readonly future: boolean
  readonly notBefore: number
  readonly notAfter: number | null
  readonly grantedAt: number
}

export type AssignedRow = {
  readonly personId: string | null
  readonly teamId: string | null
  /** Null: all that was granted. */
  readonly rights: readonly string[] | null
  /** 0 and null: it counts until it is taken away. */
  readonly notBefore: number
  readonly notAfter: number | null
}

export type PartnershipRecord = {
  readonly id: string
  readonly customerId: string
  readonly partnerId: string
  readonly state: PartnershipState
  readonly suspendedByCustomer: boolean
  readonly suspendedByOperator: boolean
  readonly namedPeopleOnly: boolean
  /** Only who signed in with a second factor may enter. */
  readonly secondFactorNeeded: boolean
  /** The operator keeps sensitive rights from working at the customer. */
  readonly sensitiveSuspended: boolean
  /** When it was granted, if its partner had become another legal person by then; null: the gate at the partner closes it whenever it closes. */
  readonly grantedAnew: number | null
  readonly grant: {
    readonly version: number
    readonly notBefore: number
    readonly notAfter: number | null
    readonly securedAt: number | null
    readonly rows: readonly GrantedRow[]
  } | null
  readonly assignments: readonly AssignedRow[]
  readonly admitted: readonly string[]
  /** The customer's name, its name as it sorts, and the folded words it is found by; empty where names are not shared. */
  readonly name: string
  readonly sortKey: string
  readonly words: string
}

/** There as long as the gate at the partner is closed, and only then: for all that was granted to it before. */
export type PartnerRecord = { readonly id: string; readonly closedAt: number }

export type PersonRecord = {
  readonly id: string
  readonly memberships: readonly { readonly organisationId: string; readonly role: Role }[]
  readonly teams: readonly string[]
}

export type ProductRecord = { readonly id: string; readonly ownerId: string; readonly family: string; readonly createdAt: number }

export type VisitRecord = {
  readonly id: string
  readonly partnershipId: string
  readonly personId: string
  readonly sessionId: string
  readonly startedAt: number
  readonly seenAt: number
  readonly idleMinutes: number
  readonly expiresAt: number
  readonly endedAt: number | null
}

export type SessionRecord = {
  readonly id: string
  readonly personId: string
  readonly strength: SessionStrength
  readonly authenticatedAt: number
  readonly expiresAt: number
  readonly endedAt: number | null
}

/** A thing as it stands now, or that it is no more (`record` null). */
export type Change =
  | { readonly kind: 'partner'; readonly key: string; readonly record: PartnerRecord | null }
  | { readonly kind: 'partnership'; readonly key: string; readonly record: PartnershipRecord | null }
  | { readonly kind: 'person'; readonly key: string; readonly record: PersonRecord | null }
  | { readonly kind: 'product'; readonly key: string; readonly record: ProductRecord | null }
  | { readonly kind: 'visit'; readonly key: string; readonly record: VisitRecord | null }
  | { readonly kind: 'session'; readonly key: string; readonly record: SessionRecord | null }
