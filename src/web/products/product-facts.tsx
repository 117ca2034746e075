// Owner, payer and manager of a product, named apart, with its renewal and its price.
import type { ReactNode } from 'react'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { ManagedBy } from './managed-by.tsx'
import type { ProductHere } from './product.ts'
import { Renewal } from './renewal.tsx'

export function ProductFacts({ product }: { product: ProductHere }) {
  const t = useTexts()
  const formats = useFormats()
  const { owner, payer, price } = product
  return (
    <dl className="flex flex-wrap gap-x-12 gap-y-4 rounded-lg border border-line bg-surface px-4 py-4 sm:px-6">
      <Fact term={t('common.owner')}>{owner}</Fact>
      <Fact term={t('common.payer')}>{payer}</Fact>
      <Fact term={t('common.manager')}>
        <ManagedBy product={product} />
      </Fact>
      <Fact term={t('products.renewal')}>
        <Renewal product={product} />
      </Fact>
      {price && <Fact term={t('products.price')}>{t('products.price.per', { amount: formats.money(price), period: price.period })}</Fact>}
    </dl>
  )
}

export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  )
}
