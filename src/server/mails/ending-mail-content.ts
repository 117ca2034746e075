// What the mails about the time of an access are told: that it ends, that it was extended, and that it is time to look at it again.
import type { Side } from '../../domain/organisation.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { LocalDate } from '../../domain/time.ts'
import type { PageUrl } from './partnership-mail-content.ts'

export type EndingMails =
  | {
      readonly id: 'access-ending'
      /** The side of whoever reads this. */
      readonly reader: Side
      readonly partner: string
      readonly customer: string
      readonly endsOn: LocalDate
      readonly daysLeft: number
      /** The rights that end while the rest goes on; none when everything ends. */
      readonly parts: readonly RightId[]
      readonly url: PageUrl
    }
  | {
      readonly id: 'access-extended'
      /** The side of whoever reads this. */
      readonly reader: Side
      readonly customer: string
      readonly partner: string
      readonly endsOn: LocalDate | null
      /** Until when sensitive rights last, where that is earlier. */
      readonly sensitiveUntil: LocalDate | null
      readonly inForce: number
      readonly url: PageUrl
    }
  | {
      readonly id: 'yearly-review'
      readonly partner: string
      readonly organisation: string
      readonly inForce: number
      /** Not used in the last twelve months. */
      readonly unused: readonly RightId[]
      readonly url: PageUrl
    }
