// The journal under fire: two nodes of four writers each, every few seconds one of them stops in the middle of everything and is killed, and
// whoever follows by position misses, doubles and reorders nothing. A transaction that stays open elsewhere delays nothing.
import { setTimeout as pause } from 'node:timers/promises'
import { type ProofDatabase, withDatabase } from './database.ts'
import { member, newId, organisation, person, write } from './facts.ts'
import { monotonic, startNode } from './order/start-node.ts'
import { type Watch, watched } from './order/watch.ts'
import type { Committed, Orders } from './order/writing-node.ts'
import { type Outcome, randomFrom } from './outcome.ts'

const events = Number(process.env['PROOF_EVENTS'] ?? 100_000)
const openForMs = Number(process.env['PROOF_OPEN_SECONDS'] ?? 10) * 1_000
const writersOfNode = 4
const stoppedForMs = 500
const killEveryMs = 4_000
const aroundKillMs = 1_500
const longestHoldUpMs = 100

export const proveOrder = (seed: number): Promise<readonly Outcome[]> =>
  withDatabase(async (database) => [...(await underFire(database, seed)), ...(await heldUpWhenApart(database, seed))])

type Kill = { readonly node: number; readonly at: number }

async function underFire(database: ProofDatabase, seed: number): Promise<readonly Outcome[]> {
  const house = newId()
  const people = Array.from({ length: 2 * writersOfNode }, newId)
  await write(database.owner, [
    organisation(house),
    person(newHead),
    member(house, newHead),
    ...people.flatMap((id) => [person(id), member(house, id, 'administrator')]),
  ])
  const watch = await watched(database)
  const orders = (node: number): Orders => ({
    ...{ address: database.address, house, seed: seed * 10 + node, apart: false },
    people: people.slice(node * writersOfNode, (node + 1) * writersOfNode),
  })
  const running = [0, 1].map((node) => startNode(orders(node)))
  const committed: Committed[] = []
  const followed: (readonly number[])[] = []
  const kills: Kill[] = []
  const random = randomFrom(seed)
  let open: ReturnType<typeof openTransaction> | undefined
  let patienceMs = killEveryMs
  while (watch.position() < events) {
    await pause(50)
    const node = kills.length % 2
    const since = running[node]?.writingSince()
    if (since !== undefined) open ??= openTransaction(database)
    if (since === undefined || monotonic() < since + patienceMs) continue
    kills.push({ node, at: monotonic() })
    running[node]?.child.kill('SIGSTOP')
    await pause(stoppedForMs)
    await running[node]?.kill(committed, followed)
    running[node] = startNode(orders(node))
    patienceMs = killEveryMs * (0.5 + random())
  }
  await Promise.all(running.map((node) => node.stop(committed, followed)))
  const opened = (await open) ?? { from: 0, to: 0 }
  return [...(await said(database, { committed, followed, kills, opened, watch }))]
}

const newHead = newId()
type Seen = {
  readonly committed: readonly Committed[]
  readonly followed: readonly (readonly number[])[]
  readonly kills: readonly Kill[]
  readonly opened: { readonly from: number; readonly to: number }
  readonly watch: Watch
}

async function said(database: ProofDatabase, { committed, followed, kills, opened, watch }: Seen): Promise<readonly Outcome[]> {
  const { rows } = await database.owner.query<{ head: number; broken: number }>(`
    select journal_head() as head, (select count(*) from (
      select position, chain, leaf, sha256(lag(chain) over (order by position) || leaf) as link,
        sha256('\\x00'::bytea || journal_line(position, at, epoch, kind, body)) as line from journal) links
      where (position > 0 and chain <> link) or leaf <> line) as broken`)
  const { head, broken } = rows[0] ?? { head: 0, broken: -1 }
  const whole = await watch.end(head)
  const inOrder = [whole.seen, ...followed].filter((seen) => seen.some((position, index) => position !== (seen[0] ?? 0) + index))
  const { rows: kept } = await database.owner.query<{ commit: string }>(
    "select distinct body ->> 'commit' as commit from journal where kind = 'visit.read'",
  )
  const there = new Set(kept.map(({ commit }) => commit))
  const lost = committed.filter(({ commit }) => !there.has(commit))
  const isNear = ({ at }: Committed) => kills.some((kill) => at > kill.at && at < kill.at + aroundKillMs)
  const ofSurvivor = (one: Committed) =>
    kills.some((kill) => one.node % 2 !== kill.node % 2 && one.at > kill.at && one.at < kill.at + aroundKillMs)
  const longest = (these: readonly Committed[]) => Math.max(0, ...these.map(({ tookMs }) => tookMs))
  const near = longest(committed.filter(ofSurvivor))
  const far = longest(committed.filter((one) => !isNear(one)))
  const lag = (these: readonly Committed[]) => Math.max(-1, ...these.map(({ commit, at }) => (whole.heard.get(commit) ?? Infinity) - at))
  const during = lag(committed.filter(({ at }) => at > opened.from && at < opened.to - 1_000))
  return [
    {
      claim: 'followers on every node miss, double and reorder nothing',
      holds: inOrder.length === 0 && whole.seen.length === head && followed.length > 2 && kills.length > 2,
      seen: `${head} events, ${kills.length} kills, ${followed.length + 1} followers, ${inOrder.length} of them wrong`,
    },
    {
      claim: 'the live index took in every changed fact, in order',
      holds: whole.wrongFacts === 0,
      seen: `${whole.looks} looks, ${whole.wrongFacts} wrong`,
    },
    { claim: 'what was acknowledged is there', holds: lost.length === 0, seen: `${lost.length} of ${committed.length} commits lost` },
    { claim: 'every link of the chain verifies', holds: broken === 0, seen: `${broken} broken` },
    {
      claim: `a dead node holds nobody up longer than ${longestHoldUpMs} ms beyond what this machine takes anyway`,
      holds: near <= Math.max(longestHoldUpMs, far),
      seen: `the longest commit of a survivor took ${near.toFixed(0)} ms around a kill, ${far.toFixed(0)} ms otherwise`,
    },
    {
      claim: `a transaction that stays open for ${openForMs / 1_000} s elsewhere delays nothing`,
      holds: during >= 0 && during < openForMs / 4,
      seen: `meanwhile a follower was at most ${during.toFixed(0)} ms behind a commit`,
    },
  ]
}

/** Control: the seal and COMMIT as two messages. Whoever stops in between holds everybody up. */
async function heldUpWhenApart(database: ProofDatabase, seed: number): Promise<readonly Outcome[]> {
  const common = { address: database.address, house: newId(), people: [] as readonly string[] }
  const stopping = startNode({ ...common, seed, apart: true })
  const surviving = startNode({ ...common, seed: seed + 1, apart: false })
  const committed: Committed[] = []
  let longest = 0
  while (stopping.committed().length === 0 || surviving.committed().length === 0) await pause(50)
  for (let round = 0; round < 12 && longest < stoppedForMs / 2; round++) {
    const at = monotonic()
    stopping.child.kill('SIGSTOP')
    await pause(stoppedForMs)
    stopping.child.kill('SIGCONT')
    await pause(300)
    longest = Math.max(
      longest,
      ...surviving
        .committed()
        .filter((one) => one.at > at)
        .map(({ tookMs }) => tookMs),
    )
  }
  await Promise.all([stopping.stop(committed, []), surviving.stop(committed, [])])
  return [
    {
      claim: 'control: seal and COMMIT as two messages let one node hold up the other',
      holds: longest >= stoppedForMs / 2,
      seen: `${longest.toFixed(0)} ms`,
    },
  ]
}

/** A snapshot and rows of a table that nobody else needs, held for a while. */
async function openTransaction({ owner }: ProofDatabase): Promise<{ from: number; to: number }> {
  await owner.query('create table elsewhere (id integer primary key); insert into elsewhere select generate_series(1, 100)')
  const client = await owner.connect()
  const from = monotonic()
  await client.query('begin isolation level repeatable read')
  await client.query('update elsewhere set id = -id')
  await client.query('select count(*) from journal')
  await pause(openForMs)
  await client.query('commit')
  client.release()
  return { from, to: monotonic() }
}
