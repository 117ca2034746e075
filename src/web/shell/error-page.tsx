// What a person sees when a screen cannot be shown: a refusal in plain words, or an honest "this went wrong on our side".
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Problem, problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PendingPage } from './pending-page.tsx'

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const t = useTexts()
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  const retry = () => {
    queries.reset()
    reset()
    void router.invalidate()
  }
  if (error instanceof Problem && error.code === 'not_found') return <NotFoundPage />
  if (error instanceof Problem && error.status === 401) return <PendingPage />
  return (
    <ErrorState title={t('shell.error.title')} onRetry={retry} requestId={error instanceof Problem ? error.requestId : null}>
      {problemText(t, error)}
    </ErrorState>
  )
}
