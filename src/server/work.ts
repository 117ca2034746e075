// What a use case works with: one transaction, who asks, for whom, now, and what it recorded.
import { v7 } from 'uuid'
import type { Facts } from '../domain/authorization/facts.ts'
import type { DomainEvent } from '../domain/event.ts'
import type { OrganisationId, PartnershipId, PersonId, ReceiptId, SessionId, VisitId } from '../domain/ids.ts'
import type { Language } from '../domain/language.ts'
import type { Member, Role } from '../domain/organisation.ts'
import type { Instant } from '../domain/time.ts'
import type { Limit } from './limit.ts'
import type { Secrets } from './platform/secrets.ts'
import type { Transaction } from './platform/transact.ts'

export type Strength = 'email' | 'password' | 'two_factors'

/** The person behind the session, as looked up, never as claimed. */
export type SignedIn = {
  readonly id: PersonId
  readonly sessionId: SessionId
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly strength: Strength
  readonly authenticatedAt: Instant
  readonly hasPassword: boolean
  readonly hasAuthenticator: boolean
  readonly hasPasskey: boolean
  /** An authenticator or a passkey. */
  readonly hasSecondFactor: boolean
}

/** `/o/{organisation}`: the person's own organisation. */
export type OwnContext = { readonly kind: 'own'; readonly organisationId: OrganisationId; readonly role: Role; readonly membership: Member }

/** `/c/{partnership}`: on behalf of the customer, in a visit of this session under this partnership. */
export type ActingContext = {
  readonly kind: 'acting'
  readonly organisationId: OrganisationId
  readonly partnerId: OrganisationId
  readonly partnershipId: PartnershipId
  readonly visitId: VisitId | undefined
  readonly facts: Facts
}

/** `/operator`: for the provider, in no organisation. */
export type OperatorContext = { readonly kind: 'operator' }

export type NoContext = { readonly kind: 'none' }
export type Context = OwnContext | ActingContext | OperatorContext | NoContext

/** Of one partnership; null: of somebody who left, and with them of everything they had. */
export type ReceiptOpened = { readonly id: ReceiptId; readonly partnershipId: PartnershipId | null }

export type Work<C extends Context = Context, P extends SignedIn | undefined = SignedIn> = {
  readonly tx: Transaction
  readonly person: P
  readonly context: C
  readonly now: Instant
  readonly secrets: Secrets
  readonly publicUrl: string
  /** What the provider is called, so that nobody else is. */
  readonly providerNames: readonly string[]
  /** How long after the end of a partnership a customer has before it pays what its partner paid. */
  readonly graceDays: number
  /** Where the request came from, as far as is known. */
  readonly client: { readonly address: string; readonly agent: string | undefined }
  /** Counts an attempt, in a transaction of its own so that a refusal does not undo the count, and ends the request when it is one too many. */
  readonly limit: Limit
  readonly events: DomainEvent[]
  /** Receipts this command opened: who is told of its events is written on them, of each partnership on its own. */
  readonly receipts: ReceiptOpened[]
  /** The first signature that this command completes, where two must sign. */
  readonly seconding?: { readonly firstBy: PersonId; readonly digest: string }
  /** Keys of facts that the outcome rests on beside those of the authorisation; seal() refuses when they moved. */
  readonly decidedOn: Set<string>
}

export type OwnWork = Work<OwnContext>
export type ActingWork = Work<ActingContext>
/** A use case of a product or of billing serves its own organisation and those who act for it alike. */
export type TenantWork = Work<OwnContext | ActingContext>
export type OperatorWork = Work<OperatorContext>
export type PersonalWork = Work<NoContext>
/** Nobody needs to be signed in. */
export type OpenWork = Work<NoContext, SignedIn | undefined>
/** A command that nobody ordered: jobs and the clock, as prokura_system. */
export type SystemWork = Work<NoContext, undefined>
/** What any use case gives `record`. */
export type AnyWork = Work<Context, SignedIn | undefined>

export const newId = <I extends string>(): I => v7() as I
