// Of one row that is asked for: whether the partner can do without it, on which products, and why; in one line, and opened to change it.
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import type { Family, RightId } from '../../../domain/rights/catalogue.ts'
import { reasonMax, withoutItMax } from '../../../server/partnerships/contract.ts'
import { Quotes, WithoutIt } from '../../granting/quotes.tsx'
import { type Translate, useTexts } from '../../texts.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { AdjustProps } from './adjust-props.ts'
import {
  type Firmness,
  firmnessesOf,
  firmnessOf,
  type Reach,
  reaches,
  reachOf,
  saidWithoutIt,
  withFirmness,
  withReach,
  withReason,
} from './asking.ts'

export type RightDetailsProps = AdjustProps & {
  name: string
  view: RightId
  /** The higher step, while it is asked for. */
  manage: RightId | null
  /** What has products to choose from; null where it is the whole organisation's. */
  about: Family | RightId | null
}

export function RightDetails(props: RightDetailsProps) {
  const t = useTexts()
  const id = useId()
  const [isOpen, open] = useState(false)
  const { asking, name, view } = props
  const reason = asking.reasons[view]?.trim() ?? ''
  const withoutIt = asking.withoutIt[view]?.trim() ?? ''
  return (
    <div className="flex flex-col gap-2">
      <div className="rounded-md bg-sunken text-sm">
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => open(!isOpen)} className={lineClass}>
          <span className="min-w-0">
            <VisuallyHidden>{name}</VisuallyHidden> {summary(t, props)}
          </span>
          <span className="flex shrink-0 items-center gap-1 text-accent-ink">
            {t('common.change')}
            <ChevronDown aria-hidden="true" className={classNames('size-4 transition-[rotate]', isOpen && 'rotate-180')} />
          </span>
        </button>
        <div id={id} hidden={!isOpen} className="px-3 pt-2 pb-3">
          <Fields {...props} />
        </div>
      </div>
      {!isOpen && reason !== '' && <Quotes reasons={[reason]} />}
      {!isOpen && withoutIt !== '' && <WithoutIt texts={[withoutIt]} />}
    </div>
  )
}

function Fields({ asking, onChange, name, view, manage, about }: RightDetailsProps) {
  const t = useTexts()
  return (
    <fieldset className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <legend className="sr-only">{name}</legend>
      <Select<Firmness>
        label={t('add-customer.need')}
        value={firmnessOf(asking, view, manage)}
        onChange={(firmness) => onChange(withFirmness(asking, view, manage, firmness))}
        options={firmnessesOf(asking, view, manage).map((value) => ({ value, label: t(`add-customer.need.${value}`) }))}
      />
      {about !== null && (
        <Select<Reach>
          label={t('add-customer.reach')}
          value={reachOf(asking, about)}
          onChange={(reach) => onChange(withReach(asking, about, reach))}
          options={reaches.map((value) => ({ value, label: t(`add-customer.reach.${value}`) }))}
        />
      )}
      <div className="sm:col-span-2">
        <Textarea
          label={t('add-customer.reason')}
          hint={t('add-customer.reason.hint')}
          optional
          rows={2}
          maxLength={reasonMax}
          value={asking.reasons[view] ?? ''}
          onChange={(text) => onChange(withReason(asking, view, text))}
        />
      </div>
      <div className="sm:col-span-2">
        <Textarea
          label={t('add-customer.without_it')}
          hint={t('add-customer.without_it.hint')}
          optional
          rows={1}
          maxLength={withoutItMax}
          value={asking.withoutIt[view] ?? ''}
          onChange={(text) => onChange(saidWithoutIt(asking, view, text))}
        />
      </div>
    </fieldset>
  )
}

function summary(t: Translate, { asking, view, manage, about }: RightDetailsProps): string {
  const need = t(`add-customer.need.${firmnessOf(asking, view, manage)}`)
  return about === null ? need : t('add-customer.adjust.summary', { need, reach: t(`add-customer.reach.${reachOf(asking, about)}`) })
}

const lineClass =
  'flex min-h-9 w-full items-center justify-between gap-3 rounded-md px-3 py-1.5 text-left hover:bg-hover pointer-coarse:min-h-11'
