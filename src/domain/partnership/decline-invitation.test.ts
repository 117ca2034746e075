import { expect, test } from 'vitest'
import { asId, type InvitationId, type OrganisationId, type PersonId, type ProposalId } from '../ids.ts'
import { instant } from '../time.ts'
import { declineInvitation } from './decline-invitation.ts'
import { type Invitation, invitationStates } from './invitation.ts'
import type { Proposal } from './proposal.ts'
import { termsUnchanged } from './terms.ts'

const [petra, nora] = [asId<PersonId>('petra'), asId<PersonId>('nora')]
const now = instant(1_000)
const invitation: Invitation = {
  id: asId<InvitationId>('invitation'),
  state: 'open',
  partnerId: asId<OrganisationId>('alpweb'),
  email: 'nora@kunde.example',
  customerNumber: null,
  language: 'de',
  preparedBy: petra,
  releasedBy: petra,
  createdAt: instant(0),
  sentAt: instant(0),
  expiresAt: instant(2_000),
  delivery: 'sent',
  tokenGeneration: 1,
  passedOnCount: 0,
  claimedAt: null,
  partnershipId: null,
}
const proposal: Proposal = {
  id: asId<ProposalId>('proposal'),
  number: 1,
  side: 'partner',
  state: 'open',
  partnerId: invitation.partnerId,
  customerId: null,
  invitationId: invitation.id,
  partnershipId: null,
  baseVersion: null,
  preset: 'limited',
  rights: [],
  terms: termsUnchanged,
  personId: petra,
  releasedBy: petra,
  createdAt: instant(0),
  expiresAt: instant(2_000),
  answeredBy: null,
  answeredAt: null,
}

test('whoever proved the address declines for good, and only the partner reads of it', () => {
  expect(declineInvitation(invitation, proposal, { by: nora, isProven: true }, now)).toMatchObject({
    kind: 'done',
    invitation: { state: 'claimed', claimedAt: now, partnershipId: null },
    proposal: { state: 'declined', answeredBy: nora, answeredAt: now, customerId: null },
    events: [{ kind: 'proposal.declined', readers: ['alpweb'] }],
  })
})

test('whoever asked, and whoever proved nothing, does not decline', () => {
  expect(declineInvitation(invitation, proposal, { by: petra, isProven: true }, now)).toEqual({
    kind: 'refused',
    code: 'asker_cannot_answer',
  })
  expect(declineInvitation(invitation, proposal, { by: nora, isProven: false }, now)).toEqual({
    kind: 'refused',
    code: 'address_not_proven',
  })
})

test('only an open request can be declined, and an overdue one is not open', () => {
  const codes = invitationStates.map((state) => {
    const declined = declineInvitation({ ...invitation, state }, proposal, { by: nora, isProven: true }, now)
    return declined.kind === 'refused' ? declined.code : 'done'
  })
  expect(codes).toEqual(['not_found', 'done', 'already_answered', 'request_withdrawn', 'request_expired'])
  const late = declineInvitation(invitation, proposal, { by: nora, isProven: true }, instant(2_000))
  expect(late).toEqual({ kind: 'refused', code: 'request_expired' })
})
