// Which product families a preset is meant for.
import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { Check } from 'lucide-react'
import { type Family, families } from '../../../domain/rights/catalogue.ts'
import type { PresetId } from '../../../domain/rights/presets.ts'
import { useTexts } from '../../texts.tsx'
import { GroupField } from '../../ui/group-field.tsx'
import { pickedFamilies } from './asking.ts'
import { type Draft, pickFamilies } from './draft.ts'

export type FamilyChipsProps = { draft: Draft; onChange: (draft: Draft) => void; preset: PresetId }

export function FamilyChips({ draft, onChange, preset }: FamilyChipsProps) {
  const t = useTexts()
  const picked = pickedFamilies(draft.asking)
  if (preset !== 'limited' && picked.length === families.length) return null
  return (
    <GroupField label={t('add-customer.families')} hint={picked.length === 0 ? t('add-customer.families.none') : undefined}>
      {(described) => (
        <ToggleGroup<Family>
          {...described}
          multiple
          value={picked}
          onValueChange={(chosen) => onChange(pickFamilies(draft, preset, inOrder(chosen)))}
          className="flex flex-wrap gap-2"
        >
          {families.map((family) => (
            <Toggle key={family} value={family} className={chipClass}>
              {picked.includes(family) && <Check aria-hidden="true" className="size-3.5" />}
              {t(`families.${family}`)}
            </Toggle>
          ))}
        </ToggleGroup>
      )}
    </GroupField>
  )
}

const inOrder = (chosen: readonly Family[]) => families.filter((family) => chosen.includes(family))

const chipClass =
  'inline-flex min-h-8 items-center gap-1.5 rounded-md border border-edge bg-surface px-3 text-sm text-muted hover:bg-hover hover:text-ink pointer-coarse:min-h-11 ' +
  'data-pressed:border-accent data-pressed:bg-accent-soft data-pressed:font-medium data-pressed:text-accent-ink forced-colors:data-pressed:bg-[Highlight] forced-colors:data-pressed:text-[HighlightText]'
