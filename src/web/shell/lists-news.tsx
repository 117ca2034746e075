// What became of lists, beside every page of whoever may start one; loaded after the page itself.
import { lazy, Suspense } from 'react'
import type { Role } from '../../domain/organisation.ts'

const FinishedLists = lazy(async () => ({ default: (await import('../lists/finished-lists.tsx')).FinishedLists }))

export function ListsNews({ organisation, role }: { organisation: string; role: Role | undefined }) {
  if (role === undefined || role === 'collaborator') return null
  return (
    <Suspense fallback={null}>
      <FinishedLists organisation={organisation} />
    </Suspense>
  )
}
