// Who pays what the partner orders, and where the customer pays, up to how much.
import { type Payer, spendingPeriods } from '../../../domain/partnership/terms.ts'
import { useTexts } from '../../texts.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { choosePayer, currencies } from './draft.ts'
import type { StepProps } from './who-step.tsx'

export function WhoPays({ draft, onChange, wrong, partner }: StepProps & { partner: string }) {
  const t = useTexts()
  return (
    <section aria-labelledby="who-pays" className="flex flex-col gap-4 border-t border-line pt-6">
      <header className="flex flex-col gap-1">
        <h3 id="who-pays" className="font-semibold">
          {t('add-customer.payer')}
        </h3>
        <p className="max-w-prose text-sm text-muted">{t('add-customer.payer.what')}</p>
      </header>
      <RadioGroup<Payer | 'open'>
        label={t('add-customer.payer')}
        labelHidden
        value={draft.payer ?? 'open'}
        onChange={(payer) => onChange(choosePayer(draft, payer === 'open' ? null : payer))}
        options={[
          { value: 'open', label: t('common.not_set'), hint: t('add-customer.payer.open') },
          { value: 'customer', label: t('add-customer.payer.customer') },
          { value: 'partner', label: t('add-customer.payer.us', { partner }) },
        ]}
      />
      {draft.payer === 'customer' && <Limit {...{ draft, onChange, wrong }} />}
    </section>
  )
}

function Limit({ draft, onChange, wrong }: StepProps) {
  const t = useTexts()
  return (
    <fieldset className="flex max-w-xl flex-col gap-3">
      <legend className="mb-3 text-sm font-medium">{t('common.spending_limit')}</legend>
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_7rem_12rem]">
        <TextInput
          label={t('add-customer.limit.amount')}
          hint={t('add-customer.limit.hint')}
          inputMode="decimal"
          autoComplete="off"
          value={draft.limit}
          onChange={(limit) => onChange({ ...draft, limit })}
          error={wrong.limit && t(wrong.limit)}
        />
        <Select
          label={t('add-customer.limit.currency')}
          value={draft.currency}
          onChange={(currency) => onChange({ ...draft, currency })}
          options={currencies.map((value) => ({ value, label: value }))}
        />
        <Select
          label={t('add-customer.limit.period')}
          value={draft.period}
          onChange={(period) => onChange({ ...draft, period })}
          options={spendingPeriods.map((value) => ({ value, label: t(`common.period.${value}`) }))}
        />
      </div>
    </fieldset>
  )
}
