// Standard or Strict with this partner: one choice, with its parts behind "Details".
import { useQuery } from '@tanstack/react-query'
import { type StrictnessLevel, type StrictPart, strictnessLevels, strictnessOf, strictParts } from '../../domain/partnership/strictness.ts'
import { getStrictness, setStrictness } from '../../server/strictness/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Switch } from '../ui/switch.tsx'
import { useCommand } from '../use-command.ts'
import type { Of } from './partners-data.ts'

const path = '/api/o/{organisation}/partnerships/{partnership}/strictness'

export function StrictnessCard({ of, partner }: { of: Of; partner: string }) {
  const t = useTexts()
  const { data } = useQuery(api.query(getStrictness, path, { params: of }))
  const save = useCommand({
    run: (parts: ReturnType<typeof strictnessOf>) => api.put(setStrictness, path, { params: of, body: parts }),
    done: () => t('partners.people.saved'),
  })
  if (!data) return null
  const { level, changes, parts, mayChange } = data
  const isFixed = !mayChange || save.isPending
  const change = (part: StrictPart, on: boolean) => save.mutate({ ...parts, [part]: on })
  return (
    <SectionCard title={t('strictness.title')} description={t('strictness.what', { partner })}>
      <div className="flex flex-col gap-4">
        {mayChange ? (
          <SegmentedControl<StrictnessLevel>
            label={t('strictness.title')}
            value={level}
            onChange={(chosen) => save.mutate(strictnessOf(chosen))}
            options={strictnessLevels.map((value) => ({ value, label: t(`strictness.${value}`) }))}
          />
        ) : (
          <p>{t(`strictness.${level}`)}</p>
        )}
        {changes > 0 && (
          <p className="text-sm text-muted">{t('strictness.changes', { level: t(`strictness.${level}`), count: changes })}</p>
        )}
        <Disclosure summary={t('strictness.details')}>
          <div className="flex flex-col gap-4">
            {strictParts.map((part) => (
              <Switch
                key={part}
                label={t(`strictness.part.${part}`)}
                side="start"
                checked={parts[part]}
                disabled={isFixed}
                onChange={(on) => change(part, on)}
              />
            ))}
          </div>
        </Disclosure>
      </div>
    </SectionCard>
  )
}
