// A node of the proof of order: some writers that hold their transactions open for a moment, and a follower. Says every 100 ms what it did.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { follow } from '../../src/server/journal/follow.ts'
import { decidedOnNothing, type Entry, sealing } from '../../src/server/journal/seal.ts'
import { asRole, type DatabaseAddress, openPool } from '../../src/server/platform/pool.ts'
import { transact } from '../../src/server/platform/transact.ts'
import { randomFrom } from '../outcome.ts'

export type Orders = {
  readonly address: DatabaseAddress
  readonly house: string
  /** One for each writer, whose role it changes: a fact in each transaction. Without any, one writer that changes none. */
  readonly people: readonly string[]
  readonly seed: number
  /** Seal and COMMIT as two messages, with something else to do in between. */
  readonly apart: boolean
}
/** Acknowledged at that instant, after that many milliseconds for seal and COMMIT. */
export type Committed = { readonly commit: string; readonly node: number; readonly at: number; readonly tookMs: number }
export type Said = { readonly committed: readonly Committed[]; readonly followed: readonly number[] }

const monotonic = () => Number(process.hrtime.bigint() / 1_000n) / 1_000
const orders = JSON.parse(process.argv[2] ?? '') as Orders
const node = orders.seed
const system = openPool(orders.address, 'prokura_system', { max: 12 })
const committed: Committed[] = []
const followed: number[] = []

const follower = await follow(system, orders.address)
follower.subscribe(({ position }) => followed.push(position))
// Whoever stopped listening is about to be gone: nothing is lost by not telling.
const telling = setInterval(
  () => process.send?.({ committed: committed.splice(0), followed: followed.splice(0) } satisfies Said, undefined, {}, () => {}),
  100,
)
process.once('disconnect', () => process.exit(0))

const writers = orders.people.length > 0 ? orders.people : [undefined]
await Promise.all(writers.map((personId, writer) => writeOn(personId, randomFrom(orders.seed * 31 + writer), `${process.pid} ${writer}`)))
clearInterval(telling)

async function writeOn(personId: string | undefined, random: () => number, name: string): Promise<void> {
  const client = orders.apart ? await connected() : undefined
  for (let round = 0; ; round++) {
    const commit = `${name} ${round}`
    const entries = Array.from({ length: 1 + Math.floor(random() * 40) }, () => entry(commit))
    const hold = () => pause(random() * 4)
    const began = client ? await apart(client, entries, hold) : await together(personId, entries, hold)
    committed.push({ commit, node, at: monotonic(), tookMs: monotonic() - began })
  }
}

/** As every command does; answers with when seal and COMMIT were sent. */
async function together(personId: string | undefined, entries: readonly Entry[], hold: () => Promise<unknown>): Promise<number> {
  let sealedAt = 0
  await transact(system, {}, async (tx) => {
    if (personId !== undefined) {
      const other = { administrator: 'collaborator', collaborator: 'administrator' } as const
      const { role } = await tx.selectFrom('member').select('role').where('person_id', '=', personId).executeTakeFirstOrThrow()
      await tx
        .updateTable('member')
        .set({ role: other[role as keyof typeof other] })
        .where('person_id', '=', personId)
        .execute()
    }
    await hold()
    sealedAt = monotonic()
    return { result: undefined, closing: sealing(entries, decidedOnNothing) }
  })
  return sealedAt
}

async function apart(client: pg.Client, entries: readonly Entry[], hold: () => Promise<unknown>): Promise<number> {
  await client.query('begin')
  const began = monotonic()
  await client.query(sealing(entries, decidedOnNothing)?.sql ?? '')
  await hold()
  await client.query('commit')
  return began
}

async function connected(): Promise<pg.Client> {
  const client = new pg.Client(asRole(orders.address, 'prokura_system'))
  await client.connect()
  return client
}

function entry(commit: string): Entry {
  return { kind: 'visit.read', body: { commit }, detail: null, readers: [], person: null, partnership: null, visit: null, product: null }
}
