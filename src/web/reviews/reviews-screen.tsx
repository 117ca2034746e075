// The reviews of this organisation: begin one, go on with it, look at earlier ones.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ClipboardCheck } from 'lucide-react'
import { useState } from 'react'
import { startReview } from '../../server/reviews/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useParam } from '../place.ts'
import { problemText } from '../problem.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Status } from '../ui/status.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { useCommand } from '../use-command.ts'
import { type ReviewListed, reviewsQuery, type Side } from './reviews-data.ts'

export function ReviewsScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const list = useQuery(reviewsQuery(organisation))
  usePageTitle(t('reviews.title'))
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageHeader help={<HelpLink />} title={t('reviews.title')} description={t('reviews.none.hint')} />
      {list.isPending && <SkeletonLines label={t('ui.loading')} lines={6} />}
      {list.isError && <p className="text-danger-ink">{problemText(t, list.error)}</p>}
      {list.data?.mayStart.map((side) => (
        <Begin
          key={side}
          organisation={organisation}
          side={side}
          open={list.data.reviews.find((one) => one.side === side && one.state === 'open')}
        />
      ))}
      {list.data?.reviews.length === 0 && <EmptyState icon={<ClipboardCheck />} title={t('reviews.none')} />}
      {list.data && <Earlier organisation={organisation} reviews={list.data.reviews.filter(({ state }) => state !== 'open')} />}
    </div>
  )
}

function Begin({ organisation, side, open }: { organisation: string; side: Side; open: ReviewListed | undefined }) {
  const t = useTexts()
  const navigate = useNavigate()
  const [only, choose] = useState<'all' | 'unused'>('all')
  const start = useCommand({
    run: () => api.post(startReview, '/api/o/{organisation}/reviews', { params: { organisation }, body: { side, only } }),
    after: ({ id }) => void navigate({ to: '/o/$organisation/reviews/$review', params: { organisation, review: id } }),
  })
  return (
    <SectionCard title={t(`reviews.side.${side}`)} description={t(`reviews.what.${side}`)}>
      {open ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Described review={open} />
          <TextLink to={'/o/$organisation/reviews/$review'} params={{ organisation, review: open.id }}>
            {t('reviews.continue')}
          </TextLink>
        </div>
      ) : (
        <div className="flex flex-col items-start gap-4">
          <RadioGroup
            label={t('reviews.begin.only')}
            options={(['all', 'unused'] as const).map((value) => ({ value, label: t(`reviews.begin.${value}`) }))}
            value={only}
            onChange={choose}
          />
          <Button busy={start.isPending} onClick={() => start.mutate(undefined)}>
            {t('reviews.begin')}
          </Button>
        </div>
      )}
    </SectionCard>
  )
}

function Earlier({ organisation, reviews }: { organisation: string; reviews: readonly ReviewListed[] }) {
  const t = useTexts()
  if (reviews.length === 0) return null
  return (
    <SectionCard title={t('reviews.earlier')} flush>
      <ul>
        {reviews.map((review) => (
          <li
            key={review.id}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-3 first:border-t-0 sm:px-6"
          >
            <Described review={review} />
            <TextLink to={'/o/$organisation/reviews/$review'} params={{ organisation, review: review.id }}>
              {t('reviews.show')}
            </TextLink>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}

function Described({ review }: { review: ReviewListed }) {
  const t = useTexts()
  const formats = useFormats()
  const { counts, state } = review
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="flex flex-wrap items-center gap-x-3">
        <Status tone={state === 'closed' ? 'success' : state === 'open' ? 'info' : 'neutral'} mark={state === 'open' ? 'half' : 'full'}>
          {t(`reviews.state.${state}`)}
        </Status>
        {t(`reviews.side.${review.side}`)}
      </span>
      <span className="text-sm text-muted">
        {t('reviews.started', { date: formats.longDate(review.startedAt), person: review.startedBy })} ·{' '}
        {t('reviews.progress', { done: counts.items - counts.open, total: counts.items })}
      </span>
    </span>
  )
}
