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

/** Nobody is signed in (any more): to the sign-in, which leads back to this very place. */
function signInWhenNeeded(error: unknown): void {
  if (!(error instanceof Problem) || error.status !== 401 || error.code === 'fresh_authentication_needed') return
  if (location.pathname.startsWith('/sign-in') || location.pathname.startsWith('/r/')) return
  location.assign(signInAddress())
}

export function signInAddress(): string {
  return `/sign-in?then=${encodeURIComponent(location.pathname + location.search + location.hash)}`
}
