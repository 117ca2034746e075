import { expect, test } from 'vitest'
import {
  alpweb,
  around,
  aroundAt,
  asBeat,
  asMarc,
  asPetra,
  asRuth,
  daysAfter,
  everywhere,
  givenGrant,
  givenPartnership,
  givenProposal,
  givenTerms,
  inForce,
  noon,
  petra,
  ruth,
  theInvitation,
  thePartnership,
  zuercher,
} from '../given.ts'
import { later } from '../time.ts'
import type { Actor } from '../who-may.ts'
import { decidePartnership } from './decide-partnership.ts'
import { isSuspended, type Partnership, partnershipStates, rightsEffective, stateOfPartnership } from './partnership.ts'
import type { PartnershipCommand } from './partnership-command.ts'
import type { Accepted } from './proposal-command.ts'
import { startPartnership } from './start-partnership.ts'

const domainOnly = [everywhere('domain.view')]
const payment = { payer: 'customer', paymentMethodId: null, spendingLimit: { amount: 50_000, currency: 'CHF', period: 'month' } } as const
const accepted = givenProposal({ state: 'accepted', answeredBy: ruth, answeredAt: noon })
const answer = (rights = [everywhere('mail.view')], terms = givenTerms()): Accepted => ({
  kind: 'accepted_as_asked',
  rights,
  terms,
  leftOut: [],
  added: [],
})
const grant: PartnershipCommand = { kind: 'grant', proposal: accepted, answer: answer(), base: null, isSecured: true }
const change = { kind: 'change', by: asRuth, rights: domainOnly, terms: givenTerms(), renew: false, isSecured: true } as const
const beforeNarrowing = givenGrant([inForce(everywhere('domain.view')), inForce(everywhere('mail.view'))], { version: 0 })
const commands: readonly PartnershipCommand[] = [
  grant,
  change,
  { kind: 'narrow', by: asRuth, keep: domainOnly, end: null },
  { kind: 'undo_narrowing', by: asRuth, before: beforeNarrowing, made: { at: noon, side: 'customer' }, isSecured: true },
  { kind: 'change_payer', by: asRuth, ...payment },
  { kind: 'suspend', by: asBeat, reason: null },
  { kind: 'resume', by: asRuth },
  { kind: 'end', by: asMarc, reason: null },
  { kind: 'secure', by: asRuth },
  { kind: 'admit_named_people', by: asRuth, namedPeopleOnly: true },
  { kind: 'demand_second_factor', by: asRuth, secondFactorNeeded: true },
  { kind: 'not_conclude' },
  { kind: 'lapse' },
]
const proposed = givenPartnership({ state: 'proposed', grant: null, securedAt: null, activatedAt: null })
const codeOf = (partnership: Partnership, command: PartnershipCommand, at = around) => {
  const decided = decidePartnership(partnership, command, at)
  return decided.kind === 'refused' ? decided.code : decided.partnership.state
}
const after = (partnership: Partnership, command: PartnershipCommand, at = around): Partnership => {
  const decided = decidePartnership(partnership, command, at)
  if (decided.kind === 'refused') throw new Error(decided.code)
  return decided.partnership
}

test('every state answers every command', () => {
  const table = partnershipStates.map((state) => {
    const partnership = state === 'proposed' ? proposed : givenPartnership({ state, securedAt: null })
    return [state, ...commands.map((command) => codeOf(partnership, command))]
  })
  const all = <Code>(code: Code) => commands.map(() => code)
  const inactive = ['not_active', 'not_active', 'not_active', 'not_active', 'not_active', 'not_active', 'not_active', 'not_active']
  expect(table).toEqual([
    ['proposed', 'active', ...inactive, 'proposed', 'proposed', 'not_concluded', 'not_over_yet'],
    [
      'active',
      'active',
      'active',
      'active',
      'changed_meanwhile',
      'active',
      'active',
      'not_suspended',
      'ended',
      'active',
      'active',
      'active',
      'already_customer',
      'not_over_yet',
    ],
    ['ended', ...all('already_ended')],
    ['not_concluded', ...all('already_ended')],
  ])
})

test('a partnership is over at exactly the instant its terms run out, and a command finds it so', () => {
  const partnership = givenPartnership({ grant: givenGrant([inForce(everywhere('domain.view'))], { notAfter: daysAfter(1) }) })
  const suspend: PartnershipCommand = { kind: 'suspend', by: asRuth, reason: null }
  expect(codeOf(partnership, suspend, aroundAt(later(daysAfter(1), -1)))).toBe('active')
  expect(codeOf(partnership, suspend, aroundAt(daysAfter(1)))).toBe('already_ended')
  expect(stateOfPartnership(partnership, daysAfter(1))).toBe('ended')
  expect(rightsEffective(partnership, daysAfter(1))).toEqual([])
  expect(after(partnership, { kind: 'lapse' }, aroundAt(daysAfter(3)))).toMatchObject({
    state: 'ended',
    endedBy: 'time',
    endedAt: daysAfter(1),
  })
})

test('a partner is never its own customer', () => {
  const start = { id: thePartnership, partnerId: alpweb, customerId: zuercher, startedBy: 'partner' } as const
  expect(startPartnership(start)).toMatchObject({ kind: 'done', partnership: { state: 'proposed' } })
  expect(startPartnership({ ...start, customerId: alpweb })).toEqual({ kind: 'refused', code: 'own_organisation' })
})

test('a grant only comes from an accepted proposal of this partnership', () => {
  for (const proposal of [givenProposal(), givenProposal({ state: 'declined', answeredBy: ruth }), { ...accepted, partnershipId: null }]) {
    expect(codeOf(proposed, { ...grant, proposal } as PartnershipCommand)).toBe('not_entitled')
  }
  expect(after(proposed, grant)).toMatchObject({ state: 'active', activatedAt: noon, grant: { version: 1, grantedBy: ruth } })
  const offer = { ...accepted, side: 'customer', personId: ruth, releasedBy: ruth, answeredBy: petra } as const
  expect(after(proposed, { ...grant, proposal: offer } as PartnershipCommand).grant?.grantedBy).toBe(ruth)
})

test('only a legal representative of the customer changes, resumes, admits people and takes payment back', () => {
  const suspended = givenPartnership({ suspendedByCustomerAt: noon })
  const others: readonly Actor[] = [asPetra, asMarc, asBeat]
  const withheld: readonly ((by: Actor) => PartnershipCommand)[] = [
    (by) => ({ ...change, by }),
    (by) => ({ kind: 'resume', by }),
    (by) => ({ kind: 'admit_named_people', by, namedPeopleOnly: true }),
    (by) => ({ kind: 'demand_second_factor', by, secondFactorNeeded: true }),
    (by) => ({ kind: 'secure', by }),
    (by) => ({ kind: 'change_payer', by, ...payment }),
  ]
  for (const command of withheld)
    expect(others.map((by) => codeOf(suspended, command(by)))).toEqual(['not_entitled', 'not_entitled', 'not_entitled'])
})

test('each gate is lifted by whoever set it, and answering a proposal lifts none', () => {
  const both = after(after(givenPartnership(), { kind: 'suspend', by: asBeat, reason: null }), {
    kind: 'suspend',
    by: 'operator',
    reason: null,
  })
  expect(codeOf(both, { kind: 'suspend', by: asRuth, reason: null })).toBe('already_suspended')
  expect(isSuspended(after(both, grant))).toBe(true)
  expect(rightsEffective(after(both, grant), noon)).toEqual([])
  const byOperator = after(both, { kind: 'resume', by: asRuth })
  expect(byOperator).toMatchObject({ suspendedByCustomerAt: null, suspendedByOperatorAt: noon })
  expect(codeOf(byOperator, { kind: 'resume', by: asRuth })).toBe('suspended_by_operator')
  expect(isSuspended(after(byOperator, { kind: 'resume', by: 'operator' }))).toBe(false)
  expect(codeOf(both, { kind: 'end', by: asRuth, reason: null })).toBe('ended')
})

test('a second factor is demanded, and no longer, each once', () => {
  const demand = (secondFactorNeeded: boolean): PartnershipCommand => ({ kind: 'demand_second_factor', by: asRuth, secondFactorNeeded })
  const strict = after(proposed, demand(true))
  expect(strict.secondFactorNeeded).toBe(true)
  expect(codeOf(strict, demand(true))).toBe('nothing_changed')
  expect(after(strict, demand(false)).secondFactorNeeded).toBe(false)
  expect(codeOf(givenPartnership({ state: 'ended' }), demand(true))).toBe('already_ended')
})

test('the journal says what joined, what went, and until when', () => {
  const tell = (command: PartnershipCommand) => {
    const decided = decidePartnership(givenPartnership(), command, around)
    return decided.kind === 'refused' ? decided.code : decided.events
  }
  expect(tell(grant)).toMatchObject([
    { kind: 'partnership.granted', readers: [alpweb, zuercher], data: { version: 2, added: ['mail.view'], removed: [] } },
  ])
  expect(tell(change)).toMatchObject([{ kind: 'partnership.narrowed', data: { by: 'customer', removed: ['domain.manage'] } }])
  expect(tell({ kind: 'narrow', by: asPetra, keep: [], end: null })).toMatchObject([
    { kind: 'partnership.narrowed', data: { by: 'partner' } },
  ])
  expect(tell({ ...change, rights: [everywhere('domain.view'), everywhere('domain.manage')], renew: true })).toMatchObject([
    { kind: 'partnership.extended' },
  ])
  expect(tell({ kind: 'change_payer', by: asRuth, ...payment })).toMatchObject([
    { kind: 'partnership.limit_changed', data: { amount: 50_000 } },
  ])
  expect(accepted.invitationId).toBe(theInvitation)
})
