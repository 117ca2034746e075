// Answers that public/prepare.js asked for while the application was still being loaded: the first page finds them where it looks for answers anyway.
import { noticePosition } from './api.ts'
import { queryClient } from './query-client.ts'

declare global {
  /** By address, in the order in which they were asked for. */
  var early: Map<string, Promise<Response | undefined>> | undefined
}

/** A page that waits longer shows that it waits. */
const patienceMs = 700

/** What is refused, or comes too late, the page asks for itself. */
export async function takeEarlyAnswers(): Promise<void> {
  leaveOutTaken(globalThis.early)
  let isLate = false
  const answers = [...(globalThis.early ?? [])].map(async ([address, answer]) => {
    const response = await answer
    if (!response?.ok) return void (await response?.text())
    const said: unknown = await response.json()
    // What was forgotten meanwhile, as at the end of a visit, stays forgotten.
    if (isLate) return
    noticePosition(response)
    if (queryClient.getQueryState([address]) === undefined) queryClient.setQueryData([address], said)
  })
  await inTime(Promise.all(answers))
  isLate = true
}

/** What is left was asked for in vain: the journeys of the tests look whether there is any. */
function leaveOutTaken(early: typeof globalThis.early): void {
  const stop = queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'observerAdded') early?.delete(String(query.queryKey[0]))
    if (!early?.size) stop()
  })
}

/** Done, or no longer waited for. */
export function inTime(work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, patienceMs))])
}
