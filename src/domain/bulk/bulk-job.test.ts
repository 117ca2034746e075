import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asAnna, asMarc, asPetra, marc, petra } from '../given.ts'
import { asId, type BulkId } from '../ids.ts'
import { type BulkCommand, type BulkJob, bulkStates, decideBulk, mayGoOn } from './bulk-job.ts'
import { isTooManyRefusals } from './campaign.ts'

const send = { act: 'prepare', needsRelease: true } as const
const tag = { act: 'assign', needsRelease: false } as const
const job: BulkJob = { id: asId<BulkId>('list'), state: 'ready', createdBy: marc, startedBy: null, reason: null }
const commands: readonly BulkCommand[] = [
  { kind: 'edit', by: asMarc },
  { kind: 'check', by: asMarc },
  { kind: 'checked' },
  { kind: 'start', by: asPetra, demand: send },
  { kind: 'start', by: asMarc, demand: send },
  { kind: 'hold', by: asMarc },
  { kind: 'halt', reason: 'too_many_refusals' },
  { kind: 'resume', by: asPetra },
  { kind: 'stop', reason: 'starter_left' },
  { kind: 'cancel', by: asMarc },
  { kind: 'finish' },
]

test('every state answers every command', () => {
  const table = bulkStates.map((state) => [
    state,
    ...commands.map((command) => {
      const decided = decideBulk({ ...job, state }, command)
      return decided.kind === 'refused' ? '–' : decided.job.state
    }),
  ])
  const no = '–'
  expect(table).toEqual([
    ['draft', 'draft', 'checking', no, no, no, no, no, no, no, 'cancelled', no],
    ['checking', 'draft', 'checking', 'ready', no, no, no, no, no, 'stopped', 'cancelled', no],
    ['ready', 'draft', 'checking', no, 'running', 'prepared', no, no, no, no, 'cancelled', no],
    ['prepared', no, no, no, 'running', no, no, no, no, no, 'cancelled', no],
    ['running', no, no, no, no, no, 'held', 'held', no, 'stopped', 'cancelled', 'done'],
    ['held', no, no, no, no, no, no, no, 'running', 'stopped', 'cancelled', no],
    ['done', no, no, no, no, no, no, no, no, no, no, no],
    ['stopped', no, no, no, no, no, no, no, no, no, no, no],
    ['cancelled', no, no, no, no, no, no, no, no, no, no, no],
  ])
})

test('an administrator prepares what a legal representative releases, and starts what needs no release', () => {
  const prepared = decideBulk(job, { kind: 'start', by: asMarc, demand: send })
  expect(prepared).toMatchObject({ kind: 'done', job: { state: 'prepared', startedBy: null } })
  expect(decideBulk({ ...job, state: 'prepared' }, { kind: 'start', by: asPetra, demand: send })).toMatchObject({
    job: { startedBy: petra },
  })
  expect(decideBulk(job, { kind: 'start', by: asMarc, demand: tag })).toMatchObject({ job: { state: 'running', startedBy: marc } })
  expect(decideBulk(job, { kind: 'start', by: asAnna, demand: tag })).toEqual({ kind: 'refused', code: 'not_entitled' })
})

test('it goes on only while whoever started it still may', () => {
  expect(mayGoOn(asPetra, send)).toBeNull()
  expect(mayGoOn(asMarc, send)).toBe('starter_not_entitled')
  expect(mayGoOn(null, tag)).toBe('starter_left')
})

test('no sequence of commands runs a list without a starter, or does anything once it is over', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...commands)), (given) => {
      let now: BulkJob = { ...job, state: 'draft' }
      for (const command of given) {
        const decided = decideBulk(now, command)
        if (decided.kind === 'refused') continue
        expect(['done', 'stopped', 'cancelled']).not.toContain(now.state)
        now = decided.job
        if (now.state === 'running') expect(now.startedBy).toBe(petra)
      }
    }),
  )
})

test('a campaign is held when too many of those who answered said no, and not by the first few', () => {
  expect(isTooManyRefusals({ declined: 2, open: 40 }, 50)).toBe(false)
  expect(isTooManyRefusals({ declined: 2, granted: 1 }, 50)).toBe(true)
  expect(isTooManyRefusals({ declined: 1, granted: 5, different: 1 }, 50)).toBe(false)
})
