import { expect, test } from 'vitest'
import {
  alpweb,
  asAnna,
  asMarc,
  asPetra,
  asRuth,
  daysAfter,
  givenInvitation,
  marc,
  noon,
  petra,
  ruth,
  theInvitation,
  thePartnership,
  zuercher,
} from '../given.ts'
import { later } from '../time.ts'
import { decideInvitation } from './decide-invitation.ts'
import { invitationStates, stateOfInvitation } from './invitation.ts'
import type { InvitationCommand } from './invitation-command.ts'
import { prepareInvitation } from './prepare-invitation.ts'

const claim = { kind: 'claim', by: ruth, isProven: true, customerId: zuercher, partnershipId: thePartnership } as const
const commands: readonly InvitationCommand[] = [
  { kind: 'release', by: asPetra, expiresAt: daysAfter(30) },
  { kind: 'resend', by: asMarc, expiresAt: daysAfter(30) },
  { kind: 'correct_address', by: asMarc, email: 'ruth@zuercher.example' },
  { kind: 'withdraw', by: asMarc },
  claim,
  { kind: 'pass_on', by: ruth, isProven: true, email: 'beat@zuercher.example' },
  { kind: 'report_delivery', delivery: 'not_delivered', reason: '550' },
  { kind: 'revise', by: asPetra, number: 2, expiresAt: daysAfter(30) },
  { kind: 'lapse' },
]

test('every state answers every command', () => {
  const table = invitationStates.map((state) => [
    state,
    ...commands.map((command) => {
      const decided = decideInvitation(givenInvitation({ state }), command, noon)
      return decided.kind === 'refused' ? decided.code : decided.invitation.state
    }),
  ])
  const all = <Code>(code: Code) => commands.map(() => code)
  expect(table).toEqual([
    [
      'prepared',
      'open',
      'request_not_released',
      'prepared',
      'withdrawn',
      'not_found',
      'not_found',
      'request_not_released',
      'prepared',
      'not_over_yet',
    ],
    ['open', 'already_released', 'open', 'open', 'withdrawn', 'claimed', 'open', 'open', 'open', 'not_over_yet'],
    ['claimed', ...all('already_claimed')],
    ['withdrawn', ...all('request_withdrawn')],
    ['expired', ...all('request_expired')],
  ])
})

test('an open invitation can be claimed until, and not at, the instant it lapses', () => {
  const invitation = givenInvitation({ expiresAt: daysAfter(1) })
  expect(decideInvitation(invitation, claim, later(daysAfter(1), -1)).kind).toBe('done')
  expect(decideInvitation(invitation, claim, daysAfter(1))).toEqual({ kind: 'refused', code: 'request_expired' })
  expect(decideInvitation(invitation, { kind: 'lapse' }, later(daysAfter(1), -1))).toEqual({ kind: 'refused', code: 'not_over_yet' })
  expect(decideInvitation(invitation, { kind: 'lapse' }, daysAfter(1))).toMatchObject({ kind: 'done', invitation: { state: 'expired' } })
  expect(stateOfInvitation(invitation, daysAfter(1))).toBe('expired')
})

test('whoever asked does not claim, nor does anybody who proved no invited address, nor the partner itself', () => {
  const invitation = givenInvitation({ preparedBy: marc, releasedBy: petra })
  const refusals = [{ by: petra }, { by: marc }, { isProven: false }, { customerId: alpweb }].map((more) =>
    decideInvitation(invitation, { ...claim, ...more }, noon),
  )
  expect(refusals.map((decided) => decided.kind === 'refused' && decided.code)).toEqual([
    'asker_cannot_answer',
    'asker_cannot_answer',
    'address_not_proven',
    'own_organisation',
  ])
})

test('a request is passed on at most three times', () => {
  const passOn = { kind: 'pass_on', by: ruth, isProven: true, email: 'beat@zuercher.example' } as const
  expect(decideInvitation(givenInvitation({ passedOnCount: 2 }), passOn, noon).kind).toBe('done')
  expect(decideInvitation(givenInvitation({ passedOnCount: 3 }), passOn, noon)).toEqual({ kind: 'refused', code: 'passed_on_too_often' })
})

test('correcting the address of what went out makes the earlier link worthless', () => {
  const correct = { kind: 'correct_address', by: asMarc, email: 'ruth@zuercher.example' } as const
  expect(decideInvitation(givenInvitation(), correct, noon)).toMatchObject({ invitation: { tokenGeneration: 2, delivery: 'queued' } })
  expect(decideInvitation(givenInvitation({ state: 'prepared' }), correct, noon)).toMatchObject({ invitation: { tokenGeneration: 1 } })
  expect(decideInvitation(givenInvitation({ email: null, customerNumber: 'C-1' }), correct, noon)).toEqual({
    kind: 'refused',
    code: 'invalid_address',
  })
})

test('only a legal representative of the partner releases, and nobody of the other side commands', () => {
  const prepared = givenInvitation({ state: 'prepared', preparedBy: marc, releasedBy: null })
  for (const by of [asMarc, asAnna, asRuth]) {
    expect(decideInvitation(prepared, { kind: 'release', by, expiresAt: daysAfter(30) }, noon)).toEqual({
      kind: 'refused',
      code: 'not_entitled',
    })
  }
  for (const by of [asAnna, asRuth]) {
    expect(decideInvitation(givenInvitation(), { kind: 'withdraw', by }, noon)).toEqual({ kind: 'refused', code: 'not_entitled' })
  }
})

test('a legal representative’s invitation goes out at once, an administrator’s waits for release', () => {
  const draft = {
    id: theInvitation,
    partnerId: alpweb,
    email: 'info@zuercher.example',
    customerNumber: null,
    language: 'de',
    expiresAt: daysAfter(30),
  } as const
  expect(prepareInvitation(draft, asPetra, noon)).toMatchObject({
    invitation: { state: 'open', expiresAt: daysAfter(30) },
    events: [{ kind: 'request.sent' }],
  })
  expect(prepareInvitation(draft, asMarc, noon)).toMatchObject({
    invitation: { state: 'prepared', expiresAt: null },
    events: [{ kind: 'request.prepared' }],
  })
  expect(prepareInvitation(draft, asAnna, noon)).toEqual({ kind: 'refused', code: 'not_entitled' })
  expect(prepareInvitation(draft, asRuth, noon)).toEqual({ kind: 'refused', code: 'not_entitled' })
  expect(prepareInvitation({ ...draft, customerNumber: 'C-1' }, asPetra, noon)).toEqual({ kind: 'refused', code: 'invalid_address' })
})

test('every change is told, and until it is claimed only to the partner', () => {
  for (const command of commands) {
    const decided = decideInvitation(givenInvitation(), command, noon)
    if (decided.kind === 'refused') continue
    expect(decided.events.length).toBeGreaterThan(0)
    for (const event of decided.events) expect(event.readers).toEqual(command.kind === 'claim' ? [alpweb, zuercher] : [alpweb])
  }
})
