// The state of a partnership in one word and mark, as its customer reads it.
import { useTexts } from '../texts.tsx'
import { type Mark, Status, type Tone } from '../ui/status.tsx'
import type { State } from './partners-data.ts'

export type PartnerStatusProps = { state: State /** Whose answer is awaited. */; waitsFor?: 'partner' | 'customer' | undefined }

export function PartnerStatus({ state, waitsFor }: PartnerStatusProps) {
  const t = useTexts()
  if (state === 'proposed' && waitsFor === 'customer') {
    return (
      <Status tone="warning" mark="diamond">
        {t('statuses.countered')}
      </Status>
    )
  }
  const { tone, mark, text } = looks[state]
  return (
    <Status tone={tone} mark={mark}>
      {t(text)}
    </Status>
  )
}

const looks: Readonly<Record<State, { tone: Tone; mark: Mark; text: string }>> = {
  proposed: { tone: 'info', mark: 'half', text: 'statuses.requested' },
  active: { tone: 'success', mark: 'full', text: 'statuses.active' },
  suspended_by_customer: { tone: 'warning', mark: 'paused', text: 'statuses.suspended' },
  suspended_by_operator: { tone: 'warning', mark: 'paused', text: 'statuses.suspended_by_operator' },
  ended: { tone: 'neutral', mark: 'empty', text: 'statuses.ended' },
  not_concluded: { tone: 'neutral', mark: 'empty', text: 'partners.status.not_concluded' },
}
