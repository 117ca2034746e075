// The runner of a node: lanes beside each other, so that what is slow or paced in one holds up nothing in another. In a lane as many jobs are
// under way as it has places, and each place is taken again as soon as it is free.
import type pg from 'pg'
import { newBell } from './bell.ts'
import { channel, claim, type Job, type JobOptions, type JobWork, keepLeases, leaseMs, runJob } from './jobs.ts'
import { listen } from './listen.ts'
import { newPace } from './pace.ts'
import { type DatabaseAddress, openPool } from './pool.ts'

/** `name` is what the table of jobs says of a kind; `perSecond` at most so many begin, on this node. */
export type Lane = { readonly name: string; readonly places: number; readonly perSecond?: number }
export type JobRunner = { readonly wake: () => void; readonly stop: () => Promise<void> }
type Runner = { readonly pool: pg.Pool; readonly work: JobWork; readonly options: JobOptions; readonly isStopping: () => boolean }

const oneLane: readonly Lane[] = [{ name: 'work', places: 20 }]

export function startJobs(address: DatabaseAddress, work: JobWork, options: JobOptions = {}, lanes: readonly Lane[] = oneLane): JobRunner {
  const pool = openPool(address, 'prokura_system', { max: 4, ...(options.lost ? { lost: options.lost } : {}) })
  let stopping = false
  const runner: Runner = { pool, work, options, isStopping: () => stopping }
  const bells = lanes.map(() => newBell())
  const wake = () => {
    for (const bell of bells) bell.ring()
  }
  const stopListening = listen(address, channel, wake)
  const running = lanes.map((lane, index) => runLane(runner, lane, bells[index] ?? newBell()))
  return {
    wake,
    async stop() {
      stopping = true
      wake()
      await Promise.all([...running, stopListening()])
      await pool.end()
    },
  }
}

async function runLane(runner: Runner, lane: Lane, bell: ReturnType<typeof newBell>): Promise<void> {
  const { pool, options, work } = runner
  const pollMs = options.pollMs ?? 1_000
  const pace = newPace(lane.perSecond)
  const underWay = new Map<string, Promise<void>>()
  const renewal = setInterval(() => void keepLeases(pool, [...underWay.keys()]).catch(() => {}), leaseMs / 3)
  while (!runner.isStopping()) {
    const most = Math.min(lane.places - underWay.size, pace.allowed())
    const jobs = most > 0 ? await claimed(runner, lane, most) : []
    pace.used(jobs.length)
    for (const job of jobs) {
      underWay.set(
        job.id,
        runJob(pool, job, work, options)
          .catch((failure: Error) => options.lost?.(failure)) // how it went could not be written down: it is done again when the lease is over
          .finally(() => {
            underWay.delete(job.id)
            bell.ring()
          }),
      )
    }
    if (jobs.length === 0 && !runner.isStopping()) await bell.wait(most > 0 ? pollMs : Math.min(pollMs, pace.pauseMs()))
  }
  await Promise.all(underWay.values())
  clearInterval(renewal)
}

/** None when the database is away: look again after the pause. */
async function claimed({ pool, work, options }: Runner, { name }: Lane, most: number): Promise<readonly Job[]> {
  try {
    return await claim(pool, { kinds: Object.keys(work), attempts: options.attempts ?? 8, most, lane: name })
  } catch (failure) {
    options.lost?.(failure as Error)
    return []
  }
}
