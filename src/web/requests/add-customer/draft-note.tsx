// Says that what was written earlier is still there, and how to begin anew.
import { useTexts } from '../../texts.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

export function DraftNote({ onClear }: { onClear: () => void }) {
  const t = useTexts()
  return (
    <Banner
      actions={
        <Button size="small" onClick={onClear}>
          {t('add-customer.draft.clear')}
        </Button>
      }
    >
      {t('add-customer.draft.kept')}
    </Banner>
  )
}
