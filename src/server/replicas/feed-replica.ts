// What a replica is fed: the changes since its position, at once when there are some, otherwise with the node's next look. It inherits what is left
// of the lease of the look that the answer rests on, and is never told that nothing happened by a node that does not know.
import type pg from 'pg'
import type { ServedPart } from '../../live-index/for-families.ts'
import type { Change } from '../../live-index/records.ts'
import type { WireAnswer, WireRequest, WireStand } from '../../live-index/replica-wire.ts'
import type { Decisions, Fresh } from '../authorization/decisions.ts'
import { readTail } from '../authorization/fact-feed.ts'
import { isSameStand, standOf, wireStand } from './wire-stand.ts'

/** As long as a node may be without a look of its own. */
const heldForMs = 250

export type Feeding = { readonly decisions: Decisions; readonly pool: pg.Pool; readonly part: ServedPart }
type Continued = Extract<WireAnswer, { kind: 'continued' }>
/** `leaseUntil` is by this node's performance.now(). */
export type Fed = { readonly answer: WireAnswer; readonly leaseUntil: number }

export async function feedReplica(feeding: Feeding, request: WireRequest & { readonly since: WireStand }): Promise<Fed | 'stale'> {
  const arrivedAt = performance.now()
  const { decisions, part } = feeding
  const since = standOf(request.since)
  const about = [...(request.visits ?? []).map((visit) => ({ visit })), ...(request.sessions ?? []).map((session) => ({ session }))]
  const isWaiting = request.look !== true && about.length === 0
  let fresh = await decisions.fresh({ consistency: request.look === true ? 'strong' : 'bounded' }, about)
  if (isWaiting && fresh !== 'stale' && isSameStand(fresh.stand, since)) {
    await nextLook(decisions)
    fresh = await decisions.fresh({ consistency: 'bounded' })
  }
  if (fresh === 'stale') return 'stale'
  const wanted = recordsOf(fresh, request)
  const rest = isSameStand(fresh.stand, since) ? nothingNew(fresh) : await everythingSince(feeding, since)
  if (rest === 'other_history') return { answer: { kind: 'other_history' }, leaseUntil: -Infinity }
  const now = performance.now()
  // Never longer than the node itself may answer, as it promised to the others.
  const { leaseUntil } = decisions.standing()
  const answer: Continued = {
    kind: 'continued',
    stand: rest.stand,
    // What was read last comes last, and counts.
    changes: [...wanted, ...rest.changes.map(part.reduce)],
    clock: rest.clockAt(now),
    leaseMs: Math.max(0, Math.floor(leaseUntil - now)),
    heldMs: now - arrivedAt,
  }
  return { answer, leaseUntil }
}

type Rest = {
  readonly stand: WireStand
  readonly changes: readonly Change[]
  readonly clockAt: (now: number) => number
}

function nothingNew({ stand, now: clock }: Fresh): Rest {
  const at = performance.now()
  return { stand: wireStand(stand), changes: [], clockAt: (now) => clock + (now - at) }
}

/** By a look of its own: so it may be newer than the node's, and is never older. */
async function everythingSince({ pool }: Feeding, since: ReturnType<typeof standOf>): Promise<Rest | 'other_history'> {
  const sentAt = performance.now()
  const tail = await readTail(pool, since)
  if (tail.kind === 'other_history') return 'other_history'
  const clockAt = (now: number) => tail.clock + (now - sentAt)
  return { stand: wireStand(tail.stand), changes: tail.changes, clockAt }
}

/** Visits and sessions by name: looked up just now where memory did not know them, or believed them to be over. */
function recordsOf({ index }: Fresh, { visits = [], sessions = [] }: WireRequest): readonly Change[] {
  const found = visits.map((key) => [key, index.visit(key) ?? null] as const)
  const held = [...sessions, ...found.flatMap(([, record]) => (record === null ? [] : [record.sessionId]))]
  return [
    ...held.map((key): Change => ({ kind: 'session', key, record: index.session(key) ?? null })),
    ...found.map(([key, record]): Change => ({ kind: 'visit', key, record })),
  ]
}

function nextLook(decisions: Decisions): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(done, heldForMs)
    const stop = decisions.onLook(done)
  })
}
