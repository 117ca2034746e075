import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AccessRequest,
  answerAccess,
  countingApprovals,
  refusalOfAsking,
  standardAccessRules,
  stateOfAccessRequest,
} from './access-request.ts'
import { anna, asAnna, asMarc, asPetra, asRuth, daysAfter, givenPartnership, marc, noon, petra } from './given.ts'
import { type AccessRequestId, asId } from './ids.ts'
import { isSensitive, type RightId, rightIds } from './rights/catalogue.ts'
import { hourMs } from './time.ts'

const partnership = givenPartnership()
const granted = (partnership.grant?.rights ?? []).map(({ right }) => right)
const rules = { ...standardAccessRules, listIsVisible: true }
const unknown = { partnership, held: undefined, rules }
const open: AccessRequest = {
  id: asId<AccessRequestId>('request'),
  personId: anna,
  rights: null,
  hours: 24,
  state: 'open',
  askedAt: noon,
  approvedBy: [],
}
const answer = (request: AccessRequest, by = asMarc, more = rules, now = noon) => answerAccess(request, 'approve', { by, rules: more, now })

test('a collaborator asks for a customer for a day, an administrator approves, and it ends by itself', () => {
  expect(refusalOfAsking(unknown, { rights: null, hours: 24 }, asAnna, noon)).toBeNull()
  expect(answer(open)).toMatchObject({ kind: 'granted', until: noon + 24 * hourMs, request: { state: 'granted', approvedBy: [marc] } })
})

test('where two have to approve, one is not enough, and nobody counts twice', () => {
  const two = { ...rules, approversForCustomers: 2 as const }
  const first = answer(open, asMarc, two)
  expect(first).toMatchObject({ kind: 'waits', request: { state: 'open', approvedBy: [marc] } })
  const waiting = first.kind === 'waits' ? first.request : open
  expect(answer(waiting, asMarc, two)).toEqual({ kind: 'refused', code: 'already_answered' })
  expect(answer(waiting, asPetra, two)).toMatchObject({ kind: 'granted', request: { approvedBy: [marc, petra] } })
})

test('an approval counts as long as whoever gave it leads the partner', () => {
  const two = { ...rules, approversForCustomers: 2 as const }
  const waiting = { ...open, approvedBy: [marc] }
  expect(answer(countingApprovals(waiting, new Set([marc, petra])), asPetra, two).kind).toBe('granted')
  expect(answer(countingApprovals(waiting, new Set([petra])), asPetra, two)).toMatchObject({
    ...{ kind: 'waits', request: { approvedBy: [petra] } },
  })
  expect(countingApprovals({ ...waiting, state: 'granted' }, new Set()).approvedBy).toEqual([marc])
})

test('nobody answers what they asked for themselves, whatever they are by now', () => {
  expect(answer(open, { ...asAnna, role: 'administrator' })).toEqual({ kind: 'refused', code: 'asker_cannot_answer' })
  expect(answer(open, asAnna)).toEqual({ kind: 'refused', code: 'not_entitled' })
  expect(answer(open, asRuth)).toEqual({ kind: 'refused', code: 'not_entitled' })
  expect(answerAccess(open, 'withdraw', { by: asMarc, rules, now: noon })).toEqual({ kind: 'refused', code: 'not_entitled' })
  expect(answerAccess(open, 'withdraw', { by: asAnna, rules, now: noon })).toMatchObject({ kind: 'withdrawn' })
})

test('a customer that collaborators are not shown is not there to be asked for', () => {
  const hidden = { ...unknown, rules: standardAccessRules }
  expect(refusalOfAsking(hidden, { rights: null, hours: 24 }, asAnna, noon)).toBe('not_found')
  expect(refusalOfAsking(unknown, { rights: [granted[0] as RightId], hours: 1 }, asAnna, noon)).toBe('not_found')
  expect(refusalOfAsking({ ...unknown, held: null }, { rights: null, hours: 1 }, asAnna, noon)).toBe('nothing_changed')
  expect(refusalOfAsking(unknown, { rights: null, hours: 2161 }, asAnna, noon)).toBe('end_out_of_bounds')
  expect(refusalOfAsking(unknown, { rights: null, hours: 24 }, asMarc, noon)).toBe('not_entitled')
})

test('what nobody answered lapses after a week', () => {
  expect(stateOfAccessRequest(open, daysAfter(6))).toBe('open')
  expect(stateOfAccessRequest(open, daysAfter(7))).toBe('lapsed')
  expect(answer(open, asMarc, rules, daysAfter(7))).toEqual({ kind: 'refused', code: 'request_expired' })
})

test('whatever rights are asked for: only granted ones, never lasting, sensitive ones for twelve hours at most', () => {
  const hours = fc.option(fc.integer({ min: -1, max: 400 }))
  const rights = fc.uniqueArray(fc.constantFrom(...rightIds), { maxLength: 4 })
  const held = fc.uniqueArray(fc.constantFrom(...granted))
  fc.assert(
    fc.property(rights, hours, held, fc.integer({ min: 1, max: 168 }), (wanted, asked, has, rightsHours) => {
      const around = { partnership, held: has, rules: { ...rules, rightsHours } }
      if (refusalOfAsking(around, { rights: wanted, hours: asked }, asAnna, noon) !== null) return
      expect(wanted.every((right) => granted.includes(right)) && wanted.some((right) => !has.includes(right))).toBe(true)
      expect(asked).toBeGreaterThanOrEqual(1)
      expect(asked).toBeLessThanOrEqual(wanted.some(isSensitive) ? Math.min(12, rightsHours) : rightsHours)
    }),
  )
})
