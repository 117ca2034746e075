// On the way into a customer's Manager: enters by itself, or says why that is not possible.
import { useEffect, useRef } from 'react'
import { enterVisit } from '../../server/visits/contract.ts'
import { api } from '../api.ts'
import { Problem, problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { SkeletonPage } from '../ui/skeleton.tsx'
import { useCommand } from '../use-command.ts'

export function EnterVisit({ partnership, onEntered }: { partnership: string; onEntered: () => Promise<void> }) {
  const t = useTexts()
  const begun = useRef(false)
  const enter = useCommand({
    run: () => api.post(enterVisit, '/api/c/{partnership}/visit', { params: { partnership }, body: {} }),
    refreshes: `/api/c/${partnership}`,
    problems: 'inline',
    after: () => void onEntered(),
  })
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    enter.mutate(undefined)
  }, [enter])
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
