// The yearly review of one partner: keep what is needed, take away the rest, and it is written down that somebody looked.
import { useState } from 'react'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { reviewAccess } from '../../server/partners/renewal-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useCommand } from '../use-command.ts'
import { KeptRights } from './kept-rights.tsx'
import { type Of, path, type RenewalShown } from './renewal-data.ts'
import { RenewalPage } from './renewal-page.tsx'

export function ReviewScreen() {
  const t = useTexts()
  const [dropped, setDropped] = useState<number>()
  return (
    <RenewalPage title={(partner) => t('renewal.review.title', { partner })}>
      {(of, data) =>
        dropped === undefined ? (
          <Review key={data.version} of={of} data={data} onDone={setDropped} />
        ) : (
          <Banner
            tone="success"
            urgent
            title={t('renewal.review.done')}
            actions={
              <ButtonLink size="small" to="/o/$organisation/partners/$partnership" params={of}>
                {t('renewal.see', { partner: data.partner })}
              </ButtonLink>
            }
          >
            {t('renewal.review.done.what', { count: dropped })}
          </Banner>
        )
      }
    </RenewalPage>
  )
}

function Review({ of, data, onDone }: { of: Of; data: RenewalShown; onDone: (dropped: number) => void }) {
  const t = useTexts()
  const formats = useFormats()
  const [kept, keep] = useState<readonly RightId[]>(data.rights.filter((row) => row.keep).map(({ right }) => right))
  const drop = data.rights.map(({ right }) => right).filter((right) => !kept.includes(right))
  const { partner, version, since, reviewedAt, endsOn } = data
  const review = useCommand({
    run: () => api.post(reviewAccess, `${path}/review`, { params: of, body: { version, drop } }),
    problems: 'inline',
    after: () => onDone(drop.length),
  })
  const until = endsOn === null ? t('renewal.open_end') : t('renewal.until', { date: formats.longDate(endsOn) })
  return (
    <>
      <SectionCard
        title={t('renewal.rights')}
        description={
          <>
            {t('renewal.since', { partner, date: formats.longDate(since), until })}{' '}
            {reviewedAt !== null && t('renewal.reviewed', { date: formats.longDate(reviewedAt) })}
          </>
        }
      >
        <KeptRights rights={data.rights} kept={kept} onChange={keep} />
      </SectionCard>
      {review.error !== null && (
        <p role="alert" className="text-sm text-danger-ink">
          {problemText(t, review.error)}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" busy={review.isPending} onClick={() => review.mutate(undefined)}>
          {drop.length === 0 ? t('renewal.review.keep', { count: kept.length }) : t('renewal.review.drop', { count: drop.length })}
        </Button>
        <ButtonLink to="/o/$organisation/partners/$partnership" params={of}>
          {t('renewal.other')}
        </ButtonLink>
      </div>
    </>
  )
}
