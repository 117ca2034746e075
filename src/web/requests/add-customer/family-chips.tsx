// Which product families a preset is meant for.
import { Toggle } from '@base-ui/react/toggle'
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
  const toggle = (family: Family, on: boolean) =>
    onChange(
      pickFamilies(
        draft,
        preset,
        families.filter((one) => (one === family ? on : picked.includes(one))),
      ),
    )
  return (
    <GroupField label={t('add-customer.families')} hint={picked.length === 0 ? t('add-customer.families.none') : undefined}>
      {(described) => (
        // biome-ignore lint/a11y/useSemanticElements: the label is no legend
        <div role="group" {...described} className="flex flex-wrap gap-2">
          {families.map((family) => (
            <Toggle key={family} pressed={picked.includes(family)} onPressedChange={(on) => toggle(family, on)} className={chipClass}>
              {picked.includes(family) && <Check aria-hidden="true" className="size-3.5" />}
              {t(`families.${family}`)}
            </Toggle>
          ))}
        </div>
      )}
    </GroupField>
  )
}

const chipClass =
  'inline-flex min-h-8 items-center gap-1.5 rounded-md border border-edge bg-surface px-3 text-sm text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:min-h-11 ' +
  'data-pressed:border-accent data-pressed:bg-accent-soft data-pressed:font-medium data-pressed:text-accent-ink forced-colors:data-pressed:bg-[Highlight] forced-colors:data-pressed:text-[HighlightText]'
