// How long a visit of a partner may last: chosen by a legal representative, read by everybody who leads.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getVisitLimits, setVisitLimits } from '../../server/visits/customer-contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Select } from '../ui/select.tsx'
import { useCommand } from '../use-command.ts'
import { lengthOf } from './length-of.ts'

const idleChoices = [5, 10, 15, 30, 45, 60]
const hourChoices = [0.25, 0.5, 1, 2, 4, 8, 12]

export function VisitLimitsCard({ organisation }: { organisation: string }) {
  const t = useTexts()
  const limits = useQuery(api.query(getVisitLimits, '/api/o/{organisation}/visit-limits', { params: { organisation } }))
  if (!limits.data) return null
  const { idleMinutes, hours, mayChange } = limits.data
  return (
    <SectionCard title={t('visits.limits')} description={t(mayChange ? 'visits.limits.what' : 'visits.limits.who')}>
      {mayChange ? (
        <Choosing key={`${idleMinutes} ${hours}`} organisation={organisation} before={limits.data} />
      ) : (
        <p>{t('visits.limits.are', { idle: lengthOf(t, idleMinutes), longest: lengthOf(t, hours * 60) })}</p>
      )}
    </SectionCard>
  )
}

type Limits = { readonly idleMinutes: number; readonly hours: number }

function Choosing({ organisation, before }: { organisation: string; before: Limits }) {
  const t = useTexts()
  const [idle, setIdle] = useState(before.idleMinutes)
  const [hours, setHours] = useState(before.hours)
  const save = useCommand({
    run: () =>
      api.put(setVisitLimits, '/api/o/{organisation}/visit-limits', { params: { organisation }, body: { idleMinutes: idle, hours } }),
    done: () => t('visits.limits.saved'),
    refreshes: `/api/o/${organisation}`,
    problems: 'inline',
  })
  const isChanged = idle !== before.idleMinutes || hours !== before.hours
  const isShorter = idle < before.idleMinutes || hours < before.hours
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t('visits.limits.idle')}
          options={withPresent(idleChoices, before.idleMinutes).map((minutes) => ({ value: String(minutes), label: lengthOf(t, minutes) }))}
          value={String(idle)}
          onChange={(value) => setIdle(Number(value))}
        />
        <Select
          label={t('visits.limits.longest')}
          options={withPresent(hourChoices, before.hours).map((hour) => ({ value: String(hour), label: lengthOf(t, hour * 60) }))}
          value={String(hours)}
          onChange={(value) => setHours(Number(value))}
        />
      </div>
      {save.error && <p className="text-sm text-danger-ink">{problemText(t, save.error)}</p>}
      {isChanged && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button kind="primary" busy={save.isPending} onClick={() => save.mutate(undefined)}>
            {t('visits.limits.save')}
          </Button>
          <p className="min-w-0 grow basis-48 text-sm text-muted">{t(isShorter ? 'visits.limits.shorter' : 'visits.limits.longer')}</p>
        </div>
      )}
    </div>
  )
}

/** What is set stays a choice, also when it was set otherwise. */
const withPresent = (choices: readonly number[], present: number) =>
  (choices.includes(present) ? choices : [...choices, present]).toSorted((one, other) => one - other)
