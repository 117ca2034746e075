// A year in one database: the real commands, reactions and jobs under a clock that is set from one moment to the next, beside what the model
// says must come of it.
import type pg from 'pg'
import { orderDigests } from '../../src/server/digest/order-digests.ts'
import type { House } from '../../src/server/house.ts'
import { type JobOptions, runDueJobs } from '../../src/server/platform/jobs.ts'
import { jobWork } from '../../src/server/react.ts'
import type { GivenClock } from '../../tests/given-clock.ts'
import { randomFrom } from '../outcome.ts'
import { doneAt } from './clock.ts'
import { digestMoments, predictDigests } from './digests.ts'
import { drawLife, type Year } from './draw.ts'
import type { Said } from './life.ts'
import { type Known, perform } from './perform.ts'
import { putWorld, readersOf, type World } from './world.ts'
import { day, hour, momentAt, shown } from './zurich.ts'

export type Simulation = { readonly house: House; readonly owner: pg.Pool; readonly clock: GivenClock }
export type Size = { readonly partnerships: number; readonly partners: number; readonly seed: number }
/** What is done wrong on purpose, in SQL, before jobs run. */
export type Fault = string

export type Seen = {
  readonly predicted: readonly Said[]
  readonly sent: readonly Said[]
  readonly acts: number
  readonly moments: number
  /** Jobs that did not succeed. */
  readonly failed: readonly string[]
}

const from = momentAt(Date.UTC(2026, 8, 7, 8))

/** The server stands still for a week, and through the night in which summer time begins. */
export function yearOf(seed: number): Year {
  const week = from + (90 + (seed % 40)) * day
  const night = { from: momentAt(Date.UTC(2027, 2, 27, 21)), to: momentAt(Date.UTC(2027, 2, 28, 11)) }
  return { from, to: momentAt(Date.UTC(2027, 11, 31, 23)), outages: [{ from: week, to: week + 7 * day + 3 * hour }, night] }
}

export async function simulate({ house, owner, clock }: Simulation, { partnerships, partners, seed }: Size, fault?: Fault): Promise<Seen> {
  const year = yearOf(seed)
  await clock.set(year.from)
  const world = await putWorld(owner, { partners, customers: partnerships })
  const lives = Array.from({ length: partnerships }, (_, life) =>
    drawLife(life, readersOf(world, life), year, randomFrom(seed * 7_919 + life)),
  )
  const acts = lives.flatMap((life) => life.acts).toSorted((one, other) => one.at - other.at)
  const sent: Said[] = []
  const failed: string[] = []
  let now = year.from
  const recording: House = { ...house, mailer: recorder((to, kind) => sent.push({ at: now, to, kind })) }
  const known = lives.map((): Known => ({}))
  const digests = [...digestMoments(year)]
  let moments = 0
  for (let next = 0; ; moments++) {
    const at = await nextMoment(owner, [acts[next]?.at, digests[0]], year)
    if (at === undefined) break
    now = at
    await clock.set(at)
    for (; acts[next]?.at === at; next++) await actOf(recording, owner, world, acts[next], known)
    if (fault !== undefined) await owner.query(fault)
    const settle = () => runDueJobs(house.pools.system, jobWork(recording), noting(failed))
    await settle()
    if (digests[0] !== at) continue
    digests.shift()
    await orderDigests(recording)
    await settle()
  }
  const digested = world.partners.flatMap(({ readers }, at) =>
    predictDigests(
      lives.filter((_, life) => life % partners === at),
      readers.leaders,
      year,
    ),
  )
  return { predicted: [...lives.flatMap(({ said }) => said), ...digested], sent, acts: acts.length, moments, failed }
}

/** The next act or digest, or the next job that is due while the server runs. */
async function nextMoment(owner: pg.Pool, planned: readonly (number | undefined)[], { to, outages }: Year): Promise<number | undefined> {
  const { rows } = await owner.query<{ at: Date | null }>(
    "select date_trunc('milliseconds', min(run_at) + interval '999 microseconds') as at from job where done_at is null and failed_at is null",
  )
  // A job is due in parts of a millisecond, the clock is set in whole ones.
  const job = rows[0]?.at ? doneAt(rows[0].at.getTime(), outages) : undefined
  const next = Math.min(...planned.map((at) => at ?? Infinity), job ?? Infinity)
  return next > to ? undefined : next
}

async function actOf(
  house: House,
  owner: pg.Pool,
  world: World,
  act: Parameters<typeof perform>[3] | undefined,
  known: Known[],
): Promise<void> {
  const of = act && known[act.life]
  if (!act || !of) return
  await perform(house, owner, world, act, of).catch((failure: unknown) => {
    throw new Error(`${act.kind} of life ${act.life} at ${shown(act.at)}: ${JSON.stringify(act)}`, { cause: failure })
  })
}

function recorder(note: (to: string, kind: string) => void): House['mailer'] {
  return {
    async send({ id, to }) {
      note(to, id.slice(id.indexOf('.') + 1))
      return { kind: 'sent' }
    },
    close() {},
  }
}

const noting = (failed: string[]): JobOptions => ({
  finished: (job, outcome, failure) => {
    if (outcome !== 'done') failed.push(`${job.kind}: ${String(failure)}`)
  },
})
