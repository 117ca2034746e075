// The journal with eight writers that hold their transactions open for a while: nothing is missed, doubled or out of order.
// The control reads numbers drawn from a sequence in the same way, and must lose some.
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { decidedOnNothing, type Entry, sealing } from '../src/server/journal/seal.ts'
import { transact } from '../src/server/platform/transact.ts'
import { type ProofDatabase, withDatabase } from './database.ts'
import { type Outcome, randomFrom } from './outcome.ts'

const writers = 8
const roundsEach = 250

export const proveJournal = (seed: number): Promise<readonly Outcome[]> =>
  withDatabase(async (database) => [...(await sealed(database, seed)), await control(database, seed)])

async function sealed(database: ProofDatabase, seed: number): Promise<readonly Outcome[]> {
  const reader = follow(database.system, 'select position as number from journal where position > $1 order by position')
  await write(seed, async (random) => {
    await transact(database.app, {}, async () => {
      await pause(random() * 4)
      const entries = Array.from({ length: 1 + Math.floor(random() * 3) }, entry)
      return { result: undefined, closing: sealing(entries, decidedOnNothing) }
    })
  })
  const seen = await reader.end()
  const { rows } = await database.owner.query<{ head: number; broken: number }>(`
    select journal_head() as head, (select count(*) from (
      select position, chain, leaf, sha256(lag(chain) over (order by position) || leaf) as link,
        sha256('\\x00'::bytea || journal_line(position, at, epoch, kind, body)) as line from journal) links
      where (position > 0 and chain <> link) or leaf <> line) as broken`)
  const { head, broken } = rows[0] ?? { head: 0, broken: -1 }
  const inOrder = seen.every((number, index) => number === index + 1)
  return [
    {
      claim: 'a follower misses, doubles and reorders nothing',
      holds: inOrder && seen.length === head,
      seen: `${seen.length} of ${head} events, in order: ${inOrder}`,
    },
    { claim: 'every link of the chain verifies', holds: broken === 0, seen: `${broken} broken links` },
  ]
}

async function control(database: ProofDatabase, seed: number): Promise<Outcome> {
  await database.owner.query('create table by_sequence (number bigserial primary key)')
  const reader = follow(database.owner, 'select number from by_sequence where number > $1 order by number')
  await write(seed, async (random) => {
    const client = await database.owner.connect()
    try {
      await client.query('begin')
      await client.query('insert into by_sequence default values')
      await pause(random() * 4)
      await client.query('commit')
    } finally {
      client.release()
    }
  })
  const seen = await reader.end()
  const lost = writers * roundsEach - seen.length
  return { claim: 'control: reading by a sequence loses events', holds: lost > 0, seen: `${lost} of ${writers * roundsEach} lost` }
}

const entry = (): Entry => ({
  kind: 'visit.read',
  body: {},
  detail: null,
  readers: [],
  person: null,
  partnership: null,
  visit: null,
  product: null,
})

function write(seed: number, once: (random: () => number) => Promise<void>): Promise<unknown> {
  return Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const random = randomFrom(seed * 31 + writer)
      for (let round = 0; round < roundsEach; round++) await once(random)
    }),
  )
}

/** Reads "greater than mine" over and over, as every follower does. */
function follow(pool: pg.Pool, query: string): { end: () => Promise<readonly number[]> } {
  const seen: number[] = []
  let ending = false
  const reading = (async () => {
    for (;;) {
      const last = ending
      const { rows } = await pool.query<{ number: number }>(query, [seen.at(-1) ?? 0])
      for (const { number } of rows) seen.push(number)
      if (last && rows.length === 0) return seen
    }
  })()
  return {
    end: () => {
      ending = true
      return reading
    },
  }
}
