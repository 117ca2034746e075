// One chunk of a list, in the name of whoever started it: judged while it is checked, carried out once it runs. Decided again each time.
import { decideBulk, mayGoOn } from '../../domain/bulk/bulk-job.ts'
import { isTooManyRefusals } from '../../domain/bulk/campaign.ts'
import { Refusal } from '../../domain/refusal.ts'
import { hourMs, later } from '../../domain/time.ts'
import { asPartner } from '../actor.ts'
import { attemptPart } from '../attempt-part.ts'
import { type BulkAction, type BulkRow, type Carried, type Judged, refusedAs } from '../bulk-action.ts'
import { record } from '../journal/record.ts'
import type { OwnWork } from '../work.ts'
import { countAnswers } from './answers-store.ts'
import { saveDecided } from './decided.ts'
import { enqueueChunk, type StoredJob } from './job-store.ts'
import { countRows, type ListedRow, listOpen, listUnjudged, saveResults, saveVerdicts } from './row-store.ts'
import { told } from './told.ts'

/** Rows carried out in one transaction: short enough that nobody waits for its locks, long enough that its seal is shared. */
const chunkRows = 50
const triedAtOnce = 200
const judgedAtOnce = 10_000

type Failed = (failure: unknown) => void
export type Chunk = { readonly job: StoredJob; readonly action: BulkAction; readonly failed: Failed }

export async function judgeChunk(work: OwnWork, { job, action, failed }: Chunk): Promise<void> {
  const rows = await listUnjudged(work.tx, job, action.judge ? judgedAtOnce : triedAtOnce)
  const given = rows.map((row) => ({ ...row, input: action.given.parse(row.input) }))
  const order = { ...orderOf(job), chosen: action.chosen.parse(job.chosen) }
  const judged = action.judge ? await action.judge(work, order, given) : await tryEach(work, { job, action, failed }, given)
  await saveVerdicts(
    work.tx,
    job,
    rows.map((row, at) => ({ position: row.position, ...(judged[at] ?? { verdict: 'not_possible', because: { code: 'internal' } }) })),
  )
  const isOver = rows.length < triedAtOnce || action.judge !== undefined
  if (isOver) await saveDecided(work, job, decideBulk(job, { kind: 'checked' }))
  else await enqueueChunk(work.tx, await saveDecided(work, job, { kind: 'done', job }, { step: job.step + 1 }))
}

/** What would become of it, by doing it and taking it back: no rule is written twice. */
async function tryEach(work: OwnWork, chunk: Chunk, rows: readonly BulkRow[]): Promise<readonly Judged[]> {
  const judged: Judged[] = []
  const room = await chunk.action.room?.(work)
  // Trying counts for nothing.
  const trying = { ...work, limit: Object.assign(async () => {}, { forget: async () => {} }) }
  const shared = await chunk.action.share?.(trying, orderOf(chunk.job), rows)
  for (const row of rows) {
    const { result, because } = await carryOutOne(trying, { ...chunk, shared }, row, 'take_back')
    if (room && because?.code === 'limit_reached') {
      judged.push({ verdict: 'limit_reached', because: { code: 'waits', at: room.nextAt } })
      continue
    }
    judged.push({
      verdict: result === 'sent' ? 'will_send' : result === 'done' ? 'will_do' : result === 'cancelled' ? 'not_possible' : result,
      because,
    })
  }
  return judged
}

export async function carryOutChunk(work: OwnWork, chunk: Chunk): Promise<void> {
  const { job, action } = chunk
  const over = mayGoOn(asPartner(work), action)
  if (over !== null) return stopList(work, job, over)
  const open = await listOpen(work.tx, job, chunkRows)
  if (open.length === 0) return nextWave(work, job)
  const room = await action.room?.(work)
  if (room && room.left <= 0) return waitUntil(work, { ...job, waitsUntil: room.nextAt })
  const rows = open.slice(0, room?.left ?? chunkRows)
  const carried = []
  const shared = await action.share?.(work, orderOf(job), rows)
  for (const row of rows) carried.push({ position: row.position, ...(await carryOutOne(work, { ...chunk, shared }, row, 'keep')) })
  await saveResults(work.tx, job, carried)
  await waitUntil(work, { ...job, waitsUntil: null })
}

async function carryOutOne(
  work: OwnWork,
  { job, action, failed, shared }: Chunk & { readonly shared: unknown },
  row: BulkRow | ListedRow,
  then: 'keep' | 'take_back',
): Promise<Carried> {
  const doOne = async () => {
    const carried = await action.carryOut(work, { ...orderOf(job), shared }, row)
    if (then === 'take_back') throw new TakenBack(carried)
    return carried
  }
  const attempted = await attemptPart(work, doOne, isOfThisRow)
  if (attempted.kind === 'done') return attempted.result
  const { failure } = attempted
  if (failure instanceof TakenBack) return failure.carried
  if (failure instanceof Refusal) return { result: refusedAs(failure.code), because: { code: failure.code } }
  failed(failure)
  return { result: 'not_possible', because: { code: 'internal' } }
}

const orderOf = ({ chosen, createdBy }: StoredJob) => ({ chosen, createdBy })

/** It would have gone well, and only that was the question. */
class TakenBack extends Error {
  readonly carried: Carried

  constructor(carried: Carried) {
    super('tried and taken back')
    this.carried = carried
  }
}

/** PostgreSQL refused what this row wanted; a lost connection or a conflict with others concerns the whole chunk. */
function isOfThisRow(failure: unknown): failure is Error {
  if (failure instanceof TakenBack || failure instanceof Refusal) return true
  const code = typeof failure === 'object' && failure !== null && 'code' in failure ? failure.code : undefined
  return typeof code === 'string' && /^(22|23)/.test(code)
}

async function waitUntil(work: OwnWork, job: StoredJob): Promise<void> {
  await enqueueChunk(work.tx, await saveDecided(work, job, { kind: 'done', job }, { step: job.step + 1 }))
}

async function nextWave(work: OwnWork, job: StoredJob): Promise<void> {
  const counts = await countRows(work.tx, job)
  if (counts.left === 0) {
    const sent = (counts.results['sent'] ?? 0) + (counts.results['done'] ?? 0)
    await saveDecided(work, job, decideBulk(job, { kind: 'finish' }), { finishedAt: work.now, waitsUntil: null })
    const data = { bulkId: job.id, action: job.action, sent, failed: counts.rows - sent }
    if (job.waves === null) record(work, { ...told(job), kind: 'bulk.finished', data })
    else record(work, { ...told(job), kind: 'campaign.finished', data, detail: { name: job.name ?? '' } })
    return
  }
  if (job.waves === null) throw new Error('rows are left that belong to no wave')
  // Between two waves: first the pause, then a look at the answers.
  const { pauseHours, holdAtPercent } = job.waves
  if (job.waitsUntil === null && pauseHours > 0) return waitUntil(work, { ...job, waitsUntil: later(work.now, pauseHours * hourMs) })
  const next = { waitsUntil: null, wave: job.wave + 1 }
  if (!isTooManyRefusals(await countAnswers(work.tx, job), holdAtPercent)) return waitUntil(work, { ...job, ...next })
  const because = 'too_many_refusals'
  const held = await saveDecided(work, job, decideBulk(job, { kind: 'halt', reason: because }), next)
  record(work, {
    ...told(held),
    kind: 'campaign.held',
    data: { bulkId: job.id, action: job.action, because },
    detail: { name: job.name ?? '' },
  })
}

export async function stopList(
  work: Pick<OwnWork, 'tx' | 'events' | 'now'>,
  job: StoredJob,
  reason: NonNullable<ReturnType<typeof mayGoOn>>,
): Promise<void> {
  const { left, results } = await countRows(work.tx, job)
  await saveDecided(work, job, decideBulk(job, { kind: 'stop', reason }), { finishedAt: work.now, waitsUntil: null })
  const sent = (results['sent'] ?? 0) + (results['done'] ?? 0)
  record(work, { ...told(job), kind: 'bulk.stopped', data: { bulkId: job.id, action: job.action, sent, left, because: reason } })
}
