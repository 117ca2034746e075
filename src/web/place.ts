// Where the page stands: in an own organisation or, acting, in a customer's. Screens that serve both build their addresses from it.
import { useParams } from '@tanstack/react-router'

export type Place =
  | Readonly<{ kind: 'own'; id: string /** "/o/…" */; path: string /** "/api/o/…" */; api: string }>
  | Readonly<{ kind: 'acting'; id: string /** "/c/…" */; path: string /** "/api/c/…" */; api: string }>

export function usePlace(): Place {
  const { organisation, partnership } = useParams({ strict: false }) as Readonly<Record<string, string | undefined>>
  if (organisation !== undefined) return { kind: 'own', id: organisation, path: `/o/${organisation}`, api: `/api/o/${organisation}` }
  if (partnership !== undefined) return { kind: 'acting', id: partnership, path: `/c/${partnership}`, api: `/api/c/${partnership}` }
  throw new Error('This screen stands neither under /o/ nor under /c/.')
}

/** A part of the address by its name in routes.tsx. */
export function useParam(name: string): string {
  const value = (useParams({ strict: false }) as Readonly<Record<string, string | undefined>>)[name]
  if (value === undefined) throw new Error(`The address has no part "${name}".`)
  return value
}
