import { expect, test } from 'vitest'
import { noon } from '../given.ts'
import { stateOfInvitation } from '../partnership/invitation.ts'
import { invitations, invitationMachine as machine } from './invitation-machine.ts'
import { reachable, rowsOf } from './machine.ts'

/** Command | by | what comes of it when prepared · open · overdue · passed on three times · claimed · withdrawn · expired */
const expected = `
release | partner: representative who asked, partner: another representative | → open · already_released · request_expired · already_released · already_claimed · request_withdrawn · request_expired
release | everybody else | not_entitled · already_released · request_expired · already_released · already_claimed · request_withdrawn · request_expired
resend | partner: representative who asked, partner: another representative, partner: administrator | request_not_released · = · request_expired · = · already_claimed · request_withdrawn · request_expired
resend | everybody else | request_not_released · not_entitled · request_expired · not_entitled · already_claimed · request_withdrawn · request_expired
correct_address | partner: representative who asked, partner: another representative, partner: administrator | = · = · request_expired · = · already_claimed · request_withdrawn · request_expired
correct_address | everybody else | not_entitled · not_entitled · request_expired · not_entitled · already_claimed · request_withdrawn · request_expired
revise | partner: representative who asked, partner: another representative | = · = · request_expired · = · already_claimed · request_withdrawn · request_expired
revise | partner: administrator | = · not_entitled · request_expired · not_entitled · already_claimed · request_withdrawn · request_expired
revise | everybody else | not_entitled · not_entitled · request_expired · not_entitled · already_claimed · request_withdrawn · request_expired
withdraw | partner: representative who asked, partner: another representative, partner: administrator | → withdrawn · → withdrawn · request_expired · → withdrawn · already_claimed · request_withdrawn · request_expired
withdraw | everybody else | not_entitled · not_entitled · request_expired · not_entitled · already_claimed · request_withdrawn · request_expired
pass_on, address proven | partner: representative who asked, customer: the person who asked | not_found · asker_cannot_answer · request_expired · passed_on_too_often · already_claimed · request_withdrawn · request_expired
pass_on, address proven | everybody else | not_found · = · request_expired · passed_on_too_often · already_claimed · request_withdrawn · request_expired
pass_on, address not proven | partner: representative who asked, customer: the person who asked | not_found · asker_cannot_answer · request_expired · passed_on_too_often · already_claimed · request_withdrawn · request_expired
pass_on, address not proven | everybody else | not_found · address_not_proven · request_expired · passed_on_too_often · already_claimed · request_withdrawn · request_expired
claim, address proven | partner: representative who asked, customer: the person who asked | not_found · asker_cannot_answer · request_expired · asker_cannot_answer · already_claimed · request_withdrawn · request_expired
claim, address proven | everybody else | not_found · → claimed · request_expired · → claimed · already_claimed · request_withdrawn · request_expired
claim, address not proven | partner: representative who asked, customer: the person who asked | not_found · asker_cannot_answer · request_expired · asker_cannot_answer · already_claimed · request_withdrawn · request_expired
claim, address not proven | everybody else | not_found · address_not_proven · request_expired · address_not_proven · already_claimed · request_withdrawn · request_expired
claim for the partner itself | everybody | not_found · own_organisation · request_expired · own_organisation · already_claimed · request_withdrawn · request_expired
claim for a third organisation | partner: representative who asked, customer: the person who asked | not_found · asker_cannot_answer · request_expired · asker_cannot_answer · already_claimed · request_withdrawn · request_expired
claim for a third organisation | everybody else | not_found · → claimed · request_expired · → claimed · already_claimed · request_withdrawn · request_expired
decline, address proven | partner: representative who asked, customer: the person who asked | not_found · asker_cannot_answer · request_expired · asker_cannot_answer · already_answered · request_withdrawn · request_expired
decline, address proven | everybody else | not_found · → claimed · request_expired · → claimed · already_answered · request_withdrawn · request_expired
decline, address not proven | partner: representative who asked, customer: the person who asked | not_found · asker_cannot_answer · request_expired · asker_cannot_answer · already_answered · request_withdrawn · request_expired
decline, address not proven | everybody else | not_found · address_not_proven · request_expired · address_not_proven · already_answered · request_withdrawn · request_expired
report_delivery, sent | everybody | request_not_released · = · request_expired · = · already_claimed · request_withdrawn · request_expired
report_delivery, not delivered | everybody | request_not_released · = · request_expired · = · already_claimed · request_withdrawn · request_expired
lapse | everybody | not_over_yet · not_over_yet · → expired · not_over_yet · already_claimed · request_withdrawn · request_expired
`

test('every command in every state by everybody comes out as written here', () => {
  const rows = rowsOf(machine).map(({ command, by, outcomes }) => `${command} | ${by} | ${outcomes.join(' · ')}`)
  expect(rows).toEqual(expected.trim().split('\n'))
  expect([...reachable(machine)].toSorted()).toEqual([...machine.states].toSorted())
})

test('what is closed stays closed, whoever comes', () => {
  for (const state of ['claimed', 'withdrawn', 'expired', 'open, overdue'])
    for (const command of machine.commands)
      for (const actor of machine.actors) {
        const tried = machine.attempt(state, command, actor)
        if (command === 'lapse' && state === 'open, overdue') expect(tried).toEqual({ kind: 'done', state: 'expired' })
        else expect(tried.kind, `${state} ${command} ${actor}`).toBe('refused')
      }
  expect(stateOfInvitation(invitations['open, overdue'] ?? never(), noon)).toBe('expired')
})

test('possession of a link decides nothing, and whoever asked never answers', () => {
  for (const command of machine.commands.filter((name) => /^(claim|pass_on|decline)/.test(name)))
    for (const actor of machine.actors)
      for (const state of machine.states) {
        const isDone = machine.attempt(state, command, actor).kind === 'done'
        if (!isDone) continue
        expect(command, actor).not.toMatch('not proven')
        expect(command, actor).not.toMatch('the partner itself')
        expect(actor, command).not.toMatch('who asked')
      }
})

test('only the partner’s leaders look after a request, and only its representatives send it', () => {
  for (const command of ['release', 'resend', 'correct_address', 'withdraw'])
    for (const actor of machine.actors)
      for (const state of machine.states)
        if (machine.attempt(state, command, actor).kind === 'done')
          expect(actor, command).toMatch(
            command === 'release' ? /^partner: .*representative/ : /^partner: (.*representative|administrator)/,
          )
})

function never(): never {
  throw new Error('there is no such state')
}
