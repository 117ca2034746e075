// Where the person is signed in: this browser marked, the others to be ended.
import { useQuery } from '@tanstack/react-query'
import { MonitorSmartphone } from 'lucide-react'
import type { z } from 'zod'
import { endOtherSessions, endSession, listSessions } from '../../server/account/contract.ts'
import { signOutEverywhere } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Badge } from '../ui/status.tsx'
import { useCommand } from '../use-command.ts'

type Session = z.output<typeof listSessions.answer>['sessions'][number]

export function SessionsSection() {
  const t = useTexts()
  const { data, error, refetch } = useQuery({ ...api.query(listSessions, '/api/account/sessions', {}), staleTime: 0 })
  const endOthers = useCommand({
    run: () => api.delete(endOtherSessions, '/api/account/sessions', {}),
    done: () => t('account.sessions.others_ended'),
    refreshes: '/api/account/sessions',
  })
  const everywhere = useCommand({
    run: () => api.post(signOutEverywhere, '/api/sign-out-everywhere', {}),
    after: () => location.assign('/sign-in'),
  })
  const sessions = data?.sessions.toSorted(
    (one, other) => Number(other.isThis) - Number(one.isThis) || (one.seenAt < other.seenAt ? 1 : -1),
  )
  return (
    <SectionCard
      title={t('account.sessions.title')}
      description={t('account.sessions.description')}
      flush={sessions !== undefined}
      actions={
        sessions &&
        sessions.length > 1 && (
          <Button busy={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
            {t('account.sessions.end_others')}
          </Button>
        )
      }
      footer={
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span>{t('account.sign_out_everywhere.what')}</span>
          <Button busy={everywhere.isPending} onClick={() => everywhere.mutate(undefined)}>
            {t('account.sign_out_everywhere')}
          </Button>
        </div>
      }
    >
      {error && <ErrorState title={problemText(t, error)} onRetry={() => void refetch()} />}
      {!sessions && !error && <SkeletonLines label={t('ui.loading')} />}
      {sessions && (
        <ul>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      )}
    </SectionCard>
  )
}

function SessionRow({ session }: { session: Session }) {
  const t = useTexts()
  const formats = useFormats()
  const device = session.client ?? t('account.sessions.unknown')
  const facts = [
    t('account.sessions.since', { date: formats.dateTime(session.startedAt) }),
    session.passkey === null
      ? t(`account.sessions.strength.${session.strength}`)
      : t('account.sessions.passkey', { name: session.passkey }),
    ...(session.isThis ? [] : [t('account.sessions.seen', { when: formats.relative(session.seenAt) })]),
  ]
  const end = useCommand({
    run: () => api.delete(endSession, '/api/account/sessions/{session}', { params: { session: session.id } }),
    done: () => t('account.sessions.ended'),
    refreshes: '/api/account/sessions',
  })
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-4 py-3 first:border-t-0 sm:px-6">
      <MonitorSmartphone aria-hidden="true" className="size-5 shrink-0 text-faint" />
      <div className="min-w-0 grow basis-52">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {device}
          {session.isThis && <Badge tone="info">{t('account.sessions.this')}</Badge>}
        </p>
        <p className="flex flex-wrap gap-x-1.5 text-muted">
          {facts.map((fact, index) => (
            <span key={fact}>
              {fact}
              {index < facts.length - 1 && ' ·'}
            </span>
          ))}
        </p>
      </div>
      {!session.isThis && (
        <Button aria-label={t('account.sessions.end_of', { device })} busy={end.isPending} onClick={() => end.mutate(undefined)}>
          {t('account.sessions.end')}
        </Button>
      )}
    </li>
  )
}
