// What each mail is told, as plain data: whoever sends one chooses an id and fills in names, counts, times and addresses of pages.
import type { Role, Side } from '../../domain/organisation.ts'
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
  readonly customer: string
  readonly partner: string
  /** The person who did it; null when the provider did. */
  readonly by: string | null
  readonly at: Instant
  readonly url: PageUrl
}

type RequestMails =
  | ({ readonly id: 'request-received' } & Request & Reported)
  | ({ readonly id: 'request-reminder'; readonly daysLeft: number } & Request & Reported)
  | ({ readonly id: 'request-passed-on'; readonly by: string } & Request & Reported)
  | ({ readonly id: 'more-requested'; readonly organisation: string } & Request)
  | { readonly id: 'request-withdrawn'; readonly partner: string; readonly at: Instant }
  | { readonly id: 'request-undeliverable'; readonly address: string; readonly reason: 'refused' | 'returned'; readonly url: PageUrl }
  | {
      readonly id: 'release-needed'
      readonly by: string
      readonly organisation: string
      readonly count: number
      readonly url: PageUrl
    }

type AnswerMails =
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
  | ({ readonly id: 'answer-declined' } & Omit<Answer, 'by'>)
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

type AccessMails =
  | {
      readonly id: 'access-granted'
      readonly partner: string
      readonly organisation: string
      readonly by: string
      readonly at: Instant
      readonly rights: readonly RightId[]
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
      readonly url: PageUrl
    }
  | {
      readonly id: 'payer-changed'
      /** The side of whoever reads this. */
      readonly reader: Side
      readonly customer: string
      readonly partner: string
      readonly payer: Payer | null
      readonly paymentMethod: PaymentMethodShown | null
      readonly spendingLimit: SpendingLimit | null
      readonly at: Instant
      readonly url: PageUrl
    }
  | ({ readonly id: 'access-suspended' } & Gate)
  | ({ readonly id: 'access-resumed' } & Gate)
  | {
      readonly id: 'partnership-ended'
      readonly reader: Side
      readonly customer: string
      readonly partner: string
      readonly by: Side | 'operator' | 'time'
      readonly at: Instant
      readonly receipt: { readonly rights: number; readonly visits: number; readonly position: number } | null
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

export type CriticalChange = 'name_servers' | 'mail_routing' | 'mailbox_password' | 'forwarding' | 'ssh_key' | 'deletion'

type OfficeMails =
  | {
      readonly id: 'report-received'
      readonly reader: 'reporter' | 'operator'
      readonly partner: string
      readonly number: string
      readonly at: Instant
      readonly url: PageUrl | null
    }
  | {
      readonly id: 'partner-digest'
      readonly organisation: string
      /** How many customers need attention; `news` may hold only the first of them. */
      readonly count: number
      readonly news: readonly CustomerNews[]
      readonly url: PageUrl
    }

export type CustomerNews = { readonly customer: string; readonly url: PageUrl } & (
  | { readonly what: 'answered' | 'waits' | 'not_delivered' | 'lapsed' | 'changed' | 'suspended' | 'ended' }
  | { readonly what: 'lapses' | 'ends'; readonly on: Instant | LocalDate }
)

type PersonMails =
  | { readonly id: 'verify-address'; readonly code: string; readonly minutes: number }
  | { readonly id: 'sign-in-code'; readonly code: string; readonly minutes: number; readonly device: string | null }
  | {
      readonly id: 'security-changed'
      readonly change: SecurityChange
      readonly at: Instant
      readonly device: string | null
      readonly url: PageUrl
    }
  | {
      readonly id: 'member-invited'
      readonly organisation: string
      readonly role: Role
      readonly by: string
      /** The partner that invites in the organisation's name, if one does. */
      readonly partner: string | null
      readonly until: Instant
      readonly url: PageUrl
    }
  | {
      readonly id: 'role-changed'
      readonly organisation: string
      readonly role: Role | null
      readonly by: string
      readonly at: Instant
      readonly url: PageUrl | null
    }

export type SecurityChange =
  | 'password_set'
  | 'password_removed'
  | 'second_factor_added'
  | 'second_factor_removed'
  | 'recovery_codes_made'
  | 'recovery_code_used'
  | 'passkey_added'
  | 'passkey_removed'
  | 'address_added'
  | 'address_removed'
  | 'new_device'

export type MailContent = RequestMails | AnswerMails | AccessMails | OfficeMails | PersonMails
export type MailId = MailContent['id']
export type MailOf<Id extends MailId> = Extract<MailContent, { readonly id: Id }>
