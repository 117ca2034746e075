// What the mails about money are told: what a partner ordered, and how much of a spending limit is used.
import type { Side } from '../../domain/organisation.ts'
import type { SpendingLimit } from '../../domain/partnership/terms.ts'
import type { Instant } from '../../domain/time.ts'
import type { NamedProduct, PageUrl } from './partnership-mail-content.ts'

type Money = Pick<SpendingLimit, 'amount' | 'currency'>

export type MoneyMails =
  | {
      readonly id: 'order-placed'
      readonly reader: Side
      readonly partner: string
      readonly customer: string
      /** The first line: the product, once there is one, and how the provider calls it. */
      readonly product: NamedProduct | null
      readonly description: string
      /** How many lines there are beside it. */
      readonly more: number
      readonly total: Money
      readonly payer: Side
      readonly at: Instant
      readonly url: PageUrl
    }
  | {
      readonly id: 'limit-near'
      readonly reader: Side
      readonly partner: string
      readonly customer: string
      /** Whole percent, rounded down. */
      readonly percent: number
      readonly spent: Money
      readonly limit: SpendingLimit
      readonly url: PageUrl
    }
