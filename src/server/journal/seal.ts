// What happened in one transaction, written as the call that seals it.
import pg from 'pg'
import type { Closing } from '../platform/transact.ts'

/** One row for the journal. `readers` are the organisations that may read all of it; `detail` is personal and erasable. */
export type Entry = {
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
  readonly detail: Readonly<Record<string, unknown>> | null
  readonly readers: readonly string[]
  readonly person: string | null
  readonly partnership: string | null
  readonly visit: string | null
  readonly product: string | null
}

/** What a command decided on: the keys of the facts, and where the journal stood before they were read. */
export type DecidedOn = { readonly keys: readonly string[]; readonly position: number }

export const decidedOnNothing: DecidedOn = { keys: [], position: 0 }

export function sealing(entries: readonly Entry[], decided: DecidedOn): Closing {
  if (entries.length === 0) return undefined
  const events = entries.map((entry) => ({ ...entry, readers: `{${entry.readers.join(',')}}` }))
  const keys = `{${decided.keys.join(',')}}`
  return { sql: `select seal(${pg.escapeLiteral(JSON.stringify(events))}::json, ${pg.escapeLiteral(keys)}::uuid[], ${decided.position})` }
}
