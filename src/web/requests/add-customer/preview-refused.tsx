// In place of the mail: why there is none, and the way to what must change.
import { Problem, problemText } from '../../problem.ts'
import { useTexts } from '../../texts.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'

export type PreviewRefusedProps = { error: unknown; onEdit: () => void; onRetry: () => void }

export function PreviewRefused({ error, onEdit, onRetry }: PreviewRefusedProps) {
  const t = useTexts()
  if (error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 429) {
    return (
      <Banner
        tone="danger"
        urgent
        actions={
          <Button size="small" onClick={onEdit}>
            {t('common.change')}
          </Button>
        }
      >
        {problemText(t, error)}
      </Banner>
    )
  }
  return (
    <ErrorState title={t('add-customer.mail.failed')} onRetry={onRetry} requestId={error instanceof Problem ? error.requestId : null}>
      {problemText(t, error)}
    </ErrorState>
  )
}
