import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asRuth, daysAfter, noon } from '../given.ts'
import { asId, type PartnershipId } from '../ids.ts'
import { askAboutSuccession, decideQuestion } from '../partnership/decide-succession.ts'
import { reachable, rowsOf } from './machine.ts'
import { givenQuestions, questionMachine, successionMachine } from './succession-machine.ts'

/** Command | by | what comes of it when named · agreed · refused · withdrawn */
const succession = `
agree | follows: representative who named | asker_cannot_answer · already_answered · already_answered · request_withdrawn
agree | follows: another representative | → agreed · already_answered · already_answered · request_withdrawn
agree | everybody else | not_entitled · already_answered · already_answered · request_withdrawn
refuse | follows: representative who named | asker_cannot_answer · already_answered · already_answered · request_withdrawn
refuse | follows: another representative | → refused · already_answered · already_answered · request_withdrawn
refuse | everybody else | not_entitled · already_answered · already_answered · request_withdrawn
withdraw | goes: representative who named, goes: another representative, goes: administrator | → withdrawn · already_answered · already_answered · request_withdrawn
withdraw | everybody else | not_entitled · already_answered · already_answered · request_withdrawn
`
/** … when asked · asked, overdue · granted · declined · lapsed */
const question = `
grant | partner: representative who asked, customer: the person who asked | asker_cannot_answer · request_expired · already_answered · already_answered · request_expired
grant | customer: representative | → granted · request_expired · already_answered · already_answered · request_expired
grant | everybody else | not_entitled · request_expired · already_answered · already_answered · request_expired
decline | partner: representative who asked, customer: the person who asked | asker_cannot_answer · request_expired · already_answered · already_answered · request_expired
decline | customer: representative | → declined · request_expired · already_answered · already_answered · request_expired
decline | everybody else | not_entitled · request_expired · already_answered · already_answered · request_expired
lapse | everybody | not_over_yet · → lapsed · already_answered · already_answered · request_expired
`

describe.each([
  [successionMachine, succession],
  [questionMachine, question],
])('a partner names its successor', (machine, expected) => {
  test('every command in every state by everybody comes out as written here', () => {
    const rows = rowsOf(machine).map(({ command, by, outcomes }) => `${command} | ${by} | ${outcomes.join(' · ')}`)
    expect(rows).toEqual(expected.trim().split('\n'))
    const reached = [...reachable(machine)]
    expect(machine.states.filter((state) => !reached.includes(state))).toEqual([])
  })
})

test('the successor reads nothing of what a customer is asked or answers; silence means no', () => {
  const asked = givenQuestions['asked']
  if (!asked) throw new Error('nothing is asked')
  const command = fc.constantFrom(
    { kind: 'grant', by: asRuth, to: asId<PartnershipId>('next') } as const,
    { kind: 'decline', by: asRuth } as const,
    { kind: 'lapse' } as const,
  )
  fc.assert(
    fc.property(command, fc.integer({ min: 0, max: 60 }), (given, days) => {
      const decided = decideQuestion(asked, given, daysAfter(days))
      const events = decided.kind === 'refused' ? [askAboutSuccession(asked)] : decided.events
      for (const { readers } of events) expect(readers).toEqual([asked.customerId, asked.partnerId])
      if (decided.kind === 'done') expect(decided.question.state === 'granted').toBe(given.kind === 'grant' && days < 30)
    }),
  )
  expect(noon).toBeLessThan(asked.until)
})
