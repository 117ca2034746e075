// Giving the business up, or following another partner: who is named, whether it agreed, and what the customers have said.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { agreeToSucceed, refuseToSucceed, withdrawSuccession } from '../../server/successions/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Status } from '../ui/status.tsx'
import { useCommand } from '../use-command.ts'
import { NameSuccessorDialog } from './name-successor-dialog.tsx'
import { type Succession, successionsPath, successionsQuery } from './successions-data.ts'

export function SuccessionsCard({ organisation }: { organisation: string }) {
  const t = useTexts()
  const [isNaming, name] = useState(false)
  const { data } = useQuery(successionsQuery(organisation))
  if (!data || (!data.mayName && data.successions.length === 0)) return null
  return (
    <SectionCard
      title={t('successions.title')}
      description={t('successions.what')}
      actions={data.mayName && <Button onClick={() => name(true)}>{t('successions.name')}</Button>}
    >
      {data.successions.length > 0 && (
        <ul className="flex flex-col">
          {data.successions.map((succession) => (
            <Row key={succession.id} organisation={organisation} succession={succession} />
          ))}
        </ul>
      )}
      {isNaming && <NameSuccessorDialog organisation={organisation} onClose={() => name(false)} />}
    </SectionCard>
  )
}

function Row({ organisation, succession }: { organisation: string; succession: Succession }) {
  const t = useTexts()
  const formats = useFormats()
  const { role, other, counts, until, state } = succession
  const [now] = useState(Date.now)
  const isOver = until !== null && new Date(until).getTime() <= now
  const about = { role, other: other.name, date: until === null ? '' : formats.longDate(until) }
  const said = state === 'agreed' ? (isOver ? 'asked_over' : 'asked') : state === 'named' ? 'size' : null
  return (
    <li className="flex flex-col gap-2 border-t border-line py-4 first:border-t-0 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="font-medium">{t('successions.role', about)}</p>
        <Status {...looks[state]}>
          {t(state === 'agreed' ? (isOver ? 'successions.state.over' : 'successions.state.asking') : `successions.state.${state}`, about)}
        </Status>
      </div>
      {said === 'size' && (
        <p className="text-sm text-muted">{t('successions.size', { customers: counts.customers, pays: counts.partnerPays })}</p>
      )}
      {said === 'asked' && <p className="text-sm text-muted">{t('successions.answers', counts)}</p>}
      {said === 'asked_over' && <p className="text-sm text-muted">{t('successions.answers.over', counts)}</p>}
      {succession.may.length > 0 && <Answer organisation={organisation} succession={succession} />}
    </li>
  )
}

const looks = {
  named: { tone: 'info', mark: 'half' },
  agreed: { tone: 'success', mark: 'full' },
  refused: { tone: 'neutral', mark: 'empty' },
  withdrawn: { tone: 'neutral', mark: 'empty' },
} as const

const commands = { agree: agreeToSucceed, refuse: refuseToSucceed, withdraw: withdrawSuccession } as const

function Answer({ organisation, succession }: { organisation: string; succession: Succession }) {
  const t = useTexts()
  const [isSure, ask] = useState(false)
  const { id, other, may } = succession
  const answer = useCommand({
    run: (act: keyof typeof commands) =>
      api.post(commands[act], `${successionsPath}/{succession}/${act}`, { params: { organisation, succession: id }, body: {} }),
    done: (_, act) => t(`successions.done.${act}`, { other: other.name }),
    after: () => ask(false),
  })
  return (
    <div className="flex flex-wrap gap-3">
      {may.includes('agree') && (
        <Button kind="primary" size="small" onClick={() => ask(true)}>
          {t('successions.agree')}
        </Button>
      )}
      {may.includes('refuse') && (
        <Button size="small" onClick={() => answer.mutate('refuse')}>
          {t('successions.refuse')}
        </Button>
      )}
      {may.includes('withdraw') && (
        <Button size="small" onClick={() => answer.mutate('withdraw')}>
          {t('common.withdraw')}
        </Button>
      )}
      <ConfirmDialog
        open={isSure}
        onOpenChange={ask}
        title={t('successions.agree.title', { other: other.name })}
        confirm={t('successions.agree')}
        kind="primary"
        busy={answer.isPending}
        onConfirm={() => answer.mutate('agree')}
      >
        {t('successions.agree.what', { other: other.name })}
      </ConfirmDialog>
    </div>
  )
}
