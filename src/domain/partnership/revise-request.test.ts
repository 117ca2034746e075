import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  alpweb,
  around,
  asAnna,
  asked,
  asMarc,
  asPetra,
  asRuth,
  daysAfter,
  givenInvitation,
  givenProposal,
  givenTerms,
  marc,
  petra,
  ruth,
  theCounter,
  theInvitation,
} from '../given.ts'
import { invitationStates } from './invitation.ts'
import type { ProposalDraft } from './make-proposal.ts'
import { proposalStates } from './proposal.ts'
import { hasAsked, reviseRequest } from './revise-request.ts'

const draft: ProposalDraft = {
  ...{ id: theCounter, number: 2, partnerId: alpweb, customerId: null, invitationId: theInvitation, partnershipId: null },
  ...{ preset: null, rights: [asked('domain.view')], terms: givenTerms(), expiresAt: daysAfter(30), grant: null, isPartnerVerified: true },
}
const unclaimed = { customerId: null, partnershipId: null } as const
const before = givenProposal(unclaimed)
const prepared = givenProposal({ ...unclaimed, state: 'prepared', releasedBy: null, expiresAt: null, personId: marc })
const invitation = givenInvitation()
const waiting = givenInvitation({ state: 'prepared', releasedBy: null, sentAt: null, expiresAt: null, delivery: null })

test('what had gone out goes out again in its new version, and the earlier one is replaced', () => {
  expect(reviseRequest({ invitation, before }, draft, asPetra, around)).toMatchObject({
    kind: 'done',
    replaced: { state: 'replaced', number: 1 },
    proposal: { state: 'open', number: 2, releasedBy: petra, expiresAt: daysAfter(30) },
    invitation: { state: 'open', expiresAt: daysAfter(30), delivery: 'queued', tokenGeneration: invitation.tokenGeneration },
    events: [{ kind: 'request.revised', readers: [alpweb], data: { number: 2, expiresAt: daysAfter(30) } }],
  })
})

test('what waits for release goes on waiting, whoever changed it; and only who may send changes what was sent', () => {
  for (const by of [asMarc, asPetra])
    expect(reviseRequest({ invitation: waiting, before: prepared }, draft, by, around)).toMatchObject({
      kind: 'done',
      proposal: { state: 'prepared', releasedBy: null, expiresAt: null },
      invitation: { state: 'prepared', sentAt: null },
      events: [{ data: { expiresAt: null } }],
    })
  const code = (by: typeof asPetra, more = {}) => {
    const revised = reviseRequest({ invitation, before }, { ...draft, ...more }, by, around)
    return revised.kind === 'refused' ? revised.code : revised.kind
  }
  expect([asMarc, asAnna, asRuth].map((by) => code(by))).toEqual(['not_entitled', 'not_entitled', 'not_entitled'])
  expect(code(asPetra, { rights: before.rights })).toBe('nothing_changed')
  expect(code(asPetra, { rights: [] })).toBe('nothing_asked')
  expect(code(asPetra, { rights: [asked('mail.content')], isPartnerVerified: false })).toBe('partner_not_verified')
})

test('whatever was claimed, answered, taken back or is over is not changed any more, and no version of it is lost', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...invitationStates),
      fc.constantFrom(...proposalStates),
      fc.constantFrom(asPetra, asMarc, asAnna, asRuth),
      fc.integer({ min: -2, max: 2 }),
      (state, of, by, days) => {
        const known = {
          invitation: givenInvitation({ state, expiresAt: daysAfter(days) }),
          before: givenProposal({ ...unclaimed, state: of, expiresAt: daysAfter(days) }),
        }
        const revised = reviseRequest(known, draft, by, around)
        if (revised.kind === 'refused') return
        expect(['prepared', 'open']).toContain(state)
        expect(['prepared', 'open']).toContain(of)
        expect(by.side).toBe('partner')
        expect({ ...revised.replaced, state: of }).toEqual(known.before)
        expect(hasAsked([revised.replaced, revised.proposal], by.personId)).toBe(true)
        expect(hasAsked([revised.replaced, revised.proposal], ruth)).toBe(false)
      },
    ),
  )
})
