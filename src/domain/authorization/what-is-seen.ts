// What somebody sees in a Manager, and what stays hidden: decide() asked about every place, product and right, so that a preview cannot
// say anything else than what will be.

import { type Family, families, type RightId, rightIds, rightOf, viewOf } from '../rights/catalogue.ts'
import type { ProductFacts } from '../rights/scope.ts'
import type { Instant } from '../time.ts'
import { decide } from './decide.ts'
import type { Missing } from './decision.ts'
import type { Facts } from './facts.ts'
import type { Action, Question } from './question.ts'

export const places = ['products', 'members', 'billing', 'organisation'] as const
export type Place = (typeof places)[number]

export type ProductSeen = {
  readonly productId: ProductFacts['productId']
  /** The rights that can be used on it; empty when it is hidden. */
  readonly rights: readonly RightId[]
  /** Why it is hidden; null when it is seen. */
  readonly missing: Missing | null
}

export type WhatIsSeen = {
  /** What keeps the person out altogether; null when they may enter. */
  readonly missing: Missing | null
  readonly places: readonly Place[]
  readonly products: readonly ProductSeen[]
  /** What can be used somewhere: on the organisation, on a product, or on something yet to come. */
  readonly rights: readonly RightId[]
  readonly lacking: readonly { readonly right: RightId; readonly because: Missing }[]
}

const rightToSee: Readonly<Record<Exclude<Place, 'products'>, RightId>> = {
  members: 'members.view',
  billing: 'billing.view',
  organisation: 'organisation.view',
}

/** `place` is the question without what is asked; `products` are all of that organisation. */
export function whatIsSeen(
  place: Omit<Question, 'action' | 'productId' | 'family'>,
  facts: Omit<Facts, 'product'>,
  around: { readonly products: readonly ProductFacts[]; readonly now: Instant },
): WhatIsSeen {
  const ask: Ask = (action, on) => missingFor({ place, facts, now: around.now }, action, on)
  const products = around.products.map((product) => seenOf(product, ask))
  const judged = rightIds.map((right) => ({ right, because: lackOf(right, products, ask) }))
  return {
    missing: ask('enter', null),
    places: places.filter((one) =>
      one === 'products' ? products.some(({ missing }) => missing === null) : ask(rightToSee[one], null) === null,
    ),
    products,
    rights: judged.filter(({ because }) => because === null).map(({ right }) => right),
    lacking: judged.flatMap(({ right, because }) => (because === null ? [] : [{ right, because }])),
  }
}

type Ask = (action: Action, on: ProductFacts | Family | null) => Missing | null
type Asking = { readonly place: Omit<Question, 'action'>; readonly facts: Omit<Facts, 'product'>; readonly now: Instant }

function missingFor({ place, facts, now }: Asking, action: Action, on: ProductFacts | Family | null): Missing | null {
  const product = on !== null && typeof on === 'object' ? on : null
  const named = product ? { productId: product.productId } : on === null ? {} : { family: on as Family }
  const decision = decide({ ...place, action, ...named }, { ...facts, product }, now)
  return decision.allowed ? null : decision.because
}

function seenOf(product: ProductFacts, ask: Ask): ProductSeen {
  const missing = ask(viewOf(product.family), product)
  const fitting = rightIds.filter((right) => {
    const { level, family } = rightOf(right)
    return level === 'product' && (family === null || family === product.family)
  })
  const rights = missing === null ? fitting.filter((right) => ask(right, product) === null) : []
  return { productId: product.productId, rights, missing }
}

/** A right that is of use nowhere lacks what is missing for something yet to come of its family. */
function lackOf(right: RightId, products: readonly ProductSeen[], ask: Ask): Missing | null {
  const { level, family } = rightOf(right)
  if (level === 'product' && products.some(({ rights }) => rights.includes(right))) return null
  if (level === 'organisation') return ask(right, null)
  const answers = (family === null ? families : [family]).map((one) => ask(right, one))
  return answers.includes(null) ? null : (answers[0] ?? null)
}
