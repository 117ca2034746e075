// One sensitive right, decided on its own: a switch that starts off, or Allow / Do not allow where the partner needs an answer.
import { Diamond } from 'lucide-react'
import { memo } from 'react'
import { type RightId, rightOf } from '../../domain/rights/catalogue.ts'
import { type TextValues, useTexts } from '../texts.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Badge } from '../ui/status.tsx'
import { Switch } from '../ui/switch.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { reasonsFor, withoutItFor } from './asked.ts'
import { withAnswer } from './choosing.ts'
import type { ChoosingProps } from './choosing-props.ts'
import { NeededMissing } from './needed-missing.tsx'
import { Quotes, WithoutIt } from './quotes.tsx'

/** Who would pay, and up to how much, said below the right to order. */
export type PaymentSentence = { readonly id: string; readonly values: TextValues } | null

export type SensitiveRightFieldProps = Omit<ChoosingProps, 'choosing' | 'products'> & {
  right: RightId
  answer: boolean | null
  /** Of the right to order alone. */
  payment: PaymentSentence
}

/** Drawn again only when its own answer changes: the page has many of them. */
export const SensitiveRightField = memo(function SensitiveRightField({ right, answer, payment, ...props }: SensitiveRightFieldProps) {
  const t = useTexts()
  const { onChange, requested, partner } = props
  const isNeeded = requested.some((row) => row.right === right && row.required)
  const label = t(`rights.${right}.name`)
  return (
    <li className="grid gap-x-6 gap-y-3 py-4 sm:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="flex min-w-0 flex-col gap-1">
        <h3 className="font-medium">
          <Diamond aria-hidden="true" className="mr-2 inline size-3 shrink-0 fill-current text-warning" />
          {label}
          <span className="ml-2 inline-flex flex-wrap gap-1.5 align-[1px]">
            <Badge tone="warning">{t(`rights.sensitive.${rightOf(right).sensitive ?? 'money'}`)}</Badge>
            {isNeeded && <Badge tone="info">{t('rights.requirement.required')}</Badge>}
            {props.changed?.has(right) && <Badge tone="warning">{t('conversation.changed_mark')}</Badge>}
          </span>
        </h3>
        <p className="text-sm text-muted">
          {t(`rights.${right}`)} {payment !== null && t(payment.id, payment.values)}
        </p>
        <Quotes reasons={reasonsFor(requested, [right])} />
        <WithoutIt texts={withoutItFor(requested, [right])} />
        {isNeeded && answer === null && <p className="text-sm text-accent-ink">{t('consent.unanswered', { partner })}</p>}
        {isNeeded && answer === false && <NeededMissing partner={partner} />}
      </div>
      {isNeeded ? (
        <SegmentedControl<'yes' | 'no'>
          label={label}
          labelHidden
          wide
          value={answer === null ? null : answer ? 'yes' : 'no'}
          onChange={(value) => onChange((choosing) => withAnswer(choosing, right, value === 'yes'))}
          options={[
            { value: 'no', label: t('consent.do_not_allow') },
            { value: 'yes', label: t('consent.allow') },
          ]}
        />
      ) : (
        <div className="flex items-start sm:justify-end">
          <Switch
            label={
              <>
                {t('consent.allow')} <VisuallyHidden>{label}</VisuallyHidden>
              </>
            }
            side="start"
            checked={answer === true}
            onChange={(on) => onChange((choosing) => withAnswer(choosing, right, on))}
          />
        </div>
      )}
    </li>
  )
})
