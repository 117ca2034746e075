// A bulk job: one action on many rows. It is checked before it starts, runs row by row, and can be stopped at any time.

import type { BulkId, PersonId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import { type Act, type Actor, mayDo } from '../who-may.ts'

/** `draft` takes rows, `checking` judges them, `ready` waits for its start, `prepared` for a legal representative. */
export const bulkStates = ['draft', 'checking', 'ready', 'prepared', 'running', 'held', 'done', 'stopped', 'cancelled'] as const
export type BulkState = (typeof bulkStates)[number]

/** Why it stopped or is held: whoever started it is gone or may no more, or too many said no. */
export type BulkReason = 'starter_left' | 'starter_not_entitled' | 'too_many_refusals' | 'by_person'

export type BulkJob = {
  readonly id: BulkId
  readonly state: BulkState
  readonly createdBy: PersonId
  readonly startedBy: PersonId | null
  readonly reason: BulkReason | null
}

/** What an action asks of whoever starts it: administrators only prepare what needs a release. */
export type BulkDemand = { readonly act: Act; readonly needsRelease: boolean }

export type BulkCommand =
  | { readonly kind: 'edit' | 'check'; readonly by: Actor }
  | { readonly kind: 'start'; readonly by: Actor; readonly demand: BulkDemand }
  | { readonly kind: 'cancel' | 'hold' | 'resume'; readonly by: Actor }
  | { readonly kind: 'checked' | 'finish' }
  | { readonly kind: 'stop' | 'halt'; readonly reason: BulkReason }

export type BulkDecided = { readonly kind: 'done'; readonly job: BulkJob } | { readonly kind: 'refused'; readonly code: RefusalCode }

const from: Readonly<Record<BulkCommand['kind'], readonly BulkState[]>> = {
  edit: ['draft', 'checking', 'ready'],
  check: ['draft', 'ready', 'checking'],
  checked: ['checking'],
  start: ['ready', 'prepared'],
  cancel: ['draft', 'checking', 'ready', 'prepared', 'running', 'held'],
  hold: ['running'],
  halt: ['running'],
  resume: ['held'],
  stop: ['running', 'held', 'checking'],
  finish: ['running'],
}

/** The job after the command. Refusals: `not_entitled`, `changed_meanwhile` (it is not in a state for that). */
export function decideBulk(job: BulkJob, command: BulkCommand): BulkDecided {
  if (!from[command.kind].includes(job.state)) return { kind: 'refused', code: 'changed_meanwhile' }
  switch (command.kind) {
    case 'edit':
      return done(job, 'draft')
    case 'check':
      return done(job, 'checking')
    case 'checked':
      return done(job, 'ready')
    case 'start':
      return start(job, command.by, command.demand)
    case 'cancel':
      return done(job, 'cancelled')
    case 'hold':
      return done(job, 'held', 'by_person')
    case 'halt':
      return done(job, 'held', command.reason)
    case 'resume':
      return done(job, 'running')
    case 'stop':
      return done(job, 'stopped', command.reason)
    case 'finish':
      return done(job, 'done')
  }
}

function start(job: BulkJob, by: Actor, { act, needsRelease }: BulkDemand): BulkDecided {
  if (!mayDo(act, by)) return { kind: 'refused', code: 'not_entitled' }
  if (!needsRelease || mayDo('release', by))
    return { kind: 'done', job: { ...job, state: 'running', startedBy: by.personId, reason: null } }
  return job.state === 'prepared' ? { kind: 'refused', code: 'not_entitled' } : done(job, 'prepared')
}

/** Asked again before each chunk: whoever started it still may, or why the rest stays undone. */
export function mayGoOn(by: Actor | null, { act, needsRelease }: BulkDemand): BulkReason | null {
  if (by === null) return 'starter_left'
  return mayDo(act, by) && (!needsRelease || mayDo('release', by)) ? null : 'starter_not_entitled'
}

function done(job: BulkJob, state: BulkState, reason: BulkReason | null = null): BulkDecided {
  return { kind: 'done', job: { ...job, state, reason } }
}
