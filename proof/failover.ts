// A failover to a copy of the database that lost the tail of the journal, also one that has meanwhile overtaken the old number: every node
// notices by the chain and reads everything anew, and no strong answer comes from the other history. The control compares numbers only.
import path from 'node:path'
import { temporaryDirectory, throwAway } from '../scripts/temporary-directory.ts'
import { connect, load, readTail } from '../src/server/authorization/fact-feed.ts'
import { startEmbedded } from '../src/server/platform/embedded-postgres.ts'
import { migrate } from '../src/server/platform/migrate.ts'
import { type DatabaseAddress, openPool } from '../src/server/platform/pool.ts'
import { member, newId, organisation, person, write } from './facts.ts'
import { type Copy, mayEnter, openNode, until } from './failover/node.ts'
import { type Outcome, randomFrom } from './outcome.ts'

const rounds = 8
const nodes = 2
const patienceMs = 10_000
type Server = { readonly address: DatabaseAddress; readonly admin: ReturnType<typeof openPool> }

export async function proveFailover(seed: number): Promise<readonly Outcome[]> {
  const directory = temporaryDirectory()
  const embedded = await startEmbedded(path.join(directory, 'database'), { durable: false })
  const admin = openPool(embedded.address, 'owner')
  try {
    return await prove({ address: embedded.address, admin }, randomFrom(seed))
  } finally {
    await admin.end()
    await embedded.stop()
    throwAway(directory)
  }
}

async function prove(server: Server, random: () => number): Promise<readonly Outcome[]> {
  const house = newId()
  const copies = Array.from({ length: rounds + 1 }, (_, number): Copy => ({ name: `copy_${number}`, member: newId() }))
  await server.admin.query('create database base')
  await migrate(at(server, 'base'))
  await within(server, 'base', (pool) => write(pool, [organisation(house), ...copies.map((copy) => person(copy.member))]))
  for (const { name } of copies) await server.admin.query(`create database ${name} template base`)

  const tally = { asked: 0, stale: 0, other: 0, noticed: 0, deaf: 0, fooled: 0, controls: 0, wrongInTheEnd: 0 }
  let current = await goLive(server, copies[0])
  await grow(server, 'live', { house, copy: current }, 1 + Math.floor(random() * 6))
  const running = await Promise.all(Array.from({ length: nodes }, () => openNode(at(server, 'live'), house)))
  for (const [round, next] of copies.slice(1).entries()) {
    await Promise.all(running.map((node) => node.settled(current)))
    await grow(server, 'live', { house, copy: current }, 1 + Math.floor(random() * 6), false)
    await Promise.all(running.map((node) => node.settled(current)))
    const behind = await controlOf(at(server, 'live'))
    // Every second copy overtakes the number that was followed, with other events.
    await grow(server, next.name, { house, copy: next }, round % 2 === 0 ? 1 : 12 + Math.floor(random() * 6))
    const before = running.map((node) => node.startedAnew())
    await retire(server, `was_${round}`)
    await goLive(server, next)
    const asked = await Promise.all(running.map((node) => node.askUntilSettled(current, next)))
    for (const one of asked) {
      tally.asked += one.asked
      tally.stale += one.stale
      tally.other += one.other
    }
    await Promise.all(running.map((node) => node.settled(next)))
    for (const [index, node] of running.entries()) {
      if (!(await node.hears(() => grow(server, 'live', { house, copy: next }, 1, false)))) tally.deaf++
      if (node.startedAnew() > (before[index] ?? 0)) tally.noticed++
      if (await node.isWrong(next, copies)) tally.wrongInTheEnd++
    }
    tally.controls++
    if (await behind.isFooled(at(server, 'live'), house, current)) tally.fooled++
    current = next
  }
  await Promise.all(running.map((node) => node.close()))
  return told(tally)
}

function told(
  tally: Record<'asked' | 'stale' | 'other' | 'noticed' | 'deaf' | 'fooled' | 'controls' | 'wrongInTheEnd', number>,
): readonly Outcome[] {
  const { asked, stale, other, noticed, deaf, fooled, controls, wrongInTheEnd } = tally
  return [
    {
      claim: 'no strong answer after the failover comes from the other history',
      holds: other === 0 && asked > stale,
      seen: `${other} of ${asked} answers, ${stale} of them stale`,
    },
    {
      claim: 'every node ends with what the new primary says',
      holds: wrongInTheEnd === 0,
      seen: `${wrongInTheEnd} of ${rounds * nodes} nodes wrong`,
    },
    {
      claim: 'live pages are told that anything may have changed, and hear what happens from then on',
      holds: noticed === rounds * nodes && deaf === 0,
      seen: `${noticed} of ${rounds * nodes} noticed, ${deaf} deaf`,
    },
    {
      claim: 'control: a follower that compares numbers only is fooled',
      holds: fooled > 0,
      seen: `fooled in ${fooled} of ${controls} failovers`,
    },
  ]
}

/** Remembers a number, and afterwards takes whatever has a greater one for what followed. */
async function controlOf(before: DatabaseAddress) {
  const client = await connect(before, () => {}, patienceMs)
  const { index, stand } = await load(client)
  await client.end()
  return {
    async isFooled(after: DatabaseAddress, house: string, gone: Copy): Promise<boolean> {
      const there = await connect(after, () => {}, patienceMs)
      const sql = 'select chain, epoch from journal where position = least($1, (select max(position) from journal))'
      const { rows } = await there.query<{ chain: Buffer; epoch: number }>(sql, [stand.position])
      const [own] = rows
      const tail = own && (await readTail(there, { position: stand.position, ...own }))
      await there.end()
      if (tail?.kind === 'continued') for (const change of tail.changes) index.apply(change)
      return mayEnter(index, house, gone)
    },
  }
}

const at = (server: Server, database: string): DatabaseAddress => ({ ...server.address, database }) as DatabaseAddress

async function within<T>(server: Server, database: string, work: (pool: Server['admin']) => Promise<T>): Promise<T> {
  const pool = openPool(at(server, database), 'owner', { max: 2 })
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

/** Events that no other copy has; the first makes this copy's member one. */
async function grow(
  server: Server,
  database: string,
  { house, copy }: { house: string; copy: Copy },
  events: number,
  joins = true,
): Promise<void> {
  await within(server, database, async (pool) => {
    for (let event = 0; event < events; event++)
      await write(pool, joins && event === 0 ? [member(house, copy.member)] : [], { in: copy.name, event })
  })
}

async function goLive(server: Server, copy: Copy | undefined): Promise<Copy> {
  if (!copy) throw new Error('there is no copy')
  await server.admin.query(`alter database ${copy.name} rename to live`)
  return copy
}

async function retire(server: Server, as: string): Promise<void> {
  await server.admin.query('alter database live with allow_connections false')
  const others = "select pid from pg_stat_activity where datname = 'live'"
  await until(async () => {
    await server.admin.query(`select pg_terminate_backend(pid) from (${others}) connected`)
    return (await server.admin.query(others)).rows.length === 0
  })
  await server.admin.query(`alter database live rename to ${as}`)
}
