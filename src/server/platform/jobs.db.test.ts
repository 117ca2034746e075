import { expect, test, vi } from 'vitest'
import { givenDatabase } from '../../../tests/database.ts'
import { enqueue, GiveUp, type Job, type JobOptions, runDueJobs } from './jobs.ts'
import { openDatabase } from './pool.ts'
import { startJobs } from './run-jobs.ts'
import type { DB } from './tables.ts'

const { address, owner, app, system } = await givenDatabase()
const db = openDatabase<DB>(app)
const atOnce: JobOptions = { attempts: 3, retryAfterMs: () => 0 }

const jobs = async (kind: string) =>
  (await owner.query('select attempts, last_error, done_at, failed_at from job where kind = $1', [kind])).rows

test('a job exists exactly when its cause was committed', async () => {
  await db.transaction().execute((tx) => enqueue(tx, { kind: 'kept', payload: { n: 1 } }))
  const undone = db.transaction().execute(async (tx) => {
    await enqueue(tx, { kind: 'kept', payload: { n: 2 } })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  const seen: unknown[] = []
  await runDueJobs(system, { kept: async ({ payload }) => void seen.push(payload) })
  expect(seen).toEqual([{ n: 1 }])
})

test('two hundred jobs are each done once by four runners', async () => {
  await db.transaction().execute(async (tx) => {
    for (let n = 0; n < 200; n++) await enqueue(tx, { kind: 'count', payload: { n } })
  })
  const seen: number[] = []
  const work = { count: async ({ payload }: Job) => void seen.push((payload as { n: number }).n) }
  const ran = await Promise.all([1, 2, 3, 4].map(() => runDueJobs(system, work)))
  expect(ran.reduce((sum, n) => sum + n)).toBe(200)
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n))
})

test('a job that fails is tried again and stays with its error after the last attempt', async () => {
  await enqueue(db, { kind: 'failing', payload: {} })
  const attempts: boolean[] = []
  const failing = async ({ lastAttempt }: Job) => {
    attempts.push(lastAttempt)
    throw new Error('the mail server is away')
  }
  await runDueJobs(system, { failing }, atOnce)
  expect(attempts).toEqual([false, false, true])
  expect(await jobs('failing')).toEqual([
    { attempts: 3, last_error: 'the mail server is away', done_at: null, failed_at: expect.any(Date) },
  ])
})

test('whoever gives up is not asked again', async () => {
  await enqueue(db, { kind: 'hopeless', payload: {} })
  const hopeless = async () => {
    throw new GiveUp('there is no such address')
  }
  await runDueJobs(system, { hopeless }, atOnce)
  expect(await jobs('hopeless')).toMatchObject([{ attempts: 1, failed_at: expect.any(Date) }])
})

test('the same key is written once, even after it is done', async () => {
  const job = { kind: 'keyed', payload: {}, uniqueKey: 'reminder:1' }
  await enqueue(db, job)
  await runDueJobs(system, { keyed: async () => {} })
  await enqueue(db, job)
  expect(await jobs('keyed')).toHaveLength(1)
})

test('a job of a node that died is done by another one when the lease is over', async () => {
  await enqueue(db, { kind: 'orphan', payload: {} })
  await owner.query("update job set attempts = 1, locked_until = now() + interval '1 hour' where kind = 'orphan'")
  expect(await runDueJobs(system, { orphan: async () => {} })).toBe(0)
  await owner.query("update job set locked_until = now() - interval '1 second' where kind = 'orphan'")
  expect(await runDueJobs(system, { orphan: async () => {} })).toBe(1)
})

test('a runner hears of a job without looking for it, and stops only when the work under way is done', async () => {
  let finish = () => {}
  const started = Promise.withResolvers<void>()
  const slow = () =>
    new Promise<void>((resolve) => {
      finish = resolve
      started.resolve()
    })
  const runner = startJobs(address, { slow }, { pollMs: 60_000 })
  await enqueue(db, { kind: 'slow', payload: {} })
  await started.promise
  const stopped = runner.stop()
  finish()
  await stopped
  expect(await jobs('slow')).toMatchObject([{ done_at: expect.any(Date) }])
})

test('mails that hang or come by the thousand hold up nothing else, and leave at their pace', async () => {
  const begun: number[] = []
  const server = Promise.withResolvers<void>()
  const hanging = async () => {
    begun.push(performance.now())
    await server.promise // a mail server that does not answer
  }
  for (let mail = 0; mail < 200; mail++) await enqueue(db, { kind: 'send-mail', payload: {} })
  const lanes = [
    { name: 'work', places: 20 },
    { name: 'mail', places: 500, perSecond: 20 },
  ]
  const startedAt = performance.now()
  const runner = startJobs(address, { 'send-mail': hanging, quick: async () => {} }, { pollMs: 60_000 }, lanes)
  await vi.waitFor(() => expect(begun.length).toBeGreaterThan(20), 20_000)
  for (let job = 0; job < 50; job++) await enqueue(db, { kind: 'quick', payload: {} })
  await vi.waitFor(async () => expect((await jobs('quick')).filter((job) => job.done_at !== null).length).toBe(50), 20_000)
  expect(begun.length).toBeLessThanOrEqual(20 + ((performance.now() - startedAt) / 1000) * 20 + 1)
  server.resolve()
  await runner.stop()
})
