// Said beside a right that the partner cannot do without and that is left out.
import { TriangleAlert } from 'lucide-react'
import { useTexts } from '../texts.tsx'

export function NeededMissing({ partner }: { partner: string }) {
  const t = useTexts()
  return (
    <p className="flex items-start gap-1.5 text-sm text-warning-ink">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {t('consent.row.needed_missing', { partner })}
    </p>
  )
}
