import { expect, test } from 'vitest'
import { daysAfter, noon } from '../given.ts'
import { type Partnership, rightsEffective } from '../partnership/partnership.ts'
import { clock, operator } from './actors.ts'
import { reachable, rowsOf } from './machine.ts'
import { partnershipMachine as machine, partnerships, tryPartnership } from './partnership-machine.ts'

/**
 * Command | by | what comes of it when proposed · active · suspended by the customer · by the operator · by both · paid by the partner ·
 * not secured · run out · ended · not concluded
 */
const expected = `
change to more | customer: the person who asked, customer: representative | not_active · = · = · = · = · → active · → active · already_ended · already_ended · already_ended
change to more | everybody else | not_active · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
change to fewer | customer: the person who asked, customer: representative | not_active · = · = · = · = · → active · → active · already_ended · already_ended · already_ended
change to fewer | everybody else | not_active · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
narrow to fewer | partner: administrator, partner: collaborator, customer: administrator, customer: collaborator | not_active · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
narrow to fewer | everybody else | not_active · = · = · = · = · = · = · already_ended · already_ended · already_ended
narrow to something else | partner: administrator, partner: collaborator, customer: administrator, customer: collaborator | not_active · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
narrow to something else | everybody else | not_active · enlarges · enlarges · enlarges · enlarges · enlarges · enlarges · already_ended · already_ended · already_ended
narrow the end | partner: administrator, partner: collaborator, customer: administrator, customer: collaborator | not_active · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
narrow the end | everybody else | not_active · = · = · = · = · = · = · already_ended · already_ended · already_ended
change_payer to the customer | partner: representative who asked, partner: another representative | not_active · not_entitled · not_entitled · not_entitled · not_entitled · → active · not_entitled · already_ended · already_ended · already_ended
change_payer to the customer | customer: the person who asked, customer: representative | not_active · = · = · = · = · → active · = · already_ended · already_ended · already_ended
change_payer to the customer | everybody else | not_active · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
change_payer to the partner | customer: the person who asked, customer: representative | not_active · partner_must_agree · partner_must_agree · partner_must_agree · partner_must_agree · nothing_changed · partner_must_agree · already_ended · already_ended · already_ended
change_payer to the partner | everybody else | not_active · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
secure | customer: the person who asked, customer: representative | not_active · nothing_changed · nothing_changed · nothing_changed · nothing_changed · nothing_changed · → active · already_ended · already_ended · already_ended
secure | everybody else | not_active · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
admit_named_people | customer: the person who asked, customer: representative | = · = · = · = · = · = · = · already_ended · already_ended · already_ended
admit_named_people | everybody else | not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
demand_second_factor | customer: the person who asked, customer: representative | = · = · = · = · = · = · = · already_ended · already_ended · already_ended
demand_second_factor | everybody else | not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
suspend | customer: the person who asked, customer: representative, customer: administrator | not_active · → active, suspended by the customer · already_suspended · → active, suspended by both · already_suspended · → active, suspended by the customer · → active, suspended by the customer · already_ended · already_ended · already_ended
suspend | the operator | not_active · → active, suspended by the operator · → active, suspended by both · already_suspended · already_suspended · → active, suspended by the operator · → active, suspended by the operator · already_ended · already_ended · already_ended
suspend | everybody else | not_active · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
resume | customer: the person who asked, customer: representative | not_active · not_suspended · → active · suspended_by_operator · → active, suspended by the operator · not_suspended · not_suspended · already_ended · already_ended · already_ended
resume | the operator | not_active · not_suspended · not_suspended · → active · → active, suspended by the customer · not_suspended · not_suspended · already_ended · already_ended · already_ended
resume | everybody else | not_active · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
end | partner: collaborator, customer: administrator, customer: collaborator | not_active · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
end | everybody else | not_active · → ended · → ended · → ended · → ended · → ended · → ended · already_ended · already_ended · already_ended
grant, from an accepted proposal | the clock | → active · = · = · = · = · → active · → active · already_ended · already_ended · already_ended
grant, from one that is not accepted | the clock | not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · not_entitled · already_ended · already_ended · already_ended
not_conclude | the clock | → not_concluded · already_customer · already_customer · already_customer · already_customer · already_customer · already_customer · already_ended · already_ended · already_ended
lapse | the clock | not_over_yet · not_over_yet · not_over_yet · not_over_yet · not_over_yet · not_over_yet · not_over_yet · → ended · already_ended · already_ended
`

type Cell = {
  readonly state: string
  readonly command: string
  readonly actor: string
  readonly before: Partnership
  readonly after: Partnership
}

/** Every cell that comes out as done. */
const done: readonly Cell[] = machine.states.flatMap((state) =>
  machine.commands.flatMap((command) =>
    machine.actors.flatMap((actor): readonly Cell[] => {
      const [before, decided] = [partnerships[state], tryPartnership(state, command, actor)]
      if (!before || decided?.kind !== 'done') return []
      expect(decided.events.length, `${state} ${command} ${actor}`).toBeGreaterThan(0)
      return [{ state, command, actor, before, after: decided.partnership }]
    }),
  ),
)

test('every command in every state by everybody comes out as written here', () => {
  const rows = rowsOf(machine).map(({ command, by, outcomes }) => `${command} | ${by} | ${outcomes.join(' · ')}`)
  expect(rows).toEqual(expected.trim().split('\n'))
  expect([...reachable(machine)].toSorted()).toEqual([...machine.states].toSorted())
  expect(done.length).toBeGreaterThan(50)
})

test('what ended stays ended, and what ran out only lapses', () => {
  const over = done.filter(({ state }) => ['ended', 'not_concluded', 'active, run out'].includes(state))
  expect(over.map(({ state, command, actor, after }) => [state, command, actor, after.state])).toEqual([
    ['active, run out', 'lapse', clock, 'ended'],
  ])
})

test('nothing the partner or the operator does enlarges, now or later', () => {
  for (const { command, actor, before, after } of done.filter((cell) => cell.actor.startsWith('partner') || cell.actor === operator)) {
    if (command === 'resume') continue // the operator opens its own gate again
    for (const at of [noon, daysAfter(1), daysAfter(100), daysAfter(1_000)]) {
      const more = reach(after, at).filter((right) => !reach(before, at).includes(right))
      expect(more, `${actor} ${command}`).toEqual([])
    }
  }
})

test('more comes from the customer’s representative, or from what was accepted, and from nowhere else', () => {
  const enlarging = done.filter(({ before, after }) => named(after).some((right) => !named(before).includes(right)))
  expect([...new Set(enlarging.map(({ command }) => command))]).toEqual(['grant, from an accepted proposal', 'change to more'])
  for (const { command, actor } of enlarging)
    if (command === 'change to more') expect(actor).toMatch(/^customer: (representative|the person)/)
})

test('each gate is opened by whoever closed it, and by nothing else', () => {
  for (const { command, actor, before, after } of done) {
    if (before.suspendedByCustomerAt !== null && after.suspendedByCustomerAt === null)
      expect([command, actor.startsWith('customer')]).toEqual(['resume', true])
    if (before.suspendedByOperatorAt !== null && after.suspendedByOperatorAt === null)
      expect([command, actor]).toEqual(['resume', operator])
  }
})

test('administrators of the customer stop at once and do nothing else; collaborators of either side do nothing', () => {
  expect([...new Set(done.filter(({ actor }) => actor === 'customer: administrator').map(({ command }) => command))]).toEqual(['suspend'])
  expect(done.filter(({ actor }) => actor.endsWith('collaborator'))).toEqual([])
})

test('nobody becomes the payer without being asked', () => {
  for (const { command, actor, before, after } of done) {
    const [payer, earlier] = [after.grant?.terms.payer, before.grant?.terms.payer]
    if (payer !== 'partner' || earlier === 'partner') continue
    expect([command, actor]).toEqual(['grant, from an accepted proposal', clock])
  }
})

const reach = (partnership: Partnership, at: typeof noon): readonly string[] => rightsEffective(partnership, at).map(({ right }) => right)
const named = ({ grant }: Partnership): readonly string[] => grant?.rights.map(({ right }) => right) ?? []
