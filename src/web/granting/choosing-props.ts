// What every part of the page for choosing rights is given.
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { RequestedRight } from '../../domain/rights/scope.ts'
import type { Choosing } from './choosing.ts'
import type { ChoosableProduct } from './judge.ts'

/** Changes what is chosen by then. */
export type Choose = (change: (choosing: Choosing) => Choosing) => void

export type ChoosingProps = {
  readonly choosing: Choosing
  readonly onChange: Choose
  /** What the partner asked for; empty where nobody asked. */
  readonly requested: readonly RequestedRight[]
  /** The partner's name. */
  readonly partner: string
  /** What the customer owns. */
  readonly products: readonly ChoosableProduct[]
  /** What the other side changed in one's own version: marked. */
  readonly changed?: ReadonlySet<RightId> | undefined
}
