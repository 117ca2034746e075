// Requested, granted and effective side by side, and the proposal that waits.
import type { PersonId } from '../../domain/ids.ts'
import type { Role } from '../../domain/organisation.ts'
import type { RightInForce } from '../../domain/partnership/grant.ts'
import { type Partnership, rightsEffective } from '../../domain/partnership/partnership.ts'
import { isAsker, type Proposal, stateOfProposal } from '../../domain/partnership/proposal.ts'
import { requestedIn, whyNotEffective } from '../../domain/partnership/requested-rights.ts'
import type { Terms } from '../../domain/partnership/terms.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { difference } from '../../domain/rights/difference.ts'
import type { Instant } from '../../domain/time.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Answer } from '../endpoint.ts'
import { lastDayOf } from '../partnerships/calendar.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import type { getProfile } from './contract.ts'

type Profile = Answer<typeof getProfile>
export type Viewer = {
  readonly personId: PersonId
  readonly role: Role
  readonly now: Instant
  readonly assigned: Assigned
  /** False where the customer admits people by name and this one is not among them. */
  readonly isAdmitted: boolean
}
/** What this person was assigned: all that was granted (null), at most these, or nothing (undefined). */
export type Assigned = readonly RightId[] | null | undefined

export function showRights(proposals: readonly Proposal[], partnership: Partnership | undefined, viewer: Viewer): Profile['rights'] {
  const granted = partnership?.grant?.rights ?? []
  const effective = partnership ? rightsHeld(partnership, viewer) : []
  const requested = requestedIn(proposals)
  return difference(requested, granted, effective, noProducts).map((row) => {
    const rows = granted.filter(({ right }) => right === row.right)
    const isIdle = rows.length > 0 && row.effective.length === 0
    return {
      right: row.right,
      requested: [...row.requested],
      required: row.required,
      withoutIt: requested.findLast(({ right, withoutIt }) => right === row.right && withoutIt)?.withoutIt ?? null,
      reason: requested.findLast(({ right, reason }) => right === row.right && reason !== null)?.reason ?? null,
      granted: [...row.granted],
      effective: [...row.effective],
      kind: row.kind,
      notEffectiveBecause: isIdle && partnership ? whyNotEffective(partnership, rows, viewer.now) : null,
      endsOn: endOf(rows),
    }
  })
}

/** The rights that work now for this person: admitted by the customer, and within what was assigned. */
export function rightsHeld(partnership: Partnership, { role, now, assigned, isAdmitted }: Viewer): readonly RightInForce[] {
  if (!isAdmitted) return []
  const effective = rightsEffective(partnership, now)
  if (mayDo('see_all_customers', { side: 'partner', role }) || assigned === null) return effective
  return effective.filter(({ right }) => assigned?.includes(right))
}

function endOf(rows: readonly RightInForce[]): string | null {
  const ends = rows.map(({ notAfter }) => notAfter)
  const latest = ends.reduce<Instant | null>((last, end) => (end !== null && (last === null || end > last) ? end : last), null)
  return ends.includes(null) || latest === null ? null : lastDayOf(latest)
}

export function openIn(proposals: readonly Proposal[], now: Instant): Proposal | undefined {
  return proposals.find((proposal) => ['open', 'prepared'].includes(stateOfProposal(proposal, now)))
}

export function showOpenProposal(proposal: Proposal, by: string, viewer: Viewer): NonNullable<Profile['proposal']> {
  return {
    number: proposal.number,
    side: proposal.side,
    state: proposal.state === 'prepared' ? 'prepared' : 'open',
    by,
    createdAt: text(proposal.createdAt),
    until: proposal.expiresAt === null ? null : text(proposal.expiresAt),
    preset: proposal.preset,
    rights: [...proposal.rights],
    terms: shownTerms(proposal.terms),
    may: actsOn(proposal, viewer),
  }
}

function actsOn(proposal: Proposal, { personId, role }: Viewer): NonNullable<Profile['proposal']>['may'] {
  const may = (act: Parameters<typeof mayDo>[0]) => mayDo(act, { side: 'partner', role })
  if (proposal.side === 'customer') return may('answer') && !isAsker(proposal, personId) ? ['accept', 'counter', 'decline'] : []
  return [
    ...(proposal.state === 'prepared' && may('release') ? (['release'] as const) : []),
    ...(may('withdraw') ? (['withdraw'] as const) : []),
  ]
}

export function showRequestedTerms(proposals: readonly Proposal[]): Profile['requestedTerms'] {
  const asked = proposals.findLast(({ side, baseVersion }) => side === 'partner' && baseVersion === null)
  return asked ? shownTerms(asked.terms) : null
}

export function showGrant({ grant }: Partnership): Profile['granted'] {
  if (grant === null) return null
  return {
    version: grant.version,
    terms: shownTerms(grant.terms),
    at: text(grant.grantedAt),
    startsAt: text(grant.notBefore),
    endsOn: grant.notAfter === null ? null : lastDayOf(grant.notAfter),
  }
}

/** With which payment method is shown apart, and never by its id. */
function shownTerms({ startsOn, end, payer, spendingLimit, extendsGrant }: Terms) {
  return { startsOn, end, payer, spendingLimit, ...(extendsGrant ? { extendsGrant } : {}) }
}

const text = (at: Instant): string => new Date(at).toISOString()
