// How a campaign goes out: to a few first, then so many at a time, and held when too many decline.
import type { Waves } from '../../server/bulk/contract.ts'
import { useTexts } from '../texts.tsx'
import { TextInput } from '../ui/text-input.tsx'

export type WavesDraft = Readonly<Record<keyof Waves, string>>
export const startWaves: WavesDraft = { pilot: '10', size: '200', pauseHours: '24', holdAtPercent: '30' }

const bounds: Readonly<Record<keyof Waves, readonly [number, number]>> = {
  pilot: [0, 10_000],
  size: [1, 10_000],
  pauseHours: [0, 720],
  holdAtPercent: [1, 100],
}
const names = Object.keys(bounds) as (keyof Waves)[]

/** Undefined while a number is none. */
export function wavesIn(draft: WavesDraft): Waves | undefined {
  if (names.some((name) => !isFitting(draft, name))) return undefined
  const { pilot, size, pauseHours, holdAtPercent } = draft
  return { pilot: Number(pilot), size: Number(size), pauseHours: Number(pauseHours), holdAtPercent: Number(holdAtPercent) }
}

function isFitting(draft: WavesDraft, name: keyof Waves): boolean {
  const [least, most] = bounds[name]
  return /^\d{1,5}$/.test(draft[name].trim()) && Number(draft[name]) >= least && Number(draft[name]) <= most
}

export function WavesFields({ draft, onChange }: { draft: WavesDraft; onChange: (draft: WavesDraft) => void }) {
  const t = useTexts()
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {names.map((name) => (
        <TextInput
          key={name}
          label={t(`lists.waves.${name}`)}
          hint={t(`lists.waves.${name}.hint`)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          value={draft[name]}
          onChange={(value) => onChange({ ...draft, [name]: value })}
          error={isFitting(draft, name) ? undefined : t('lists.waves.wrong', { least: bounds[name][0], most: bounds[name][1] })}
        />
      ))}
    </div>
  )
}
