// Access that is taken away is gone on both of two nodes under load: for strong checks with the answer, for everything else within a second.
// The control blinds a node: the same probe must see it allow what was taken away, until its promise is over, and the receipt must say so.
import { setTimeout as pause } from 'node:timers/promises'
import { givenConsole, givenWorld, type Lane, signIn } from '../tests/given-revocation-world.ts'
import { call, revocations } from '../tests/given-revocations.ts'
import { type ProofDatabase, withDatabase } from './database.ts'
import { type ProofNode, startNode } from './nodes.ts'
import type { Outcome } from './outcome.ts'
import { type Seen, type Stage, tryOnce } from './revocation-try.ts'

const aimMs = 1_000
const atOnce = 4

export const proveRevocation = (_seed: number): Promise<readonly Outcome[]> =>
  withDatabase(async (database) => {
    const seen = await measure(database, 20 * revocations.length)
    return [...outcomes(seen), ...(await control(database))]
  })

/** That many revocations of every kind in turn, several at once, on two nodes under load. */
export async function measure(database: ProofDatabase, count: number): Promise<readonly Seen[]> {
  const world = await givenWorld(database, atOnce + 1)
  const nodes = await Promise.all([startNode(database.address), startNode(database.address)])
  const stage: Stage = { database, world, nodes, console: await givenConsole(database) }
  const quiet = load(nodes, stage.world.lanes[atOnce] as Lane, world.petra.person)
  try {
    let turn = 0
    const seen: Seen[] = []
    await Promise.all(
      world.lanes.slice(0, atOnce).map(async (lane) => {
        while (turn < count) {
          const revocation = revocations[turn % revocations.length]
          if (revocation) seen.push(await tryOnce(stage, { lane, revocation, turn: turn++ }))
        }
      }),
    )
    return seen
  } finally {
    await quiet()
    await Promise.all(nodes.map((node) => node.stop()))
  }
}

/** Strong and bounded checks on each node, one after the other in 8 lines, of somebody whom nothing is taken from. */
function load(nodes: readonly ProofNode[], lane: Lane, person: string): () => Promise<unknown> {
  let over = false
  const asked = { person, action: 'domain.manage', product: lane.product, partnership: lane.partnership }
  const lines = nodes.flatMap((node) =>
    Array.from({ length: 8 }, async (_, line) => {
      while (!over) {
        const said = await node.check(asked, line % 2 === 0 ? 'strong' : 'bounded')
        if (said === 'denied') throw new Error('what nobody took away was denied')
        await pause(1)
      }
    }),
  )
  return () => {
    over = true
    return Promise.all(lines)
  }
}

export function spread(values: readonly (number | undefined)[]): { p50: number; p99: number; max: number } {
  const sorted = values.filter((value) => value !== undefined).toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), max: sorted.at(-1) ?? Number.NaN }
}

function outcomes(seen: readonly Seen[]): readonly Outcome[] {
  const violations = seen.reduce((sum, one) => sum + one.violations, 0)
  const strong = seen.reduce((sum, one) => sum + one.strongChecks, 0)
  const slow = (claim: string, of: (one: Seen) => number | undefined): Outcome => {
    const { p50, p99, max } = spread(seen.map(of))
    const ms = (value: number) => `${value.toFixed(1)} ms`
    return { claim: `${claim}: p99 within a second`, holds: p99 <= aimMs, seen: `p50 ${ms(p50)}, p99 ${ms(p99)}, max ${ms(max)}` }
  }
  return [
    {
      claim: `no strong check that begins after the answer allows, on any node, after ${seen.length} revocations of ${revocations.length} kinds`,
      holds: violations === 0 && strong >= 6 * seen.length,
      seen: `${violations} of ${strong}`,
    },
    slow('answers from memory', ({ bounded }) => bounded),
    slow('open pages', ({ page }) => page),
    slow('visits', ({ visit }) => visit),
    slow('tokens', ({ token }) => token),
    slow('the receipt says that all is closed', ({ receipt }) => receipt),
  ]
}

async function control(database: ProofDatabase): Promise<readonly Outcome[]> {
  const { lanes } = await givenWorld(database, 1).catch(() => ({ lanes: [] }))
  const [lane] = lanes
  const nodes = await Promise.all([startNode(database.address), startNode(database.address)])
  const [clear, other] = nodes
  if (!lane || !clear || !other) throw new Error('there is nothing to take away')
  try {
    return [await blinded(lane, clear, other), await stopped(database, lane, nodes)]
  } finally {
    await Promise.all(nodes.map((node) => node.stop()))
  }
}

const wanted = (lane: Lane, person: string) => ({ person, action: 'domain.manage', product: lane.product, partnership: lane.partnership })

async function blinded(lane: Lane, clear: ProofNode, other: ProofNode): Promise<Outcome> {
  const asked = wanted(lane, lane.collaborator)
  const at = `${clear.url}/api/o/${lane.customer}/partnerships/${lane.partnership}`
  // Once before, so that nothing is slow for being the first of its kind.
  await call('POST', `${at}/stop`, lane.ruth, {})
  await call('POST', `${at}/resume`, lane.ruth, {})
  await other.check(asked, 'strong')
  await other.blind()
  await pause(100) // a look that is under way is over by then
  const answer = await call('POST', `${at}/stop`, lane.ruth, {})
  let allowedMs = 0
  const began = performance.now()
  const clock = Date.now()
  while (performance.now() - began < 4_000) {
    if ((await other.check(asked, 'bounded')) === 'allowed') allowedMs = performance.now() - began
  }
  const { id } = answer['receipt'] as { id: string }
  const receipt = await call('GET', `${clear.url}/api/o/${lane.customer}/receipts/${id}`, lane.ruth)
  const closedMs = Date.parse(String(receipt['closedAt'])) - clock
  const doors = receipt['doors'] as { byLease: number }
  return {
    claim: 'control: a node that sees nothing more goes on allowing until its promise is over, and not longer than the receipt says',
    holds: allowedMs > 0 && allowedMs <= closedMs && doors.byLease === 1,
    seen: `allowed for ${allowedMs.toFixed(0)} ms, closed after ${closedMs} ms, ${doors.byLease} by its promise alone`,
  }
}

async function stopped(database: ProofDatabase, lane: Lane, nodes: readonly ProofNode[]): Promise<Outcome> {
  const [clear] = nodes
  const frozen = await startNode(database.address)
  try {
    if (!clear) throw new Error('there is no node')
    await call('POST', `${clear.url}/api/o/${lane.customer}/partnerships/${lane.partnership}/resume`, await fresh(database, lane), {})
    const asked = wanted(lane, lane.collaborator)
    const before = await frozen.check(asked, 'strong')
    frozen.pause()
    const answer = await call('POST', `${clear.url}/api/o/${lane.customer}/partnerships/${lane.partnership}/stop`, lane.ruth, {})
    const began = performance.now()
    const { id } = answer['receipt'] as { id: string }
    let receipt: Record<string, unknown> = { closedAt: null }
    const asks: string[] = []
    while (receipt['closedAt'] === null && performance.now() - began < 10_000) {
      receipt = await call('GET', `${clear.url}/api/o/${lane.customer}/receipts/${id}`, lane.ruth)
      asks.push(receipt['closedAt'] === null ? `at the latest ${String(receipt['latestAt'])}` : 'closed')
    }
    const closedMs = performance.now() - began
    const woken = frozen.check(asked, 'bounded')
    frozen.goOn()
    const after = await woken
    return {
      claim: 'a node that is stopped for a while allows nothing when it goes on, and the receipt waits for its promise to be over',
      holds: before === 'allowed' && after !== 'allowed' && receipt['closedAt'] !== null && closedMs < 3_000,
      seen: `${before} before, ${after} after; ${asks.join(', then ')} after ${closedMs.toFixed(0)} ms`,
    }
  } finally {
    frozen.goOn()
    await frozen.stop()
  }
}

async function fresh(database: ProofDatabase, lane: Lane) {
  return signIn(database, lane.ruth.person)
}
