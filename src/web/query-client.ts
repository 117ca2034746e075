// What the screens remember of the server: fresh for half a minute, told of changes by the live stream, never fetched in storms.
import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from './problem.ts'

/** What was pressed is busy before anything else can be pressed: two presses, however soon, are one command. */
notifyManager.setScheduler(queueMicrotask)

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: signInWhenNeeded }),
  mutationCache: new MutationCache({ onError: signInWhenNeeded }),
  defaultOptions: {
    queries: { staleTime: 30_000, gcTime: 5 * 60_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** Fetches again what is on screen and begins with this address ("/api/o/…"); without one, everything on screen. */
export async function refresh(address = '/api/'): Promise<void> {
  await queryClient.invalidateQueries({ predicate: ({ queryKey: [key] }) => typeof key === 'string' && key.startsWith(address) })
}

/** Nothing of it stays in memory. */
export function forget(address: string): void {
  queryClient.removeQueries({ predicate: ({ queryKey: [key] }) => typeof key === 'string' && key.startsWith(address) })
}

let staying = 0

/** As long as a page that holds unsaved text is open, nobody is led away from it: it says itself what happened. Answers with how to let go. */
export function stayWhenSignedOut(): () => void {
  staying += 1
  return () => {
    staying -= 1
  }
}

/** Pages that say themselves what nobody signed in may do there. */
const forAnybody = ['/sign-in', '/r/', '/join/', '/help']

/** Nobody is signed in (any more): to the sign-in, which leads back to this very place. */
function signInWhenNeeded(error: unknown): void {
  if (!(error instanceof Problem) || error.code !== 'not_signed_in') return
  if (staying > 0) return
  if (forAnybody.some((path) => location.pathname.startsWith(path))) return
  location.assign(signInAddress())
}

export function signInAddress(): string {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search + location.hash)}`
}

/** For somebody who is signed in, but not with the address that is needed here. */
export function otherSignInAddress(): string {
  return `${signInAddress()}&as=other`
}
