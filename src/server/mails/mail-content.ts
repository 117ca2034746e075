// What each mail is told, as plain data: whoever sends one chooses an id and fills in names, counts, times and addresses of pages.

import type { RepresentationReason } from '../../domain/case.ts'
import type { DigestSection, DigestWhat } from '../../domain/mails/digest.ts'
import { type MailKind, type MailOfBothSides, mailKinds } from '../../domain/mails/mail-kinds.ts'
import type { Role, Side } from '../../domain/organisation.ts'
import type { Instant, LocalDate } from '../../domain/time.ts'
import type { EndingMails } from './ending-mail-content.ts'
import type { GoingMails, SigningMails, SuccessionMails } from './going-mail-content.ts'
import type { MoneyMails } from './money-mail-content.ts'
import type { AccessMails, AnswerMails, PageUrl, RequestMails } from './partnership-mail-content.ts'
import type { PeopleMails } from './people-mail-content.ts'
import type { VerificationMails } from './verification-mail-content.ts'
import type { WorkMails } from './work-mail-content.ts'

type OfficeMails =
  | {
      readonly id: 'report-received'
      readonly reader: 'reporter' | 'disputer' | 'operator'
      readonly partner: string
      readonly number: string
      readonly at: Instant
      readonly url: PageUrl | null
    }
  | {
      readonly id: 'partner-digest'
      readonly organisation: string
      /** How many customers need attention. */
      readonly count: number
      readonly sections: readonly DigestPart[]
      readonly url: PageUrl
    }

export type DigestPart = {
  readonly section: DigestSection
  /** `customers` may hold only the first of them; `url` leads to all. */
  readonly count: number
  readonly customers: readonly CustomerNews[]
  readonly url: PageUrl
}

export type CustomerNews = {
  readonly customer: string
  readonly url: PageUrl
  readonly news: readonly { readonly what: DigestWhat; readonly on: LocalDate | null }[]
}

type PersonMails =
  | {
      readonly id: 'operators-changed'
      readonly change: 'added' | 'removed'
      readonly person: string
      readonly address: string
      /** Null: on the command line. */
      readonly by: string | null
      readonly at: Instant
      readonly url: PageUrl
    }
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
      readonly id: 'representation-changed'
      /** `asked`: the provider looks at documents; nobody is appointed yet. */
      readonly stage: 'asked' | 'appointed'
      readonly organisation: string
      readonly person: string
      readonly why: RepresentationReason
      readonly at: Instant
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

export type MailContent =
  | RequestMails
  | AnswerMails
  | AccessMails
  | EndingMails
  | GoingMails
  | PeopleMails
  | SigningMails
  | SuccessionMails
  | OfficeMails
  | MoneyMails
  | PersonMails
  | WorkMails
  | VerificationMails
export type MailId = MailContent['id']
export type MailOf<Id extends MailId> = Extract<MailContent, { readonly id: Id }>

/** The part in which somebody reads it; none when it concerns them for themselves. */
export function sideOf(content: MailContent): Side | undefined {
  if (content.id === 'report-received') return undefined
  if ('reader' in content) return content.reader satisfies MailOf<MailId & MailOfBothSides>['reader']
  const kind: MailKind = mailKinds[content.id]
  return kind.customer ? 'customer' : kind.partner ? 'partner' : undefined
}
