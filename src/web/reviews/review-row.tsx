// One item of a review: what somebody has, since when, when it was last used, and the two buttons.
import { Check, Undo2, X } from 'lucide-react'
import { isSensitive } from '../../domain/rights/catalogue.ts'
import { type Formats, useFormats } from '../formats.ts'
import { scopesInWords } from '../granting/scopes-in-words.ts'
import { type Translate, useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Badge } from '../ui/status.tsx'
import type { Decision, ReviewItem } from './reviews-data.ts'

type ReviewRowProps = { item: ReviewItem; isCurrent: boolean; mayDecide: boolean; onDecide: (decision: Decision) => void }

export function ReviewRow({ item, isCurrent, mayDecide, onDecide }: ReviewRowProps) {
  const t = useTexts()
  const formats = useFormats()
  const { decision, result } = item
  return (
    <li
      data-position={item.position}
      aria-current={isCurrent || undefined}
      className={classNames(
        'flex flex-col gap-3 border-t border-line px-4 py-3 first:border-t-0 sm:flex-row sm:items-center sm:justify-between',
        isCurrent && 'bg-hover outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <span className="flex min-w-0 flex-col gap-0.5">
        <span className="flex flex-wrap items-center gap-2">
          <span className={classNames('wrap-anywhere', decision === 'drop' && 'line-through decoration-1')}>{nameOf(t, item)}</span>
          {item.right !== null && isSensitive(item.right) && <Badge tone="warning">{t('rights.sensitive')}</Badge>}
          {item.holder?.kind === 'team' && <Badge>{t('reviews.team')}</Badge>}
        </span>
        <span className="text-sm text-muted">{detailsOf(t, formats, item).join(' · ')}</span>
      </span>
      {result !== null ? (
        <Badge tone={result === 'dropped' ? 'danger' : result === 'kept' ? 'success' : 'neutral'}>{t(`reviews.${result}`)}</Badge>
      ) : mayDecide ? (
        <Buttons decision={decision} onDecide={onDecide} />
      ) : (
        decision && <Badge>{t(`reviews.${decision}`)}</Badge>
      )}
    </li>
  )
}

function Buttons({ decision, onDecide }: Pick<ReviewRowProps, 'onDecide'> & { decision: Decision }) {
  const t = useTexts()
  if (decision !== null)
    return (
      <span className="flex shrink-0 items-center gap-2">
        <Badge tone={decision === 'drop' ? 'danger' : 'success'}>{t(`reviews.${decision}`)}</Badge>
        <span className="print:hidden">
          <Button size="small" kind="quiet" icon={<Undo2 aria-hidden="true" className="size-4" />} onClick={() => onDecide(null)}>
            {t('reviews.undo')}
          </Button>
        </span>
      </span>
    )
  return (
    <span className="flex shrink-0 flex-wrap gap-2 print:hidden">
      <Button size="small" icon={<Check aria-hidden="true" className="size-4" />} onClick={() => onDecide('keep')}>
        {t('reviews.keep')}
      </Button>
      <Button size="small" icon={<X aria-hidden="true" className="size-4" />} onClick={() => onDecide('drop')}>
        {t('reviews.drop')}
      </Button>
    </span>
  )
}

function nameOf(t: Translate, { right, holder }: ReviewItem): string {
  return right === null ? (holder?.name ?? '') : t(`rights.${right}`)
}

function detailsOf(t: Translate, formats: Formats, item: ReviewItem): readonly string[] {
  const { since, endsAt, lastUsedAt, lastUsedBy, right, rights } = item
  const used =
    lastUsedAt === null
      ? t(right === null ? 'reviews.never_there' : 'reviews.never_used')
      : right === null
        ? t('reviews.last_visit', { date: formats.date(lastUsedAt) })
        : lastUsedBy === null
          ? t('reviews.last_used', { date: formats.date(lastUsedAt) })
          : t('reviews.last_used_by', { date: formats.date(lastUsedAt), person: lastUsedBy })
  const reach =
    right === null
      ? rights === null
        ? t('reviews.unlimited')
        : t('reviews.limited', { count: rights.length })
      : scopesInWords(t, formats, item.scopes, [])
  return [
    reach,
    since && t('reviews.since', { date: formats.date(since) }),
    used,
    endsAt && t('reviews.until', { date: formats.date(endsAt) }),
  ].filter((part): part is string => Boolean(part))
}
