// Who answers from memory, and since when not any more. Each node reports to the others which position its memory has reached, and promises
// until when at most it will answer from it before it does so: a node that is cut off or stopped is closed when its promise is over.
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { type DatabaseAddress, openPool } from '../platform/pool.ts'
import type { Decisions } from './decisions.ts'
import { deleteDoors, deleteOldDoors, type ReportedDoor, readDoors, report } from './doors-store.ts'

/** A replica as the node that feeds it knows it: what it said it has reached, and how long it was allowed to answer from that. */
export type Replica = {
  readonly id: string
  readonly name: string
  readonly position: number
  /** performance.now() of this node. */
  readonly leaseUntil: number
}

/** How a door closed: its memory reached the position, its promise was over, or it left. Times are the database's, in ms since 1970. */
export type DoorClosed = {
  readonly kind: 'node' | 'replica'
  readonly name: string
  readonly by: 'reached' | 'lease_over' | 'left'
  readonly at: number
}

export type DoorsClosed = {
  /** All are closed; `at` is then the instant of the last one, otherwise when the last one will be at the latest. */
  readonly isClosed: boolean
  readonly at: number
  readonly doors: readonly DoorClosed[]
}

export type Doors = {
  /** To be called before the replica gets its answer. */
  readonly replicaSeen: (replica: Replica) => void
  /** Waits until nobody answers any more from a memory older than this position, at most `withinMs`. */
  readonly closed: (position: number, withinMs: number) => Promise<DoorsClosed>
  readonly stop: () => Promise<void>
}

const beatMs = 500
/** What is left of the lease of a look that was sent just before the next beat. */
export const promiseMs = beatMs + 1_000
const gatherMs = 20
const forgetMs = 60_000

type Log = (failure: unknown, what: string) => void

export function openDoors(address: DatabaseAddress, decisions: Decisions, log: Log = () => {}): Doors {
  const pool = openPool(address, 'prokura_system', { max: 3, lost: () => {} })
  const reporter = randomUUID()
  const name = hostname()
  const replicas = new Map<string, Replica>()
  /** Whoever has not looked since promises nothing more: so it is known when a node that hears nothing is closed at the latest. */
  let promisedOn = -Infinity
  let licence = { from: Infinity, until: -Infinity }
  let reporting: Promise<void> | undefined
  let again = false
  let stopped = false
  decisions.limit(licence)

  const doors = () => {
    const now = performance.now()
    for (const [id, { leaseUntil }] of replicas) if (leaseUntil < now) replicas.delete(id)
    const own = { id: reporter, kind: 'node', name, position: decisions.standing().position, leaseMs: 0 } as const
    const fed = [...replicas.values()].map(({ leaseUntil, ...replica }) => ({
      ...replica,
      kind: 'replica' as const,
      leaseMs: Math.ceil(leaseUntil - now),
    }))
    return { own, fed }
  }

  /** What was reached: worth saying at once, and worth nothing if it is lost. */
  const tellPosition = async () => {
    do {
      again = false
      const { own, fed } = doors()
      await report(pool, { reporter, doors: [own, ...fed], durable: false })
      await pause(gatherMs)
    } while (again && !stopped)
  }
  const moved = () => {
    again = true
    if (stopped || licence.until < performance.now()) return
    reporting ??= tellPosition()
      .catch((failure: unknown) => log(failure, 'what this node has reached could not be reported'))
      .finally(() => {
        reporting = undefined
      })
  }

  /** Promises for how much longer this node may answer from memory, and keeps to it. */
  const beat = async () => {
    const sentAt = performance.now()
    const { lookedUntil } = decisions.standing()
    if (stopped || lookedUntil < sentAt || lookedUntil === promisedOn) return
    promisedOn = lookedUntil
    const { own, fed } = doors()
    await report(pool, { reporter, doors: [{ ...own, leaseMs: promiseMs }, ...fed], durable: true })
    const now = performance.now()
    // Whoever was not expected to answer may have been passed over: only what is looked at from now on counts.
    licence = { from: licence.until < now ? now : licence.from, until: sentAt + promiseMs }
    decisions.limit(licence)
  }
  let beating: Promise<void> | undefined
  const beatOnce = () => {
    beating ??= beat()
      .catch((failure: unknown) => log(failure, 'this node could not renew its promise'))
      .finally(() => {
        beating = undefined
      })
  }

  let position = -1
  const deafen = decisions.onLook((look) => {
    if (look.position === position) return
    position = look.position
    if (licence.until < performance.now()) beatOnce()
    else moved()
  })
  const timer = setInterval(beatOnce, beatMs)
  const forgetting = setInterval(() => void deleteOldDoors(pool).catch(() => {}), forgetMs)
  return {
    replicaSeen(replica) {
      const known = replicas.get(replica.id)
      replicas.set(replica.id, { ...replica, leaseUntil: Math.max(replica.leaseUntil, known?.leaseUntil ?? -Infinity) })
      if (known?.position !== replica.position) moved()
    },
    closed: (asked, withinMs) => waitUntilClosed(() => readDoors(pool), asked, performance.now() + withinMs),
    async stop() {
      stopped = true
      deafen()
      clearInterval(timer)
      clearInterval(forgetting)
      decisions.limit({ from: Infinity, until: -Infinity })
      await Promise.all([reporting, beating])
      await deleteDoors(pool, reporter).catch(() => {})
      await pool.end()
    },
  }
}

type Door = { kind: DoorClosed['kind']; name: string; leaseUntil: number; closed: Pick<DoorClosed, 'by' | 'at'> | undefined }

type Seen = { readonly doors: readonly ReportedDoor[]; readonly clock: number }

/** A node is seen together with the replicas it feeds: when it has reached the position, they are known too. */
async function waitUntilClosed(read: () => Promise<Seen>, position: number, until: number): Promise<DoorsClosed> {
  const doors = new Map<string, Door>()
  let askedAt: number | undefined
  for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 1.5, 25)) {
    const seen = await read()
    askedAt ??= seen.clock
    for (const { id, kind, name, leaseUntil } of seen.doors)
      if (leaseUntil > seen.clock && !doors.has(id)) doors.set(id, { kind, name, leaseUntil, closed: undefined })
    for (const [id, door] of doors) look(door, id, position, seen)
    const isClosed = [...doors.values()].every(({ closed }) => closed !== undefined)
    if (isClosed || performance.now() >= until) return outcome([...doors.values()], askedAt)
    await pause(pauseMs)
  }
}

function look(door: Door, id: string, position: number, seen: Seen): void {
  if (door.closed) return
  const rows = seen.doors.filter((row) => row.id === id)
  const reached = rows.filter((row) => row.position >= position)
  door.leaseUntil = Math.max(door.leaseUntil, ...rows.map(({ leaseUntil }) => leaseUntil))
  if (reached.length > 0) door.closed = { by: 'reached', at: Math.min(...reached.map(({ movedAt }) => movedAt)) }
  else if (door.leaseUntil <= seen.clock) door.closed = { by: 'lease_over', at: door.leaseUntil }
  else if (rows.length === 0) door.closed = { by: 'left', at: seen.clock }
}

function outcome(doors: readonly Door[], askedAt: number): DoorsClosed {
  const isClosed = doors.every(({ closed }) => closed !== undefined)
  const ends = doors.map(({ closed, leaseUntil }) => closed?.at ?? leaseUntil)
  return {
    isClosed,
    at: ends.length === 0 ? askedAt : Math.max(...ends),
    doors: doors.flatMap(({ kind, name, closed }) => (closed ? [{ kind, name, ...closed }] : [])),
  }
}
