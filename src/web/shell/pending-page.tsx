// A screen on its way: quiet grey bars that appear only if it takes longer than a blink.
import { useTexts } from '../texts.tsx'
import { SkeletonPage } from '../ui/skeleton.tsx'

export function PendingPage() {
  const t = useTexts()
  return (
    <div className="p-4 sm:p-8">
      <SkeletonPage label={t('ui.loading')} />
    </div>
  )
}
