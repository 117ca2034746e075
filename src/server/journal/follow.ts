// Follows the journal by position: whoever reads "greater than mine" misses nothing. NOTIFY only wakes it; it also looks every 250 ms.
import type pg from 'pg'
import { listen } from '../platform/listen.ts'
import type { DatabaseAddress } from '../platform/pool.ts'

export type Followed = {
  readonly position: number
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
  readonly person_id: string | null
  readonly partnership_id: string | null
  readonly visit_id: string | null
  readonly product_id: string | null
  readonly readers: readonly string[]
}

export type Follower = {
  /** Hears every event from now on, in order, and first those after `since` that are still remembered. Answers with how to stop. */
  readonly subscribe: (hear: (event: Followed) => void, since?: number) => () => void
  readonly position: () => number
  readonly stop: () => Promise<void>
}

const lookEveryMs = 250
const batch = 500
/** What a page can have missed between being asked for and being kept open: seconds, not hours. */
const remembered = 1_000

export async function follow(pool: pg.Pool, address: DatabaseAddress, moved: (position: number) => void = () => {}): Promise<Follower> {
  const listeners = new Set<(event: Followed) => void>()
  const { rows } = await pool.query<{ position: number }>('select journal_head() as position')
  let position = rows[0]?.position ?? 0
  let reading: Promise<void> | undefined
  let again = false
  let recent: readonly Followed[] = []

  const read = async () => {
    do {
      again = false
      const events = await next(pool, position)
      for (const event of events) {
        position = event.position
        for (const hear of listeners) hear(event)
      }
      if (events.length > 0) {
        recent = [...recent, ...events].slice(-remembered)
        moved(position)
      }
      again ||= events.length === batch
    } while (again)
  }
  const look = () => {
    again = true
    reading ??= read()
      .catch(() => {}) // the database is away: the next look tries again from the same position
      .finally(() => {
        reading = undefined
      })
  }
  const timer = setInterval(look, lookEveryMs)
  const silence = listen(address, 'journal', look)
  return {
    subscribe(hear, since = position) {
      for (const event of recent) if (event.position > since) hear(event)
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    position: () => position,
    async stop() {
      clearInterval(timer)
      await silence()
      await reading
    },
  }
}

async function next(pool: pg.Pool, position: number): Promise<readonly Followed[]> {
  const { rows } = await pool.query<Followed>(
    `select j.position, j.kind, j.body, j.person_id, j.partnership_id, j.visit_id, j.product_id,
       array(select r.organisation_id::text from journal_reader r where r.position = j.position) as readers
     from journal j where j.position > $1 order by j.position limit ${batch}`,
    [position],
  )
  return rows
}
