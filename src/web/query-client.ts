// What the screens remember of the server: fresh for half a minute, told of changes by the live stream, never fetched in storms.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from './problem.ts'

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

/** Pages that say themselves what nobody signed in may do there. */
const forAnybody = ['/sign-in', '/r/', '/join/', '/help']

/** Nobody is signed in (any more): to the sign-in, which leads back to this very place. */
function signInWhenNeeded(error: unknown): void {
  if (!(error instanceof Problem) || error.code !== 'not_signed_in') return
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
