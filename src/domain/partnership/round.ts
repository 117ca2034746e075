// The exchange that led to a proposal: what it answers, or replaced before anybody claimed it, back to where it began.

import type { PersonId } from '../ids.ts'
import { isAsker, type Proposal } from './proposal.ts'

/** The version it answers, or the one it replaced before anybody claimed the request. */
export function versionBefore({ number, invitationId }: Proposal, versions: readonly Proposal[]): Proposal | undefined {
  return versions.find(
    (one) => one.number === number - 1 && (one.state === 'countered' || (one.state === 'replaced' && one.invitationId === invitationId)),
  )
}

/** Whether this person wrote or sent any version of the side that asks now: then they never answer, whatever organisations they belong to. */
export function hasAskedInRound(asked: Proposal, versions: readonly Proposal[], personId: PersonId): boolean {
  for (let at: Proposal | undefined = asked; at !== undefined; at = versionBefore(at, versions)) {
    if (at.side === asked.side && isAsker(at, personId)) return true
  }
  return false
}
