import { describe, expect, test } from 'vitest'
import { type Machine, reachable, rowsOf } from './machine.ts'
import { offerMachine, requestMachine } from './proposal-machine.ts'

/** Command | by | what comes of it when prepared · open, not claimed · open · overdue · accepted · countered · declined · withdrawn · expired · replaced */
const request = `
release | partner: representative who asked, partner: another representative | → open · already_released · already_released · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
release | everybody else | not_entitled · already_released · already_released · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
attach | everybody | not_found · → open · already_claimed · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
attach to the partner itself | everybody | not_found · own_organisation · own_organisation · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
accept | partner: representative who asked, customer: the person who asked | not_found · asker_cannot_answer · asker_cannot_answer · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
accept | partner: another representative, partner: administrator, partner: collaborator | not_found · own_proposal · own_proposal · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
accept | customer: representative | not_found · not_entitled · → accepted · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
accept | customer: administrator, customer: collaborator | not_found · not_entitled · not_entitled · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
counter | partner: representative who asked, customer: the person who asked | not_found · asker_cannot_answer · asker_cannot_answer · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
counter | partner: another representative, partner: administrator, partner: collaborator | not_found · own_proposal · own_proposal · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
counter | customer: representative | not_found · not_entitled · → countered · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
counter | customer: administrator, customer: collaborator | not_found · not_entitled · not_entitled · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
decline | partner: representative who asked, customer: the person who asked | not_found · asker_cannot_answer · asker_cannot_answer · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
decline | partner: another representative, partner: administrator, partner: collaborator | not_found · own_proposal · own_proposal · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
decline | customer: representative | not_found · not_entitled · → declined · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
decline | customer: administrator, customer: collaborator | not_found · not_entitled · not_entitled · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
withdraw | partner: representative who asked, partner: another representative, partner: administrator | → withdrawn · → withdrawn · → withdrawn · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
withdraw | everybody else | not_entitled · not_entitled · not_entitled · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
replace | partner: representative who asked, partner: another representative | already_claimed · → replaced · already_claimed · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
replace | everybody else | already_claimed · not_entitled · already_claimed · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
pass_on | customer: the person who asked, customer: representative, customer: administrator, customer: collaborator | not_found · = · = · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
pass_on | everybody else | not_found · not_entitled · not_entitled · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
lapse | everybody | not_over_yet · not_over_yet · not_over_yet · → expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
`
const offer = `
release | customer: the person who asked, customer: representative | → open · already_released · already_released · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
release | everybody else | not_entitled · already_released · already_released · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
attach | everybody | not_found · → open · already_claimed · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
attach to the partner itself | everybody | not_found · own_organisation · own_organisation · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
accept | partner: representative who asked, customer: the person who asked | not_found · asker_cannot_answer · asker_cannot_answer · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
accept | partner: another representative | not_found · not_entitled · → accepted · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
accept | partner: administrator, partner: collaborator | not_found · not_entitled · not_entitled · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
accept | customer: representative, customer: administrator, customer: collaborator | not_found · own_proposal · own_proposal · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
counter | partner: representative who asked, customer: the person who asked | not_found · asker_cannot_answer · asker_cannot_answer · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
counter | partner: another representative | not_found · not_entitled · → countered · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
counter | partner: administrator, partner: collaborator | not_found · not_entitled · not_entitled · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
counter | customer: representative, customer: administrator, customer: collaborator | not_found · own_proposal · own_proposal · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
decline | partner: representative who asked, customer: the person who asked | not_found · asker_cannot_answer · asker_cannot_answer · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
decline | partner: another representative | not_found · not_entitled · → declined · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
decline | partner: administrator, partner: collaborator | not_found · not_entitled · not_entitled · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
decline | customer: representative, customer: administrator, customer: collaborator | not_found · own_proposal · own_proposal · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
withdraw | customer: the person who asked, customer: representative | → withdrawn · → withdrawn · → withdrawn · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
withdraw | everybody else | not_entitled · not_entitled · not_entitled · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
replace | customer: the person who asked, customer: representative | already_claimed · → replaced · already_claimed · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
replace | everybody else | already_claimed · not_entitled · already_claimed · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
pass_on | everybody | not_found · not_entitled · not_entitled · request_expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
lapse | everybody | not_over_yet · not_over_yet · not_over_yet · → expired · already_answered · already_answered · already_answered · request_withdrawn · request_expired · changed_meanwhile
`
const cases: readonly (readonly [Machine, string, asks: 'partner' | 'customer', answers: 'partner' | 'customer'])[] = [
  [requestMachine, request, 'partner', 'customer'],
  [offerMachine, offer, 'customer', 'partner'],
]

describe.each(cases)('the machine of a proposal', (machine, expected, asks, answers) => {
  const each = (look: (state: string, command: string, actor: string) => void) => {
    for (const state of machine.states)
      for (const command of machine.commands) for (const actor of machine.actors) look(state, command, actor)
  }
  const isDone = (state: string, command: string, actor: string) => machine.attempt(state, command, actor).kind === 'done'

  test('every command in every state by everybody comes out as written here', () => {
    const rows = rowsOf(machine).map(({ command, by, outcomes }) => `${command} | ${by} | ${outcomes.join(' · ')}`)
    expect(rows).toEqual(expected.trim().split('\n'))
    expect([...reachable(machine)].toSorted()).toEqual([...machine.states].toSorted())
  })

  test('it is answered once, by a representative of the other side who did not ask', () => {
    each((state, command, actor) => {
      if (!['accept', 'counter', 'decline'].includes(command) || !isDone(state, command, actor)) return
      expect([state, actor.startsWith(answers), /representative/.test(actor), /who asked/.test(actor)]).toEqual(['open', true, true, false])
    })
  })

  test('what was answered, taken back or lapsed stays so', () => {
    each((state, command, actor) => {
      if (['accepted', 'countered', 'declined', 'withdrawn', 'expired', 'replaced'].includes(state))
        expect(isDone(state, command, actor)).toBe(false)
    })
  })

  test('nobody but the side that asks sends it or takes it back', () => {
    each((state, command, actor) => {
      if (['release', 'withdraw', 'replace'].includes(command) && isDone(state, command, actor)) expect(actor).toMatch(asks)
    })
  })

  test('what was not sent does not exist for the other side', () => {
    each((state, command, actor) => {
      if (state === 'prepared' && actor.startsWith(answers)) expect(isDone(state, command, actor), command).toBe(false)
    })
  })
})
