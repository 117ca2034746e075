// The presets as cards, each with what it means and how many rights it holds; a fifth one once rights were chosen one by one.
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { Diamond } from 'lucide-react'
import { useId } from 'react'
import { families, isSensitive, type RightId } from '../../../domain/rights/catalogue.ts'
import { type PresetId, presets, rightsOfPreset } from '../../../domain/rights/presets.ts'
import { useTexts } from '../../texts.tsx'
import { GroupField } from '../../ui/group-field.tsx'
import { Badge } from '../../ui/status.tsx'
import { choosePreset, type Draft, presetIn } from './draft.ts'
import type { StepProps } from './who-step.tsx'

type Choice = PresetId | 'custom'

export function PresetCards({ draft, onChange, wrong, isVerified }: StepProps & { isVerified: boolean }) {
  const t = useTexts()
  const chosen: Choice = presetIn(draft) ?? 'custom'
  const choose = (choice: Choice) =>
    onChange(choice === 'custom' ? { ...draft, asking: { ...draft.asking, rights: draft.custom ?? [] } } : choosePreset(draft, choice))
  return (
    <GroupField label={t('add-customer.preset')} error={wrong.rights && t(wrong.rights)}>
      {(described) => (
        <RadioGroup<Choice>
          {...described}
          {...(wrong.rights && { 'data-wrong': '', tabIndex: -1 })}
          value={chosen}
          onValueChange={choose}
          className="grid gap-2 outline-none sm:grid-cols-2"
        >
          {presets.map((preset) => (
            <Card
              key={preset}
              choice={preset}
              rights={rightsIn(draft, preset)}
              isOpen={isVerified || !rightsIn(draft, preset).some(isSensitive)}
            />
          ))}
          {(draft.custom !== null || chosen === 'custom') && (
            <Card choice="custom" rights={chosen === 'custom' ? draft.asking.rights : (draft.custom ?? [])} isOpen />
          )}
        </RadioGroup>
      )}
    </GroupField>
  )
}

function rightsIn(draft: Draft, preset: PresetId): readonly RightId[] {
  return rightsOfPreset(preset, draft.payer, preset === 'limited' ? draft.picked : families)
}

function Card({ choice, rights, isOpen }: { choice: Choice; rights: readonly RightId[]; isOpen: boolean }) {
  const t = useTexts()
  const id = useId()
  const sensitive = rights.filter(isSensitive).length
  return (
    <label htmlFor={id} className={cardClass}>
      <Radio.Root
        id={id}
        value={choice}
        disabled={!isOpen}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-count ${id}-what`}
        className={dotClass}
      >
        <Radio.Indicator className="size-1.5 rounded-full bg-on-solid data-unchecked:hidden" />
      </Radio.Root>
      <span className="flex min-w-0 grow flex-col gap-1">
        <span className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
          <span id={`${id}-name`} className="font-medium">
            {t(`presets.${choice}`)}
          </span>
          <span id={`${id}-count`} className="text-xs text-muted tabular-nums">
            {t('rights.count', { count: rights.length })}
          </span>
        </span>
        <span id={`${id}-what`} className="flex flex-col items-start gap-1.5 text-xs text-muted">
          {t(`add-customer.preset.${choice}`)}
          {sensitive > 0 && (
            <Badge tone="warning">
              <Diamond aria-hidden="true" className="fill-current" />
              {t('add-customer.sensitive_count', { count: sensitive })}
            </Badge>
          )}
          {!isOpen && <span className="text-warning-ink">{t('add-customer.preset.unverified')}</span>}
        </span>
      </span>
    </label>
  )
}

const cardClass =
  'flex items-start gap-2.5 rounded-lg border border-line p-3 text-sm transition-colors not-has-data-disabled:cursor-pointer not-has-data-disabled:hover:bg-hover ' +
  'has-data-checked:border-accent has-data-checked:bg-accent-soft has-data-checked:hover:bg-accent-soft has-data-disabled:bg-sunken'
const dotClass =
  'mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-edge bg-surface transition-colors ' +
  'data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50 forced-colors:data-checked:bg-[Highlight]'
