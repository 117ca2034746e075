import { expect, test } from 'vitest'
import {
  actor,
  alpweb,
  around,
  asAnna,
  asBeat,
  asked,
  asMarc,
  asPetra,
  asRuth,
  beat,
  daysAfter,
  everywhere,
  givenGrant,
  givenProposal,
  givenTerms,
  inForce,
  marc,
  noon,
  petra,
  theCounter,
  thePartnership,
  zuercher,
} from '../given.ts'
import { later } from '../time.ts'
import { decideProposal } from './decide-proposal.ts'
import { makeProposal, type ProposalDraft } from './make-proposal.ts'
import { proposalStates, stateOfProposal } from './proposal.ts'
import type { ProposalCommand } from './proposal-command.ts'
import { termsUnchanged } from './terms.ts'

const answer = { kind: 'accepted_as_asked', rights: [], terms: givenTerms(), leftOut: [], added: [] } as const
const commands: readonly ProposalCommand[] = [
  { kind: 'release', by: asPetra, expiresAt: daysAfter(30) },
  { kind: 'attach', customerId: zuercher, partnershipId: thePartnership },
  { kind: 'accept', by: asRuth, answer },
  { kind: 'counter', by: asRuth, counterId: theCounter, reasons: ['required_left_out'] },
  { kind: 'decline', by: asRuth, reason: null },
  { kind: 'withdraw', by: asMarc },
  { kind: 'pass_on', by: asBeat, toPersonId: asRuth.personId },
  { kind: 'replace', by: asPetra },
  { kind: 'lapse' },
]
const codeOf = (decided: ReturnType<typeof decideProposal>) => (decided.kind === 'refused' ? decided.code : decided.proposal.state)

test('every state answers every command', () => {
  const table = proposalStates.map((state) => [
    state,
    ...commands.map((command) => codeOf(decideProposal(givenProposal({ state }), command, noon))),
  ])
  const all = <Code>(code: Code) => commands.map(() => code)
  expect(table).toEqual([
    ['prepared', 'open', 'not_found', 'not_found', 'not_found', 'not_found', 'withdrawn', 'not_found', 'already_claimed', 'not_over_yet'],
    [
      'open',
      'already_released',
      'already_claimed',
      'accepted',
      'countered',
      'declined',
      'withdrawn',
      'open',
      'already_claimed',
      'not_over_yet',
    ],
    ['accepted', ...all('already_answered')],
    ['countered', ...all('already_answered')],
    ['declined', ...all('already_answered')],
    ['withdrawn', ...all('request_withdrawn')],
    ['expired', ...all('request_expired')],
    ['replaced', ...all('changed_meanwhile')],
  ])
})

test('a proposal can be answered until, and not at, the instant it lapses', () => {
  const proposal = givenProposal({ expiresAt: daysAfter(1) })
  const accept = { kind: 'accept', by: asRuth, answer } as const
  expect(codeOf(decideProposal(proposal, accept, later(daysAfter(1), -1)))).toBe('accepted')
  expect(codeOf(decideProposal(proposal, accept, daysAfter(1)))).toBe('request_expired')
  expect(codeOf(decideProposal(proposal, { kind: 'lapse' }, daysAfter(1)))).toBe('expired')
  expect(stateOfProposal(proposal, daysAfter(1))).toBe('expired')
})

test('no answer comes from whoever asked, from the own side, or from somebody without the role', () => {
  const proposal = givenProposal({ personId: marc, releasedBy: petra })
  const answerers = [
    actor(petra, 'customer'),
    actor(marc, 'customer'),
    asPetra,
    actor(beat, 'partner'),
    asBeat,
    actor(beat, 'customer', 'collaborator'),
  ]
  for (const kind of ['accept', 'counter', 'decline'] as const) {
    const codes = answerers.map((by) => {
      const command: ProposalCommand =
        kind === 'accept'
          ? { kind, by, answer }
          : kind === 'counter'
            ? { kind, by, counterId: theCounter, reasons: [] }
            : { kind, by, reason: null }
      return codeOf(decideProposal(proposal, command, noon))
    })
    expect(codes).toEqual([
      'asker_cannot_answer',
      'asker_cannot_answer',
      'asker_cannot_answer',
      'own_proposal',
      'not_entitled',
      'not_entitled',
    ])
  }
})

test('before an organisation was chosen nobody answers, and the invitation tells what happens', () => {
  const proposal = givenProposal({ customerId: null, partnershipId: null })
  expect(codeOf(decideProposal(proposal, { kind: 'accept', by: asRuth, answer }, noon))).toBe('not_entitled')
  expect(decideProposal(proposal, { kind: 'withdraw', by: asMarc }, noon)).toMatchObject({ kind: 'done', events: [] })
  const attached = decideProposal(proposal, { kind: 'attach', customerId: zuercher, partnershipId: thePartnership }, noon)
  expect(attached).toMatchObject({ kind: 'done', proposal: { customerId: zuercher, partnershipId: thePartnership } })
  expect(codeOf(decideProposal(proposal, { kind: 'attach', customerId: alpweb, partnershipId: thePartnership }, noon))).toBe(
    'own_organisation',
  )
})

test('what was only prepared is withdrawn in private', () => {
  const decided = decideProposal(givenProposal({ state: 'prepared' }), { kind: 'withdraw', by: asMarc }, noon)
  expect(decided).toMatchObject({ kind: 'done', events: [{ kind: 'proposal.withdrawn', readers: [alpweb] }] })
})

const draft: ProposalDraft = {
  id: theCounter,
  number: 1,
  partnerId: alpweb,
  customerId: zuercher,
  invitationId: null,
  partnershipId: thePartnership,
  preset: null,
  rights: [asked('mail.manage', { required: true })],
  terms: givenTerms(),
  expiresAt: daysAfter(30),
  grant: null,
  isPartnerVerified: true,
}
const made = (more: Partial<ProposalDraft>, by = asPetra) => makeProposal({ ...draft, ...more }, by, around)
const codeOfMade = (more: Partial<ProposalDraft>, by = asPetra) => codeOf(made(more, by))

test('a request asks for what its rights need, just as firmly', () => {
  expect(made({})).toMatchObject({
    proposal: { rights: [{ right: 'mail.manage' }, { right: 'mail.view', required: true, scope: { kind: 'customer_chooses' } }] },
  })
})

test('an administrator’s request waits, a collaborator makes none, and an offer is the legal representative’s', () => {
  expect(made({}, asMarc)).toMatchObject({
    proposal: { state: 'prepared', expiresAt: null },
    events: [{ kind: 'proposal.prepared', readers: [alpweb] }],
  })
  expect(codeOfMade({}, asAnna)).toBe('not_entitled')
  expect(codeOfMade({}, asBeat)).toBe('not_entitled')
  expect(codeOfMade({ rights: [{ ...everywhere('mail.view'), required: false, reason: null }] }, asRuth)).toBe('open')
  expect(codeOfMade({}, asRuth)).toBe('scope_unresolved')
})

test('only a verified partner asks for sensitive rights', () => {
  expect(codeOfMade({ isPartnerVerified: false })).toBe('open')
  expect(codeOfMade({ isPartnerVerified: false, rights: [asked('mail.content')] })).toBe('partner_not_verified')
})

test('on a living partnership only the difference is asked for', () => {
  const grant = givenGrant([inForce(everywhere('mail.view'))])
  const rights = [
    { ...everywhere('mail.view'), required: false, reason: null },
    { ...everywhere('mail.content'), required: false, reason: null },
  ]
  const more = made({ grant, rights, terms: termsUnchanged })
  expect(more).toMatchObject({ proposal: { baseVersion: 1 } })
  if (more.kind === 'done') expect(more.proposal.rights.map(({ right }) => right)).toEqual(['mail.content'])
  expect(codeOfMade({ grant, rights: rights.slice(0, 1), terms: termsUnchanged })).toBe('nothing_asked')
  expect(codeOfMade({ grant, rights: [], terms: { ...termsUnchanged, payer: 'partner' } })).toBe('open')
  expect(codeOfMade({ rights: [] })).toBe('nothing_asked')
})

test('what is no right is not asked for, nor on a scope it cannot have', () => {
  expect(codeOfMade({ rights: [{ ...asked('mail.view'), scope: { kind: 'family', family: 'domain', future: true } }] })).toBe(
    'scope_not_fitting',
  )
  expect(codeOfMade({ rights: [{ ...asked('billing.view'), scope: { kind: 'customer_chooses' } }] })).toBe('scope_not_fitting')
  expect(codeOfMade({ rights: [{ ...asked('mail.view'), right: 'payment-method.any' as 'mail.view' }] })).toBe('unknown_right')
})
