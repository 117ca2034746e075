// A list is put together: what to do, with which rows, chosen how; and checked before anything is done.

import { decideBulk } from '../../domain/bulk/bulk-job.ts'
import type { BulkId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayDo } from '../../domain/who-may.ts'
import { asPartner } from '../actor.ts'
import type { BulkAction } from '../bulk-action.ts'
import { bulkActions, bulkTargets } from '../bulk-actions.ts'
import type { Answer, Input } from '../endpoint.ts'
import { getPartner } from '../partnerships/organisation-store.ts'
import { invalidInput } from '../problem.ts'
import { newId, type OwnWork } from '../work.ts'
import * as contracts from './contract.ts'
import { lockList, saveDecided } from './decided.ts'
import { enqueueChunk, insertJob, saveJob } from './job-store.ts'
import { dropRowsFrom, forgetVerdicts, listDone, putRows } from './row-store.ts'

export async function createList(
  work: OwnWork,
  { body }: Input<typeof contracts.createList>,
): Promise<Answer<typeof contracts.createList>> {
  const action = actionNamed(body.action)
  const { organisationId: partnerId } = work.context
  if (!(await getPartner(work.tx, partnerId)).isEnrolled || !mayDo(action.act, asPartner(work))) throw new Refusal('not_entitled')
  const chosen = parseChosen(action, body.chosen)
  const id = newId<BulkId>()
  const job = { id, partnerId, action: body.action, name: body.name ?? null, chosen, waves: body.waves ?? null, undoes: null }
  await insertJob(work.tx, { ...job, createdBy: work.person.id, createdAt: work.now, orderedIn: work.person.sessionId })
  if (action.rows === 'given') return { id, rows: 0 }
  if (body.target === undefined) throw new Refusal('invalid_input', 'a target is needed')
  const targets = await bulkTargets(work, body.target, contracts.rowsMax)
  await putTargets(work, job, targets)
  return { id, rows: targets.length }
}

export async function putTargets(work: OwnWork, job: Parameters<typeof putRows>[1], targets: readonly string[]): Promise<void> {
  const rows = targets.map((managedCustomerId, position) => ({ position, id: newId<string>(), managedCustomerId, input: {} }))
  await putRows(work.tx, job, rows)
}

export async function chooseForList(
  work: OwnWork,
  { params, body }: Input<typeof contracts.chooseForList>,
): Promise<Answer<typeof contracts.chooseForList>> {
  const job = await lockList(work, params.bulk)
  const chosen = parseChosen(actionNamed(job.action), body.chosen)
  await saveDecided(work, job, decideBulk(job, { kind: 'edit', by: asPartner(work) }), { chosen })
  await forgetVerdicts(work.tx, job)
  return {}
}

export async function putListRows(
  work: OwnWork,
  { params, body }: Input<typeof contracts.putListRows>,
): Promise<Answer<typeof contracts.putListRows>> {
  const job = await lockList(work, params.bulk)
  const action = actionNamed(job.action)
  if (action.rows !== 'given') throw new Refusal('invalid_input', 'its rows are customers of the list')
  if (body.from + body.rows.length > contracts.rowsMax) throw new Refusal('limit_reached', 'at most ten thousand rows')
  await saveDecided(work, job, decideBulk(job, { kind: 'edit', by: asPartner(work) }))
  const rows = body.rows.map((input, at) => ({ position: body.from + at, id: newId<string>(), managedCustomerId: null, input }))
  await putRows(work.tx, job, rows)
  await forgetVerdicts(work.tx, job)
  if (body.last) await dropRowsFrom(work.tx, job, body.from + body.rows.length)
  return {}
}

export async function checkList(work: OwnWork, { params }: Input<typeof contracts.checkList>): Promise<Answer<typeof contracts.checkList>> {
  const job = await lockList(work, params.bulk)
  await forgetVerdicts(work.tx, job)
  const { holdFast } = actionNamed(job.action)
  const chosen = holdFast ? await holdFast(work, job.chosen) : job.chosen
  const checking = await saveDecided(work, job, decideBulk(job, { kind: 'check', by: asPartner(work) }), { chosen, step: job.step + 1 })
  await enqueueChunk(work.tx, checking)
  return {}
}

/** Begins a list of the same size that takes back what this one did and nobody answered yet. */
export async function undoList(work: OwnWork, { params }: Input<typeof contracts.undoList>): Promise<Answer<typeof contracts.undoList>> {
  const job = await lockList(work, params.bulk)
  const undoing = actionNamed(job.action).undoneBy
  if (undoing === undefined || (job.state !== 'done' && job.state !== 'stopped' && job.state !== 'cancelled'))
    throw new Refusal('changed_meanwhile')
  const targets = await listDone(work.tx, job)
  const id = newId<BulkId>()
  const undo = { ...{ id, partnerId: job.partnerId, action: undoing, name: job.name, chosen: {}, waves: null, undoes: job.id } }
  await insertJob(work.tx, { ...undo, createdBy: work.person.id, createdAt: work.now, orderedIn: work.person.sessionId })
  await putTargets(work, undo, targets)
  const checking = await lockList(work, id)
  await saveJob(work.tx, { ...checking, state: 'checking', step: 1 })
  await enqueueChunk(work.tx, { ...checking, step: 1 })
  return { id, rows: targets.length }
}

export function actionNamed(name: string): BulkAction {
  const action = Object.hasOwn(bulkActions, name) ? bulkActions[name] : undefined
  if (!action) throw new Refusal('invalid_input', 'no such action')
  return action
}

function parseChosen(action: BulkAction, chosen: unknown): unknown {
  const parsed = action.chosen.safeParse(chosen)
  if (!parsed.success) throw invalidInput('body', parsed.error)
  return parsed.data
}
