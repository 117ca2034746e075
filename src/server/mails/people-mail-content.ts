// What the mails about people of a partner are told: a collaborator asks for access, is answered, and who follows somebody who left.
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { Instant } from '../../domain/time.ts'
import type { PageUrl } from './partnership-mail-content.ts'

export type PeopleMails =
  | {
      readonly id: 'customer-asked'
      readonly person: string
      readonly customer: string
      readonly organisation: string
      /** Null: the customer, with all that was granted. */
      readonly rights: readonly RightId[] | null
      /** Null: until it is taken away. */
      readonly hours: number | null
      readonly url: PageUrl
    }
  | {
      readonly id: 'customer-answered'
      readonly customer: string
      readonly organisation: string
      readonly granted: boolean
      readonly rights: readonly RightId[] | null
      readonly until: Instant | null
      readonly url: PageUrl
    }
  | {
      readonly id: 'successor-named'
      readonly partner: string
      readonly organisation: string
      /** Who worked for the customer until now, and who shall from now on. */
      readonly person: string
      readonly successor: string
      readonly url: PageUrl
    }
