// The product is there, and the provider has not told yet what is inside: nothing is wrong, and nothing can be done here.
import { useTexts } from '../texts.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

export function NotTold({ name }: { name: string }) {
  const t = useTexts()
  return <EmptyState title={t('products.not_told')}>{t('products.not_told.what', { name })}</EmptyState>
}
