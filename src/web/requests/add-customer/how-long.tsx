// How long the rights are asked for, and for how many days the request can be answered.
import { longestDays } from '../../../domain/partnership/terms.ts'
import { useTexts } from '../../texts.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { dayFromNow, today } from './days.ts'
import type { Draft } from './draft.ts'
import type { StepProps } from './who-step.tsx'

export function HowLong({ draft, onChange, wrong }: StepProps) {
  const t = useTexts()
  return (
    <section aria-labelledby="how-long" className="flex flex-col gap-4 border-t border-line pt-6">
      <h3 id="how-long" className="font-semibold">
        {t('add-customer.end')}
      </h3>
      <RadioGroup<Draft['end']>
        label={t('add-customer.end')}
        labelHidden
        value={draft.end}
        onChange={(end) => onChange({ ...draft, end })}
        options={[
          { value: 'none', label: t('common.no_end'), hint: t('add-customer.end.review') },
          { value: 'on', label: t('add-customer.end.on') },
          { value: 'after', label: t('add-customer.end.after') },
        ]}
      />
      {draft.end === 'on' && (
        <DateInput
          label={t('add-customer.end.last_day')}
          min={today()}
          max={dayFromNow(longestDays)}
          value={draft.lastDay}
          onChange={(lastDay) => onChange({ ...draft, lastDay })}
          error={wrong.lastDay && t(wrong.lastDay)}
        />
      )}
      {draft.end === 'after' && (
        <div className="max-w-60">
          <TextInput
            label={t('add-customer.end.days')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            value={draft.days}
            onChange={(days) => onChange({ ...draft, days })}
            after={t('add-customer.days')}
            error={wrong.days && t(wrong.days)}
          />
        </div>
      )}
      <div className="max-w-60 pt-2">
        <TextInput
          label={t('add-customer.validity')}
          hint={t('add-customer.validity.hint')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
          value={draft.validityDays}
          onChange={(validityDays) => onChange({ ...draft, validityDays })}
          after={t('add-customer.days')}
          error={wrong.validityDays && t(wrong.validityDays)}
        />
      </div>
    </section>
  )
}
