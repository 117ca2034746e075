// What the mails about requests, answers and access are told, as plain data.
import type { Side } from '../../domain/organisation.ts'
import type { EndTerm, Payer, SpendingLimit } from '../../domain/partnership/terms.ts'
import type { Family, RightId } from '../../domain/rights/catalogue.ts'
import type { Instant, LocalDate } from '../../domain/time.ts'

/** The address of a page, absolute, http or https. Pages decide, links never do. */
export type PageUrl = string

/** The partner as the operator verified it. */
export type Asker = {
  readonly name: string
  readonly verifiedDomain: string | null
  readonly registerNumber: string | null
  readonly place: string | null
}

export type AskedTerms = {
  readonly startsOn: LocalDate | null
  readonly end: EndTerm
  readonly payer: Payer | null
  readonly spendingLimit: SpendingLimit | null
}

export type NamedProduct = { readonly name: string; readonly family: Family }
export type PaymentMethodShown = { readonly brand: string; readonly lastFour: string }

type Request = {
  readonly partner: Asker
  readonly rights: readonly RightId[]
  readonly terms: AskedTerms
  readonly until: Instant
  readonly url: PageUrl
}
type Reported = { readonly reportUrl: PageUrl }
type Answer = { readonly customer: string; readonly by: string; readonly at: Instant; readonly url: PageUrl }
type Gate = {
  readonly reader: Side
  readonly customer: string
  readonly partner: string
  /** The person who did it; null when the provider did. */
  readonly by: string | null
  readonly at: Instant
  readonly url: PageUrl
}

export type RequestMails =
  | ({ readonly id: 'request-received' } & Request & Reported)
  | ({ readonly id: 'request-reminder'; readonly daysLeft: number } & Request & Reported)
  | ({ readonly id: 'request-passed-on'; readonly by: string } & Request & Reported)
  /** `longer`: nothing but more time is asked for, until the end in the terms. */
  /** `organisation` null: nobody claimed the request yet. */
  | ({ readonly id: 'request-changed'; readonly organisation: string | null } & Request & Partial<Reported>)
  | ({ readonly id: 'more-requested'; readonly organisation: string; readonly longer?: boolean } & Request)
  | { readonly id: 'request-withdrawn'; readonly partner: string; readonly at: Instant }
  | { readonly id: 'request-undeliverable'; readonly address: string; readonly reason: 'refused' | 'returned'; readonly url: PageUrl }
  | {
      readonly id: 'release-needed'
      readonly by: string
      readonly organisation: string
      readonly count: number
      readonly url: PageUrl
    }

export type AnswerMails =
  | ({ readonly id: 'answer-granted'; readonly granted: readonly RightId[]; readonly endsOn: LocalDate | null } & Answer)
  | ({
      readonly id: 'answer-different'
      readonly requested: readonly RightId[]
      readonly granted: readonly RightId[]
      readonly endsOn: LocalDate | null
      readonly termsChanged: boolean
    } & Answer)
  | ({
      readonly id: 'answer-counter'
      readonly missingRequired: readonly RightId[]
      readonly added: readonly RightId[]
      readonly partnerShouldPay: boolean
      readonly until: Instant
    } & Answer)
  | ({
      readonly id: 'answer-declined'
      /** What the partner typed itself, where it knows nobody by name. */
      readonly address: string | null
      /** Whether a partnership goes on with the rights in force. */
      readonly hasAccess: boolean
    } & Omit<Answer, 'by'>)
  | {
      readonly id: 'invitation-received'
      readonly customer: string
      readonly rights: readonly RightId[]
      readonly terms: AskedTerms
      readonly until: Instant
      readonly url: PageUrl
      readonly organisation: string
    }
  | {
      readonly id: 'invitation-answered'
      readonly partner: string
      readonly accepted: boolean
      readonly at: Instant
      readonly url: PageUrl
    }

export type Payment = {
  readonly partner: string
  readonly payer: Payer | null
  readonly paymentMethod: PaymentMethodShown | null
  readonly spendingLimit: SpendingLimit | null
}

export type AccessMails =
  | {
      readonly id: 'access-granted'
      readonly partner: string
      readonly organisation: string
      readonly by: string
      readonly at: Instant
      readonly rights: readonly RightId[]
      /** From when on; null when it has begun. */
      readonly startsOn: LocalDate | null
      readonly endsOn: LocalDate | null
      readonly url: PageUrl
    }
  | {
      readonly id: 'rights-changed'
      readonly customer: string
      readonly at: Instant
      readonly removed: readonly RightId[]
      readonly added: readonly RightId[]
      readonly inForce: number
      readonly endsOn: LocalDate | null
      /** Who pays now, when that changed in the same step. */
      readonly payment: Payment | null
      readonly url: PageUrl
    }
  | ({
      readonly id: 'payer-changed'
      /** The side of whoever reads this. */
      readonly reader: Side
      readonly customer: string
      readonly at: Instant
      readonly url: PageUrl
    } & Payment)
  /** `isDisputed`: it rested already, and rests on because of a dispute. `knownPasswords`: as when it ends. */
  | ({ readonly id: 'access-suspended'; readonly isDisputed?: boolean; readonly knownPasswords?: number } & Gate)
  | ({ readonly id: 'access-resumed' } & Gate)
  | {
      readonly id: 'partnership-ended'
      readonly reader: Side
      readonly customer: string
      readonly partner: string
      readonly by: Side | 'operator' | 'time'
      readonly at: Instant
      readonly receipt: { readonly rights: number; readonly visits: number; readonly position: number } | null
      /** Of mailboxes of the customer, set by the partner's people, that still work. */
      readonly knownPasswords?: number
      readonly url: PageUrl
    }
  | {
      readonly id: 'visit-started'
      readonly person: string
      readonly partner: string
      readonly customer: string
      readonly at: Instant
      readonly url: PageUrl
    }
  | {
      readonly id: 'critical-change'
      readonly person: string
      readonly partner: string
      readonly customer: string
      readonly product: NamedProduct
      readonly change: CriticalChange
      readonly at: Instant
      readonly url: PageUrl
    }

export type CriticalChange =
  | 'name_servers'
  | 'mail_routing'
  | 'mailbox_password'
  | 'mailbox_closed'
  | 'forwarding'
  | 'folder_link'
  | 'ssh_key'
  | 'snapshot_restored'
  | 'deletion'
