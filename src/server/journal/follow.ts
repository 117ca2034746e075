// Follows the journal by position: whoever reads "greater than mine" misses nothing. NOTIFY only wakes it; it also looks every 250 ms.
// Every batch continues the follower's own chain: after a failover to a database that lost the tail, a number alone tells nothing.
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
  /**
   * Hears every event from now on, in order, and first those after `since`. `anything` is called when it cannot be told what happened:
   * the journal has another history, or more was missed than is remembered. Answers with how to stop.
   */
  readonly subscribe: (hear: (event: Followed) => void, since?: number, anything?: () => void) => () => void
  readonly position: () => number
  readonly stop: () => Promise<void>
}

const lookEveryMs = 250
const batch = 500
/** What a page can have missed between being asked for and being kept open: seconds, not hours. */
const remembered = 1_000

type Listener = { readonly hear: (event: Followed) => void; readonly anything: () => void }
type Stand = { readonly position: number; readonly chain: Buffer; readonly epoch: number }

export async function follow(pool: pg.Pool, address: DatabaseAddress, moved: (position: number) => void = () => {}): Promise<Follower> {
  const listeners = new Set<Listener>()
  let stand = await standAtHead(pool)
  let reading: Promise<void> | undefined
  let again = false
  let recent: readonly Followed[] = []

  const read = async () => {
    do {
      again = false
      const events = await next(pool, stand)
      if (events === 'other_history') {
        stand = await standAtHead(pool)
        recent = []
        for (const { anything } of listeners) anything()
        moved(stand.position)
        continue
      }
      for (const event of events) {
        stand = { position: event.position, chain: event.chain, epoch: event.epoch }
        for (const { hear } of listeners) hear(event)
      }
      if (events.length > 0) {
        recent = [...recent, ...events].slice(-remembered)
        moved(stand.position)
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
    subscribe(hear, since = stand.position, anything = () => {}) {
      const isRemembered = since >= stand.position - recent.length && since <= stand.position
      if (!isRemembered) anything()
      for (const event of recent) if (event.position > since) hear(event)
      const listener = { hear, anything }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    position: () => stand.position,
    async stop() {
      clearInterval(timer)
      await silence()
      await reading
    },
  }
}

async function standAtHead(pool: pg.Pool): Promise<Stand> {
  const { rows } = await pool.query<Stand>('select position, chain, epoch from journal order by position desc limit 1')
  const [head] = rows
  if (!head) throw new Error('the journal has no first row')
  return head
}

type Row = Followed & Stand
type Answer = { readonly same: boolean } & (Row | { readonly position: null })

/** What comes after, read in one snapshot with whether the journal still is the one that was followed. */
async function next(pool: pg.Pool, { position, chain, epoch }: Stand): Promise<readonly Row[] | 'other_history'> {
  const { rows } = await pool.query<Answer>(
    `with followed as materialized (
       select exists (select from journal j where j.position = $1 and j.chain = $2)
         and (select j.epoch from journal j order by j.position desc limit 1) = $3 as same)
     select followed.same, later.* from followed left join lateral (
       select j.position, j.chain, j.epoch, j.kind, j.body, j.person_id, j.partnership_id, j.visit_id, j.product_id,
         array(select r.organisation_id::text from journal_reader r where r.position = j.position) as readers
       from journal j where j.position > $1 order by j.position limit ${batch}) later on followed.same order by later.position`,
    [position, chain, epoch],
  )
  if (rows[0]?.same !== true) return 'other_history'
  return rows.filter((row): row is Row & { same: true } => row.position !== null)
}
