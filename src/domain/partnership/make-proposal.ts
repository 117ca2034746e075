// A new proposal: a legal representative's is open at once, an administrator's waits for release.

import type { DomainEvent } from '../event.ts'
import type { InvitationId, OrganisationId, PartnershipId, ProposalId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import { findRight, isSensitive, type RightId } from '../rights/catalogue.ts'
import type { PresetId } from '../rights/presets.ts'
import { isCovered, rightsIn } from '../rights/rights-set.ts'
import type { RequestedRight } from '../rights/scope.ts'
import { type Instant, isLater } from '../time.ts'
import { type Actor, mayDo } from '../who-may.ts'
import { refusalOfRights } from './answer.ts'
import { madeEvent } from './decide-proposal.ts'
import type { Grant } from './grant.ts'
import type { Surroundings } from './grant-version.ts'
import type { Proposal } from './proposal.ts'
import type { ProposalDecided } from './proposal-command.ts'
import { periodOf, refusalOfTerms, type Terms } from './terms.ts'

export type ProposalDraft = {
  readonly id: ProposalId
  readonly number: number
  readonly partnerId: OrganisationId
  readonly customerId: OrganisationId | null
  readonly invitationId: InvitationId | null
  readonly partnershipId: PartnershipId | null
  readonly preset: PresetId | null
  readonly rights: readonly RequestedRight[]
  readonly terms: Terms
  /** When it lapses, if it goes out now. */
  readonly expiresAt: Instant
  /** The grant in force, if any. */
  readonly grant: Grant | null
  /** Whether the operator has verified the partner: only then it may ask for sensitive rights. */
  readonly isPartnerVerified: boolean
}

/**
 * The proposal as it begins, `open` or `prepared`, closed over what its rights need and without what is in force already.
 * Refusals: `not_entitled`, `own_organisation`, `unknown_right`, `scope_not_fitting`, `scope_unresolved` (an offer names its
 * scopes), `partner_not_verified`, `nothing_asked`, `nothing_changed` (it would not last longer), and those of the terms.
 */
export function makeProposal(draft: ProposalDraft, by: Actor, around: Surroundings): ProposalDecided {
  const rights = withNeeded(
    draft.rights.filter((asked) => !isInForce(asked, draft.grant, around)),
    draft.grant,
  )
  const code = refusalOfDraft({ ...draft, rights }, by, around)
  if (code !== null) return { kind: 'refused', code }
  const isReleased = mayDo('release', by)
  const { expiresAt, grant, isPartnerVerified: _, ...rest } = draft
  const proposal: Proposal = {
    ...rest,
    rights,
    side: by.side,
    state: isReleased ? 'open' : 'prepared',
    baseVersion: grant?.version ?? null,
    personId: by.personId,
    releasedBy: isReleased ? by.personId : null,
    createdAt: around.now,
    expiresAt: isReleased ? expiresAt : null,
    answeredBy: null,
    answeredAt: null,
  }
  return { kind: 'done', proposal, events: tell(proposal, expiresAt) }
}

function refusalOfDraft(draft: ProposalDraft, by: Actor, around: Surroundings): RefusalCode | null {
  if (!mayDo('prepare', by)) return 'not_entitled'
  if (draft.customerId === draft.partnerId) return 'own_organisation'
  if (by.side === 'customer' && draft.rights.some(({ scope }) => scope.kind === 'customer_chooses')) return 'scope_unresolved'
  if (by.side === 'partner' && !draft.isPartnerVerified && draft.rights.some(({ right }) => isSensitive(right)))
    return 'partner_not_verified'
  const isLonger = draft.terms.extendsGrant === true
  if (draft.rights.length === 0 && !isLonger && (draft.grant === null || !isPaymentAsked(draft.terms, draft.grant.terms)))
    return 'nothing_asked'
  const code = refusalOfRights(draft.rights) ?? refusalOfTerms(draft.terms, around.now, around.calendar)
  return code ?? (isLonger && !wouldLast(draft, around) ? 'nothing_changed' : null)
}

/** Whether the grant would last longer than it does. */
function wouldLast({ grant, terms }: ProposalDraft, { now, calendar }: Surroundings): boolean {
  return grant !== null && isLater(periodOf(terms, now, calendar).notAfter, grant.notAfter)
}

function isPaymentAsked(asked: Terms, current: Terms): boolean {
  return (asked.payer !== null && asked.payer !== current.payer) || asked.spendingLimit !== null
}

function isInForce({ right, scope }: RequestedRight, grant: Grant | null, { findProduct }: Surroundings): boolean {
  return grant !== null && scope.kind !== 'customer_chooses' && isCovered({ right, scope }, grant.rights, findProduct)
}

/** What a right needs is asked for beside it, on the same scope and just as firmly, unless it is in force for more than single products. */
function withNeeded(rights: readonly RequestedRight[], grant: Grant | null): readonly RequestedRight[] {
  const held = (grant?.rights ?? []).filter(({ scope }) => scope.kind !== 'product')
  const needed = rights.flatMap(({ right, scope, required }) =>
    needsOf(right)
      .filter((need) => ![...rights, ...held].some((other) => other.right === need))
      .map((need) => ({ right: need, scope, required, reason: null })),
  )
  return [...rights, ...needed.filter((row, index) => needed.findIndex(({ right }) => right === row.right) === index)]
}

function tell(proposal: Proposal, expiresAt: Instant): readonly DomainEvent[] {
  const { partnershipId, customerId, partnerId, id, side } = proposal
  if (partnershipId === null || customerId === null) return []
  if (proposal.state === 'open') return [madeEvent(proposal, expiresAt, partnershipId, customerId)]
  const readers = [side === 'partner' ? partnerId : customerId]
  return [
    { kind: 'proposal.prepared', readers, partnershipId, customerId, data: { proposalId: id, side, rights: rightsIn(proposal.rights) } },
  ]
}

function needsOf(right: RightId): readonly RightId[] {
  return findRight(right)?.needs ?? []
}
