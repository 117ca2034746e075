// What mails are told about partners that come, go or pay no more, and about what two people sign.
import type { Side } from '../../domain/organisation.ts'
import type { SignedAct } from '../../domain/partnership/signature.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { Instant, LocalDate } from '../../domain/time.ts'
import type { Asker, PageUrl } from './partnership-mail-content.ts'

/** A partner comes, goes, or pays no more. */
export type GoingMails =
  | {
      readonly id: 'handover'
      readonly customer: string
      readonly role: 'from' | 'to'
      /** The other partner, if the customer tells names. */
      readonly other: string | null
      /** The last day of the one that goes; null when it was called off. */
      readonly on: LocalDate | null
      readonly url: PageUrl
    }
  | {
      readonly id: 'payment-falls-back'
      readonly reader: Side
      readonly customer: string
      readonly partner: string
      readonly reason: 'ended' | 'stopped_paying' | 'reminder'
      readonly products: number
      readonly on: LocalDate
      readonly url: PageUrl
    }

/** A partner names who shall follow it, and the customer is asked. */
export type SuccessionMails = {
  readonly id: 'succession-asked'
  readonly partner: string
  readonly successor: Asker
  readonly organisation: string
  readonly until: Instant
  /** A reminder, so many days before the time is over. */
  readonly daysLeft?: number
  /** The partner is a new legal person: its access rests until somebody answers. */
  readonly rests?: boolean
  readonly url: PageUrl
}

/** What legal representatives sign together. */
export type SigningMails = {
  readonly id: 'approval-needed'
  readonly organisation: string
  /** The partner it concerns; the organisation itself when none. */
  readonly other: string
  readonly act: SignedAct
  readonly by: string
  readonly rights: readonly RightId[]
  readonly until: Instant
  readonly url: PageUrl
}
