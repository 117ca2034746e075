// A request that nobody claimed yet, in a new version: the one before stays on record, and whoever opens the link reads the new one.

import type { DomainEvent } from '../event.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Actor } from '../who-may.ts'
import { compareVersions } from './compare-versions.ts'
import { decideInvitation } from './decide-invitation.ts'
import { decideProposal } from './decide-proposal.ts'
import type { Surroundings } from './grant-version.ts'
import type { Invitation } from './invitation.ts'
import { makeProposal, type ProposalDraft } from './make-proposal.ts'
import { isAsker, type Proposal } from './proposal.ts'

export type RequestRevised =
  | {
      readonly kind: 'done'
      readonly invitation: Invitation
      readonly replaced: Proposal
      readonly proposal: Proposal
      readonly events: readonly DomainEvent[]
    }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/**
 * The request in its new version: open if it had gone out, and then only by who may send it; otherwise it still waits for release.
 * Refusals: those of both machines and of a new proposal, and `nothing_changed`.
 */
export function reviseRequest(
  { invitation, before }: { readonly invitation: Invitation; readonly before: Proposal },
  draft: ProposalDraft,
  by: Actor,
  around: Surroundings,
): RequestRevised {
  const replaced = decideProposal(before, { kind: 'replace', by }, around.now)
  if (replaced.kind === 'refused') return replaced
  const made = makeProposal(draft, by, around)
  if (made.kind === 'refused') return made
  const proposal = before.state === 'open' ? made.proposal : asPrepared(made.proposal)
  if (compareVersions(before, proposal, around.findProduct).length === 0) return { kind: 'refused', code: 'nothing_changed' }
  const command = { kind: 'revise', by, number: draft.number, expiresAt: draft.expiresAt } as const
  const revised = decideInvitation(invitation, command, around.now)
  if (revised.kind === 'refused') return revised
  return { ...revised, replaced: replaced.proposal, proposal }
}

/** Whether this person wrote or sent any version of it: then they never answer, whatever organisations they belong to. */
export function hasAsked(versions: readonly Proposal[], personId: Actor['personId']): boolean {
  return versions.some((version) => isAsker(version, personId))
}

const asPrepared = (proposal: Proposal): Proposal => ({ ...proposal, state: 'prepared', releasedBy: null, expiresAt: null })
