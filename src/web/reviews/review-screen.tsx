// One review: item after item with one key each, how far it has come, and the step that carries it out.
import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { cancelReview, closeReview } from '../../server/reviews/contract.ts'
import { addressOf, api } from '../api.ts'
import { startDownload } from '../exports/start-download.ts'
import { useFormats } from '../formats.ts'
import { useParam } from '../place.ts'
import { Problem, problemText } from '../problem.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { useMe } from '../shell/me.ts'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Progress } from '../ui/progress.tsx'
import { SkeletonPage } from '../ui/skeleton.tsx'
import { useCommand } from '../use-command.ts'
import { ReviewItems } from './review-items.tsx'
import { type Review, reviewQuery } from './reviews-data.ts'

export function ReviewScreen() {
  const t = useTexts()
  const of = { organisation: useParam('organisation'), review: useParam('review') }
  const shown = useQuery(reviewQuery(of.organisation, of.review))
  usePageTitle(t('reviews.title'))
  if (shown.isPending) return <SkeletonPage label={t('ui.loading')} />
  if (shown.isError)
    return shown.error instanceof Problem && shown.error.code === 'not_found' ? (
      <NotFoundPage />
    ) : (
      <p className="text-danger-ink">{problemText(t, shown.error)}</p>
    )
  return <OneReview of={of} review={shown.data} />
}

type Of = { readonly organisation: string; readonly review: string }

function OneReview({ of, review }: { of: Of; review: Review }) {
  const t = useTexts()
  const formats = useFormats()
  const { hasShortcuts } = useMe().person
  const done = review.items.filter(({ decision }) => decision !== null).length
  const file = addressOf('/api/o/{organisation}/reviews/{review}/file', { params: of, query: { form: 'excel' } })
  return (
    <div className="flex max-w-5xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        crumbs={[
          {
            label: t('reviews.title'),
            link: { to: '/o/$organisation/reviews', params: { organisation: of.organisation } },
          },
        ]}
        title={t(`reviews.side.${review.side}`)}
        description={
          review.closedAt && review.closedBy
            ? t('reviews.closed', { date: formats.longDate(review.closedAt), person: review.closedBy })
            : t('reviews.started', { date: formats.longDate(review.startedAt), person: review.startedBy })
        }
        actions={
          <span className="flex flex-wrap gap-2 print:hidden">
            <Button onClick={() => startDownload(file)}>{t('reviews.csv')}</Button>
            <Button icon={<Printer aria-hidden="true" className="size-4" />} onClick={() => print()}>
              {t('reviews.print')}
            </Button>
          </span>
        }
      />
      <div className="sticky top-(--sticky-top,0px) z-10 flex flex-col gap-3 border-b border-line bg-canvas py-3 print:static">
        <Progress label={t('reviews.progress', { done, total: review.items.length })} value={done} max={review.items.length} />
        {review.mayDecide && hasShortcuts && <p className="hidden text-sm text-muted lg:block print:hidden">{t('reviews.keys')}</p>}
      </div>
      <ReviewItems of={of} review={review} />
      {review.mayDecide && <Closing of={of} review={review} />}
    </div>
  )
}

function Closing({ of, review }: { of: Of; review: Review }) {
  const t = useTexts()
  const [what, ask] = useState<'close' | 'cancel' | null>(null)
  const count = (decision: Review['items'][number]['decision']) => review.items.filter((item) => item.decision === decision).length
  const close = useCommand({
    run: () => api.post(closeReview, '/api/o/{organisation}/reviews/{review}/close', { params: of, body: {} }),
    done: () => t('reviews.done'),
  })
  const cancel = useCommand({
    run: () => api.post(cancelReview, '/api/o/{organisation}/reviews/{review}/cancel', { params: of, body: {} }),
    done: () => t('reviews.done.cancelled'),
  })
  const asked = what === null ? null : { close, cancel }[what]
  const asking = t('reviews.close.what', { drop: count('drop'), open: count(null) })
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-6 print:hidden">
      <p aria-live="polite">{asking}</p>
      {!review.mayClose && <p className="text-sm text-muted">{t('reviews.close.only')}</p>}
      <div className="flex flex-wrap gap-2">
        {review.mayClose && <Button onClick={() => ask('close')}>{t('reviews.close')}</Button>}
        <Button kind="quiet" onClick={() => ask('cancel')}>
          {t('reviews.cancel')}
        </Button>
      </div>
      {what !== null && asked !== null && (
        <ConfirmDialog
          open
          onOpenChange={() => ask(null)}
          title={t(`reviews.${what}`)}
          confirm={t(`reviews.${what}`)}
          kind={what === 'close' && count('drop') === 0 ? 'primary' : 'danger'}
          busy={asked.isPending}
          onConfirm={() => asked.mutate(undefined)}
        >
          {what === 'close' ? asking : t('reviews.cancel.what')}
        </ConfirmDialog>
      )}
    </div>
  )
}
