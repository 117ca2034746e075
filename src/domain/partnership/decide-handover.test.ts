import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asPetra, asRuth, daysAfter, givenPartnership, noon, webwerk } from '../given.ts'
import { asId, type HandoverId, type PartnershipId } from '../ids.ts'
import { beginHandover, decideHandover, type HandoverCommand } from './decide-handover.ts'
import { type Handover, handoverStates } from './handover.ts'

const from = givenPartnership()
const to = givenPartnership({ id: asId<PartnershipId>('next'), partnerId: webwerk })
const draft = { id: asId<HandoverId>('handover'), overlapDays: 14, namesTold: false }
const begun = beginHandover(draft, { from, to }, asRuth, noon)
if (begun.kind === 'refused') throw new Error(begun.code)
const asked = begun.handover
const planned: Handover = { ...asked, state: 'planned', endsAt: daysAfter(14) }
const commands: readonly HandoverCommand[] = [
  { kind: 'plan', endsAt: daysAfter(14) },
  { kind: 'call_off', by: asRuth },
  { kind: 'end_now', by: asRuth },
  { kind: 'complete' },
  { kind: 'ended' },
  { kind: 'drop' },
]
const codeOf = (handover: Handover, command: HandoverCommand, now = noon) => {
  const decided = decideHandover(handover, command, now)
  return decided.kind === 'refused' ? decided.code : decided.handover.state
}

test('every state answers every command', () => {
  const table = handoverStates.map((state) => [state, ...commands.map((command) => codeOf({ ...planned, state }, command))].join(' '))
  expect(table).toEqual([
    'asked planned called_off not_active not_over_yet called_off called_off',
    'planned already_open called_off done not_over_yet done called_off',
    'done already_ended already_ended already_ended already_ended already_ended already_ended',
    'called_off request_withdrawn request_withdrawn request_withdrawn request_withdrawn request_withdrawn request_withdrawn',
  ])
})

test('it begins between two partners of one customer, by its legal representative, for at most 90 days together', () => {
  const code = (more: Partial<typeof draft>, ends = { from, to }, by = asRuth) => {
    const decided = beginHandover({ ...draft, ...more }, ends, by, noon)
    return decided.kind === 'refused' ? decided.code : decided.handover.state
  }
  expect(code({ overlapDays: 90 })).toBe('asked')
  expect(code({ overlapDays: 91 })).toBe('end_out_of_bounds')
  expect(code({ overlapDays: -1 })).toBe('end_out_of_bounds')
  expect(code({}, { from, to: { ...to, state: 'proposed' } })).toBe('asked')
  expect(code({}, { from, to: { ...to, state: 'ended' } })).toBe('not_active')
  expect(code({}, { from, to: from })).toBe('already_customer')
  expect(code({}, { from, to }, asPetra)).toBe('not_entitled')
})

test('until the next partner has access only the customer reads of it', () => {
  expect(begun.events.map(({ kind, readers }) => [kind, readers.length])).toEqual([['handover.asked', 1]])
})

test('partners do not see each other, unless the customer says so: whatever is told, each reads its own', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.constantFrom(...commands), fc.constantFrom(asked, planned), (namesTold, command, handover) => {
      const decided = decideHandover({ ...handover, namesTold }, command, daysAfter(20))
      if (decided.kind === 'refused') return
      for (const event of decided.events) {
        const says = JSON.stringify(event)
        expect(event.readers.includes(from.partnerId) && event.readers.includes(webwerk)).toBe(false)
        if (event.readers.includes(from.partnerId)) expect(says.includes(webwerk)).toBe(namesTold)
        if (event.readers.includes(webwerk)) expect(says.includes(from.partnerId)).toBe(namesTold)
      }
    }),
  )
})

test('it is over at exactly the end of the overlap, never before', () => {
  expect(codeOf(planned, { kind: 'complete' }, daysAfter(13))).toBe('not_over_yet')
  expect(codeOf(planned, { kind: 'complete' }, daysAfter(14))).toBe('done')
  expect(codeOf(planned, { kind: 'call_off', by: asPetra })).toBe('not_entitled')
})
