// What the live index is fed from: everything as it stands at one position of the journal, and what changed since. A connection of its own.
import { setImmediate as turn } from 'node:timers/promises'
import pg from 'pg'
import { inSlices } from '../../live-index/in-slices.ts'
import { LiveIndex } from '../../live-index/live-index.ts'
import type { Change } from '../../live-index/records.ts'
import { asRole, type DatabaseAddress } from '../platform/pool.ts'

/** Where a follower stands: the journal's row and its chain, which no other history has. */
export type Stand = { readonly position: number; readonly chain: Buffer; readonly epoch: number }

export type Tail =
  | { readonly kind: 'continued'; readonly stand: Stand; readonly clock: number; readonly changes: readonly Change[] }
  /** The journal is not the one that was followed: what is remembered counts for nothing. */
  | { readonly kind: 'other_history' }

type HeadRow = { head: number; chain: Buffer; epoch: number; clock: Date; same: boolean; changes: readonly Change[] | null }

/** A connection that follows: answers come in order, and a failed one closes it. */
export async function connect(address: DatabaseAddress, lost: (client: pg.Client) => void, patienceMs: number): Promise<pg.Client> {
  const client = new pg.Client({
    ...asRole(address, 'prokura_system'),
    application_name: 'prokura live index',
    keepAlive: true,
    connectionTimeoutMillis: patienceMs,
  })
  client.on('error', () => lost(client))
  client.on('end', () => lost(client))
  await client.connect()
  return client
}

export async function readTail(client: Pick<pg.ClientBase, 'query'>, { position, chain, epoch }: Stand): Promise<Tail> {
  const { rows } = await client.query<HeadRow>({
    name: 'facts-since',
    text: 'select head, chain, epoch, clock, same, changes from facts_since($1, $2, $3)',
    values: [position, chain, epoch],
  })
  const [row] = rows
  if (!row?.same) return { kind: 'other_history' }
  const stand = row.head === position ? { position, chain, epoch } : { position: row.head, chain: row.chain, epoch: row.epoch }
  return { kind: 'continued', stand, clock: row.clock.getTime(), changes: row.changes ?? [] }
}

export const kinds = ['partner', 'person', 'product', 'partnership', 'session', 'visit'] as const
const batch = 2_000
/** What ended longer ago is not asked about any more. */
const recently = "now() - interval '1 day'"
const onlyWhere: Readonly<Partial<Record<(typeof kinds)[number], string>>> = {
  visit: `where expires_at > ${recently}`,
  session: `where id in (select session_id from visit where expires_at > ${recently})`,
}

/** Everything, as one snapshot that also reads the head; ready to be followed from `stand` on. Gives others their turn meanwhile. */
export async function load(client: pg.Client): Promise<{ readonly index: LiveIndex; readonly stand: Stand }> {
  const index = new LiveIndex()
  await client.query('begin isolation level repeatable read read only')
  try {
    const stand = await readHead(client)
    for (const kind of kinds) await loadKind(client, index, kind)
    await client.query('commit')
    await inSlices(index.settle(), turn)
    return { index, stand }
  } catch (failure) {
    await client.query('rollback').catch(() => {})
    throw failure
  }
}

/** Where the journal stands. */
export async function readHead(client: Pick<pg.ClientBase, 'query'>): Promise<Stand> {
  const { rows } = await client.query<Stand>('select position, chain, epoch from journal order by position desc limit 1')
  const [stand] = rows
  if (!stand) throw new Error('the journal has no first row')
  return stand
}

type Page = { readonly kind: (typeof kinds)[number]; readonly after: string | null; readonly limit: number }

/** Some things of one kind as they stand now, by their ids. */
export async function readPage(client: Pick<pg.ClientBase, 'query'>, { kind, after, limit }: Page): Promise<readonly Change[]> {
  const { rows } = await client.query<{ key: string; record: never }>(
    `select id as key, record from live_${kind} ${onlyWhere[kind] ?? 'where true'} and ($1::uuid is null or id > $1) order by id limit $2`,
    [after, limit],
  )
  return rows.map(({ key, record }) => ({ kind, key, record }) as Change)
}

async function loadKind(client: pg.Client, index: LiveIndex, kind: (typeof kinds)[number]): Promise<void> {
  await client.query(`declare rows no scroll cursor for select id as key, record from live_${kind} ${onlyWhere[kind] ?? ''}`)
  for (;;) {
    const { rows } = await client.query<{ key: string; record: never }>(`fetch ${batch} from rows`)
    for (const { key, record } of rows) index.apply({ kind, key, record } as Change)
    if (rows.length < batch) break
    await turn()
  }
  await client.query('close rows')
}

/** Single things as they stand now, for what no fact announces: new sessions, and when somebody was last seen. */
export async function readNow(client: pg.Client, kind: 'visit' | 'session', ids: readonly string[]): Promise<readonly Change[]> {
  const { rows } = await client.query<{ key: string; record: never }>(
    `select id as key, record from live_${kind} where id = any($1::uuid[])`,
    [ids],
  )
  return rows.map(({ key, record }) => ({ kind, key, record }) as Change)
}
