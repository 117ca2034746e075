// What follows from an event, as the table in reactions.ts says: mails and things to do later.
import type { DomainEvent } from '../domain/event.ts'
import type { InvitationId, OrganisationId, PartnershipId, PersonId, ReceiptId, SessionId } from '../domain/ids.ts'
import type { Language } from '../domain/language.ts'
import type { MailContent } from './mails/mail-content.ts'
import type { Outgoing } from './mails/post-mails.ts'
import type { NewJob } from './platform/jobs.ts'
import type { Secrets } from './platform/secrets.ts'
import type { Transaction } from './platform/transact.ts'

/** The event as it was recorded, with who did it; `id` is the same each time the reaction is tried. */
export type RecordedEvent = DomainEvent & {
  readonly id: string
  /** The receipt that says who was told of it. */
  readonly receiptId?: ReceiptId
  readonly by: { readonly personId?: PersonId; readonly sessionId?: SessionId; readonly partnerId?: OrganisationId }
}

/** The partnership or the request that an event is about. */
export function thingOf(event: RecordedEvent): PartnershipId | InvitationId | undefined {
  return event.partnershipId ?? ('invitationId' in event.data ? event.data.invitationId : undefined)
}

export type Mail = {
  readonly to: string
  readonly language: Language
  readonly content: MailContent
  /** What the delivery of this mail tells something about. */
  readonly about?: { readonly invitationId: InvitationId }
}

/** Runs as prokura_system, in one transaction for all events of one, after these were committed; more than once when a node dies. */
export type Reacting = {
  readonly tx: Transaction
  readonly secrets: Secrets
  readonly publicUrl: string
  /** Who reads reports. */
  readonly operatorEmail: string | undefined
  /** Mails of all events of the transaction, posted together at the end. */
  readonly outgoing: Outgoing[]
  /** What is to be done later because of all events of the transaction, written together at the end. */
  readonly jobs: NewJob[]
}
export type Effect = (reacting: Reacting, event: RecordedEvent) => Promise<void>

/** Mails to send: what several say to one person about one matter becomes one (post-mails.ts). */
export function mails(write: (reacting: Reacting, event: RecordedEvent) => Promise<readonly Mail[]>): Effect {
  return async (reacting, event) => {
    for (const mail of await write(reacting, event)) reacting.outgoing.push({ mail, event })
  }
}

/** Something to do at a later moment; the kind is a row of `scheduled` in reactions.ts. */
export function later(plan: (event: RecordedEvent) => readonly NewJob[]): Effect {
  return async (reacting, event) => {
    reacting.jobs.push(...plan(event))
  }
}
