// On the way into a customer's Manager: enters by itself, asks for a reason where the customer wants one, or says why it is not possible.
import { useEffect, useRef } from 'react'
import { enterVisit } from '../../server/visits/contract.ts'
import { api } from '../api.ts'
import { Problem, problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { SkeletonPage } from '../ui/skeleton.tsx'
import { useCommand } from '../use-command.ts'
import { AskReason } from './ask-reason.tsx'

export function EnterVisit({ partnership, onEntered }: { partnership: string; onEntered: () => void }) {
  const t = useTexts()
  const begun = useRef(false)
  const enter = useCommand({
    run: (reason: string | undefined) =>
      api.post(enterVisit, '/api/c/{partnership}/visit', { params: { partnership }, body: reason === undefined ? {} : { reason } }),
    refreshes: `/api/c/${partnership}/entry`,
    problems: 'inline',
    after: onEntered,
  })
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    enter.mutate(undefined)
  }, [enter])
  const isAsked = enter.error instanceof Problem && enter.error.code === 'visit_reason_needed'
  const hasGiven = enter.isPending && enter.variables !== undefined
  if (isAsked || hasGiven) return <AskReason partnership={partnership} busy={enter.isPending} onGiven={(reason) => enter.mutate(reason)} />
  return (
    <main className="mx-auto max-w-3xl p-4 sm:p-8">
      {enter.error ? (
        <ErrorState
          title={t('shell.acting.cannot_enter')}
          onRetry={() => enter.mutate(undefined)}
          requestId={enter.error instanceof Problem ? enter.error.requestId : null}
          actions={<ButtonLink to="/go/managed-customers">{t('shell.acting.back')}</ButtonLink>}
        >
          {problemText(t, enter.error)}
        </ErrorState>
      ) : (
        <SkeletonPage label={t('shell.acting.entering')} />
      )}
    </main>
  )
}
