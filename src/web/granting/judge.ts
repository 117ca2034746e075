// What would follow from the choice on screen: the same rule the server will ask, so that the button says what happens.
import type { OrganisationId, ProductId } from '../../domain/ids.ts'
import { workOutAnswer } from '../../domain/partnership/answer.ts'
import type { Terms } from '../../domain/partnership/terms.ts'
import { type Family, isSensitive } from '../../domain/rights/catalogue.ts'
import type { FindProduct, RequestedRight } from '../../domain/rights/scope.ts'
import { instant } from '../../domain/time.ts'
import { answerTo, type Choosing, rightsOf, type Tally, tally } from './choosing.ts'

export type ChoosableProduct = { readonly id: string; readonly family: Family; readonly name: string }

export type Judgement = Tally & {
  readonly kind: 'grant' | 'propose' | 'refused'
  /** Why it cannot be sent, as a code of a refusal. */
  readonly code: string | null
  readonly unanswered: number
}

export function judge(
  asked: { readonly rights: readonly RequestedRight[]; readonly terms: Terms },
  choosing: Choosing,
  terms: Terms,
  products: readonly ChoosableProduct[],
): Judgement {
  const choice = { granted: rightsOf(choosing), notGranted: [...choosing.refused], terms }
  const answer = workOutAnswer(asked, choice, findAmong(products))
  const unanswered = asked.rights.filter(({ right, required }) => required && isSensitive(right) && answerTo(choosing, right) === null)
  const counted = { ...tally(choosing, asked.rights), unanswered: unanswered.length }
  if (answer.kind === 'refused') return { ...counted, kind: 'refused', code: answer.code }
  return { ...counted, kind: answer.kind === 'counter' ? 'propose' : 'grant', code: null }
}

export function findAmong(products: readonly ChoosableProduct[]): FindProduct {
  const byId = new Map(products.map((product) => [product.id, product]))
  return (id) => {
    const found = byId.get(id)
    return found && { productId: id as ProductId, ownerId: '' as OrganisationId, family: found.family, createdAt: instant(0) }
  }
}
