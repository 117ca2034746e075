// Beside more rights: a later end for what is in force, another payer, another limit. What is not touched stays as it is.
import { type Payer, type Terms, termsUnchanged } from '../../domain/partnership/terms.ts'
import { localDate } from '../../domain/time.ts'
import { withPayment } from '../granting/payment-fields.tsx'
import { useTexts } from '../texts.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { TextInput } from '../ui/text-input.tsx'

export type Asked = { readonly until: string; readonly payer: Payer | null; readonly limit: string }
export const nothingMore: Asked = { until: '', payer: null, limit: '' }

/** Undefined while the limit cannot be read. */
export function termsAsked({ until, payer, limit }: Asked): Terms | undefined {
  const paid = withPayment(termsUnchanged, { payer: 'customer', methodId: null, limit, currency: 'CHF', period: 'month' })
  if (paid === undefined) return undefined
  const end =
    until === '' ? termsUnchanged : { ...termsUnchanged, end: { kind: 'on', date: localDate(until) } as const, extendsGrant: true }
  return { ...end, payer, spendingLimit: paid.spendingLimit }
}

export const isAnyAsked = ({ until, payer, limit }: Asked): boolean => until !== '' || payer !== null || limit.trim() !== ''

export function MoreTerms({
  asked,
  onChange,
  endsOn,
  payer,
}: {
  asked: Asked
  onChange: (asked: Asked) => void
  endsOn: string | null
  payer: Payer | null
}) {
  const t = useTexts()
  return (
    <Disclosure summary={t('requests.more.terms')}>
      <div className="flex flex-col gap-4">
        {endsOn !== null && (
          <DateInput
            label={t('requests.more.until')}
            hint={t('requests.more.until.hint')}
            min={endsOn}
            value={asked.until}
            onChange={(until) => onChange({ ...asked, until })}
          />
        )}
        <SegmentedControl<Payer | 'same'>
          label={t('common.payer')}
          value={asked.payer ?? 'same'}
          onChange={(chosen) => onChange({ ...asked, payer: chosen === 'same' ? null : chosen })}
          options={[
            { value: 'same', label: t('requests.more.payer.same') },
            ...(payer === 'customer' ? [] : [{ value: 'customer' as const, label: t('requests.counter.payer.customer') }]),
            ...(payer === 'partner' ? [] : [{ value: 'partner' as const, label: t('requests.counter.payer.partner') }]),
          ]}
        />
        <div className="max-w-60">
          <TextInput
            label={t('requests.more.limit')}
            inputMode="decimal"
            optional
            value={asked.limit}
            onChange={(limit) => onChange({ ...asked, limit })}
            error={termsAsked(asked) === undefined ? t('consent.limit.wrong') : undefined}
          />
        </div>
      </div>
    </Disclosure>
  )
}
