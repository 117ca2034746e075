// A part of a screen that comes from the server: on its way, there, or not to be had, with a way to try again.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Problem, problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'

export function Loaded<T>({ query, label, children }: { query: UseQueryResult<T>; label: string; children: (data: T) => ReactNode }) {
  const t = useTexts()
  if (query.data !== undefined) return children(query.data)
  if (!query.error) return <SkeletonLines label={label} lines={6} />
  const { error } = query
  return (
    <ErrorState
      title={t('products.failed', { what: label })}
      onRetry={() => void query.refetch()}
      requestId={error instanceof Problem ? error.requestId : null}
    >
      {problemText(t, error)}
    </ErrorState>
  )
}
