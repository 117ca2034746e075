// Check: the request in words, the mail as it will look, and the one button that sends it or prepares it for release.
import { useQuery } from '@tanstack/react-query'
import { previewRequest } from '../../../server/requests/contract.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../texts.tsx'
import { Button } from '../../ui/button.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { MailPreview } from './mail-preview.tsx'
import { PreviewRefused } from './preview-refused.tsx'
import { bodyOf, type Step } from './request-body.ts'
import { SendRequest, type SendRequestProps } from './send-request.tsx'
import { Summary } from './summary.tsx'

export type CheckStepProps = Omit<SendRequestProps, 'back'> & { onBack: () => void; onEdit: (step: Step) => void }

export function CheckStep({ draft, own, onChange, onBack, onEdit, onRefused, onSent }: CheckStepProps) {
  const t = useTexts()
  const body = bodyOf(draft)
  const preview = useQuery({
    queryKey: [`/api/o/${own.id}/requests/preview`, JSON.stringify(body)],
    queryFn: () => api.post(previewRequest, '/api/o/{organisation}/requests/preview', { params: { organisation: own.id }, body }),
  })
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-1">
        <h2 tabIndex={-1} className="text-lg font-semibold outline-none">
          {t('add-customer.check.title')}
        </h2>
        <p className="max-w-prose text-muted">{t('add-customer.check.what')}</p>
      </header>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)] lg:grid-rows-[auto_1fr]">
        <Summary draft={draft} own={own} onEdit={onEdit} />
        <section aria-labelledby="mail" className="flex min-w-0 flex-col gap-3 lg:row-span-2">
          <h3 id="mail" className="font-semibold">
            {t('add-customer.mail')}
          </h3>
          {preview.isPending && <SkeletonLines label={t('add-customer.mail')} lines={12} />}
          {preview.isError && (
            <PreviewRefused
              error={preview.error}
              onEdit={() => onRefused(preview.error) || onEdit('what')}
              onRetry={() => void preview.refetch()}
            />
          )}
          {preview.data && <MailPreview mail={preview.data} language={draft.language} />}
        </section>
        <div className="flex flex-col gap-4 border-t border-line pt-6">
          <SendRequest {...{ draft, own, onChange, onRefused, onSent }} back={<Button onClick={onBack}>{t('common.back')}</Button>} />
        </div>
      </div>
    </div>
  )
}
