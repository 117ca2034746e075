// Decisions of a review as they are made: shown at once, sent at once, and put right if the server says otherwise.
import { useQueryClient } from '@tanstack/react-query'
import { decideItems } from '../../server/reviews/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { toasts } from '../ui/toast-queue.ts'
import { type Decision, type Review, reviewQuery } from './reviews-data.ts'

export function useDecide(organisation: string, review: string): (positions: readonly number[], decision: Decision) => void {
  const t = useTexts()
  const client = useQueryClient()
  const { queryKey } = reviewQuery(organisation, review)
  const show = (positions: readonly number[], decision: Decision) => {
    const meant = new Set(positions)
    client.setQueryData<Review>(
      queryKey,
      (before) => before && { ...before, items: before.items.map((item) => (meant.has(item.position) ? { ...item, decision } : item)) },
    )
  }
  return (positions, decision) => {
    if (positions.length === 0) return
    show(positions, decision)
    api
      .put(decideItems, '/api/o/{organisation}/reviews/{review}/decisions', {
        params: { organisation, review },
        body: { positions: [...positions], decision },
      })
      .then(({ decided }) => show(decided, decision))
      .catch((error: unknown) => {
        toasts.problem(problemText(t, error))
        void client.invalidateQueries({ queryKey })
      })
  }
}
