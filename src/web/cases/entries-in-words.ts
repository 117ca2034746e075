// What the entries of a case say, as whoever may read them reads them in the activity.
import { useQueries } from '@tanstack/react-query'
import { listActivity } from '../../server/activity/contract.ts'
import { useEntrySentence } from '../activity/entry-sentence.ts'
import { api } from '../api.ts'

export function useEntriesInWords(organisation: string, entries: readonly { readonly position: number }[]): ReadonlyMap<number, string> {
  const sentence = useEntrySentence()
  const answers = useQueries({
    queries: entries.map(({ position }) =>
      api.query(listActivity, '/api/o/{organisation}/activity', { params: { organisation }, query: { before: position + 1, limit: 1 } }),
    ),
  })
  const found = answers.flatMap(({ data }) => data?.entries ?? [])
  const wanted = new Set(entries.map(({ position }) => position))
  return new Map(found.filter(({ position }) => wanted.has(position)).map((entry) => [entry.position, sentence(entry)]))
}
