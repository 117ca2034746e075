// Standard or Strict, as one choice with its parts behind "Details": with one partner, or for all new ones.
import { type StrictnessLevel, strictnessLevels } from '../../domain/partnership/strictness.ts'
import { useTexts } from '../texts.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Switch } from '../ui/switch.tsx'

export type StrictPartShown = {
  readonly id: string
  readonly isOn: boolean
  readonly hint?: string | undefined
  readonly isFixed?: boolean | undefined
}

export type StrictChoiceProps = {
  level: StrictnessLevel
  changes: number
  parts: readonly StrictPartShown[]
  mayChange: boolean
  busy: boolean
  onLevel: (level: StrictnessLevel) => void
  onPart: (part: string, on: boolean) => void
}

export function StrictChoice({ level, changes, parts, mayChange, busy, onLevel, onPart }: StrictChoiceProps) {
  const t = useTexts()
  const name = t(`strictness.${level}`)
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {mayChange ? (
          <SegmentedControl<StrictnessLevel>
            label={t('strictness.title')}
            labelHidden
            value={level}
            disabled={busy}
            onChange={onLevel}
            options={strictnessLevels.map((value) => ({ value, label: t(`strictness.${value}`) }))}
          />
        ) : (
          <p className="font-medium">{name}</p>
        )}
        {changes > 0 && <p className="text-sm text-muted">{t('strictness.changes', { level: name, count: changes })}</p>}
      </div>
      <Disclosure summary={t('strictness.details')}>
        <div className="flex flex-col gap-4">
          {parts.map(({ id, isOn, hint, isFixed = false }) => (
            <Switch
              key={id}
              label={t(`strictness.part.${id}`)}
              hint={hint}
              side="start"
              checked={isOn}
              disabled={!mayChange || busy || isFixed}
              onChange={(on) => onPart(id, on)}
            />
          ))}
        </div>
      </Disclosure>
    </div>
  )
}
