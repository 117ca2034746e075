// What the mails are told about somebody asking the other side to pay, and about long work that is finished.
import type { Side } from '../../domain/organisation.ts'
import type { Instant } from '../../domain/time.ts'
import type { PageUrl } from './partnership-mail-content.ts'

export const longWork = ['add', 'remind', 'ask', 'withdraw', 'end', 'other'] as const

export type WorkMails =
  | {
      readonly id: 'payer-asked'
      /** The side that is asked. */
      readonly reader: Side
      readonly customer: string
      readonly partner: string
      readonly until: Instant
      readonly url: PageUrl
    }
  | {
      readonly id: 'job-finished'
      readonly organisation: string
      readonly work: (typeof longWork)[number]
      readonly done: number
      readonly total: number
      /** Whoever started it may not go on, so the rest was left. */
      readonly isStopped: boolean
      readonly url: PageUrl
    }
