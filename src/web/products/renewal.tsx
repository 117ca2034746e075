// When a product renews itself, or ends: always with the year, and marked when it is soon.
import { useState } from 'react'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Badge } from '../ui/status.tsx'
import type { Product } from './product.ts'

const soonMs = 45 * 86_400_000

/** `isBrief`: below a heading that says that it is renewed, the date alone. */
export function Renewal({ product, isBrief }: { product: Pick<Product, 'renewsOn' | 'endsOn' | 'renewal'>; isBrief?: true }) {
  const t = useTexts()
  const formats = useFormats()
  const [now] = useState(Date.now)
  const { renewsOn, endsOn, renewal } = product
  const date = endsOn ?? renewsOn
  if (date === null) return <span className="text-muted">{t('products.renewal.none')}</span>
  const ends = endsOn !== null || renewal === 'manual'
  const soon = ends && Date.parse(date) - now < soonMs
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {isBrief && !ends ? formats.date(date) : t(ends ? 'products.renewal.ends' : 'products.renewal.renews', { date: formats.date(date) })}
      {soon && <Badge tone="warning">{formats.relative(date)}</Badge>}
    </span>
  )
}
