// The presets as cards, each with what it means and how many rights it holds; a fifth one once rights were chosen one by one.
import { Diamond } from 'lucide-react'
import { useId } from 'react'
import { families, isSensitive, type RightId } from '../../../domain/rights/catalogue.ts'
import { type PresetId, presets, rightsOfPreset } from '../../../domain/rights/presets.ts'
import { useTexts } from '../../texts.tsx'
import { GroupField } from '../../ui/group-field.tsx'
import { RadioDot } from '../../ui/radio-dot.tsx'
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
        <div
          role="radiogroup"
          {...described}
          {...(wrong.rights && { 'data-wrong': '', tabIndex: -1 })}
          className="grid gap-2 outline-none sm:grid-cols-2"
        >
          {presets.map((preset) => (
            <Card
              key={preset}
              choice={preset}
              isChosen={chosen === preset}
              onChoose={choose}
              rights={rightsIn(draft, preset)}
              isOpen={isVerified || !rightsIn(draft, preset).some(isSensitive)}
            />
          ))}
          {(draft.custom !== null || chosen === 'custom') && (
            <Card
              choice="custom"
              isChosen={chosen === 'custom'}
              onChoose={choose}
              rights={chosen === 'custom' ? draft.asking.rights : (draft.custom ?? [])}
              isOpen
            />
          )}
        </div>
      )}
    </GroupField>
  )
}

function rightsIn(draft: Draft, preset: PresetId): readonly RightId[] {
  return rightsOfPreset(preset, draft.payer, preset === 'limited' ? draft.picked : families)
}

type CardProps = {
  choice: Choice
  rights: readonly RightId[]
  isOpen: boolean
  isChosen: boolean
  onChoose: (choice: Choice) => void
}

function Card({ choice, rights, isOpen, isChosen, onChoose }: CardProps) {
  const t = useTexts()
  const id = useId()
  const sensitive = rights.filter(isSensitive).length
  return (
    <label htmlFor={id} className={cardClass}>
      <RadioDot
        id={id}
        name="preset"
        value={choice}
        checked={isChosen}
        disabled={!isOpen}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-count ${id}-what`}
        onChange={() => onChoose(choice)}
      />
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
  'flex items-start gap-2.5 rounded-lg border border-line p-3 text-sm not-has-disabled:cursor-pointer not-has-disabled:hover:bg-hover ' +
  'has-checked:border-accent has-checked:bg-accent-soft has-checked:hover:bg-accent-soft has-disabled:bg-sunken'
