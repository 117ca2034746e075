// Who looks after a product: its owner alone, or partners by name.
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import type { Product } from './product.ts'

export function ManagedBy({ product: { managers, owner } }: { product: Pick<Product, 'managers' | 'owner'> }) {
  const t = useTexts()
  const formats = useFormats()
  if (managers.length === 0) return <span className="text-muted">{t('products.managed.owner', { owner })}</span>
  return formats.list(managers)
}
