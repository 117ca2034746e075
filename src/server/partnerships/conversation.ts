// The conversation as both sides read it: who proposed and granted what, when, what each version changes, and how each question ended.
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import type { Side } from '../../domain/organisation.ts'
import { compareVersions, type Version, withAsked } from '../../domain/partnership/compare-versions.ts'
import type { Grant } from '../../domain/partnership/grant.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { type Proposal, stateOfProposal } from '../../domain/partnership/proposal.ts'
import { versionBefore } from '../../domain/partnership/round.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import type { FindProduct } from '../../domain/rights/scope.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import { lastDayOf } from './calendar.ts'
import type { Conversation } from './conversation-contract.ts'
import { type Closed, listClosed } from './conversation-store.ts'
import { type GrantMade, listGrantVersions } from './grant-version-store.ts'
import { namesOf } from './names-store.ts'
import { loadProducts, noProducts } from './organisation-store.ts'
import { type About, listProposals } from './proposal-store.ts'

type Entry = Conversation['entries'][number]
type ProposalEntry = Extract<Entry, { kind: 'proposal' }>

/** Who reads it: from which side, for which organisation, and when. What the other side only prepares is not there. */
export type Reader = { readonly side: Side; readonly organisationId: OrganisationId; readonly now: Instant }

export async function conversationOf(
  tx: Transaction,
  about: About,
  partnership: Partnership | undefined,
  reader: Reader,
): Promise<Conversation> {
  const proposals = (await listProposals(tx, about)).filter(({ state, side }) => state !== 'prepared' || side === reader.side)
  const key = partnership && { customerId: partnership.customerId, partnershipId: partnership.id }
  const grants = key ? await listGrantVersions(tx, key) : []
  const closed = key ? await listClosed(tx, reader.organisationId, key.partnershipId) : new Map<string, Closed>()
  const find = partnership ? await loadProducts(tx, partnership.customerId) : noProducts
  const names = await namesOf(tx, [
    ...proposals.flatMap(({ releasedBy, personId, answeredBy }) => [releasedBy ?? personId, ...(answeredBy ? [answeredBy] : [])]),
    ...grants.flatMap(({ grant, made }) => [grant.grantedBy, made.by]),
  ])
  const all = { proposals, grants, closed, find, name: (id: PersonId) => names.get(id) ?? '', now: reader.now }
  const entries: Entry[] = [...proposals.map((proposal) => showProposal(proposal, all)), ...grants.map((grant) => showGrant(grant, all))]
  return { entries: entries.toSorted((one, other) => one.at.localeCompare(other.at)) }
}

type All = {
  readonly proposals: readonly Proposal[]
  readonly grants: readonly GrantMade[]
  readonly closed: ReadonlyMap<string, Closed>
  readonly find: FindProduct
  readonly name: (id: PersonId) => string
  readonly now: Instant
}

function showProposal(proposal: Proposal, all: All): ProposalEntry {
  const before = versionBefore(proposal, all.proposals)
  const base = all.grants.find(({ grant }) => grant.version === proposal.baseVersion)?.grant
  const own = asVersion(proposal)
  return {
    kind: 'proposal',
    id: proposal.id,
    number: proposal.number,
    side: proposal.side,
    by: all.name(proposal.releasedBy ?? proposal.personId),
    at: text(proposal.createdAt),
    comparedWith: before ? (before.state === 'replaced' ? 'replaced' : 'answered') : base ? 'in_force' : 'nothing',
    differences: before
      ? compareVersions(asVersion(before), own, all.find)
      : base
        ? compareVersions(inForce(base), withAsked(inForce(base), own, all.find), all.find)
        : [],
    rights: proposal.rights,
    end: proposal.terms.end,
    state: stateOfProposal(proposal, all.now),
    outcome: outcomeOf(proposal, all),
  }
}

function outcomeOf(proposal: Proposal, { grants, closed, name, now }: All): ProposalEntry['outcome'] {
  const state = stateOfProposal(proposal, now)
  if (state === 'open' || state === 'prepared') return null
  const told = closed.get(proposal.id)
  const at = proposal.answeredAt ?? told?.at ?? (state === 'expired' ? proposal.expiresAt : null)
  const granted = grants.find(({ grant }) => grant.proposalId === proposal.id)?.grant
  const given = granted && rightsIn(granted.rights)
  return {
    by: proposal.answeredBy ? name(proposal.answeredBy) : (told?.by ?? null),
    at: at === null ? null : text(at),
    reason: told?.reason ?? null,
    leftOut: given ? rightsIn(proposal.rights).filter((right) => !given.includes(right)) : [],
  }
}

/** The first version beside what was asked, every other beside the one before. */
function showGrant({ grant, made }: GrantMade, { proposals, grants, find, name }: All): Extract<Entry, { kind: 'grant' }> {
  const before = grants.find((other) => other.grant.version === grant.version - 1)?.grant
  const asked = proposals.find(({ id }) => id === grant.proposalId)
  const isGranted = grant.reason === 'granted'
  return {
    kind: 'grant',
    version: grant.version,
    side: isGranted ? 'customer' : made.side,
    by: name(isGranted ? grant.grantedBy : made.by),
    at: text(made.at),
    comparedWith: before ? 'in_force' : asked ? 'answered' : 'nothing',
    differences: before
      ? compareVersions(inForce(before), inForce(grant), find)
      : asked
        ? compareVersions(asVersion(asked), { rights: grant.rights, terms: { ...grant.terms, paymentMethodId: null } }, find)
        : [],
    reason: grant.reason,
    rights: rightsIn(grant.rights),
    endsOn: grant.notAfter === null ? null : lastDayOf(grant.notAfter),
  }
}

/** With what a customer pays is nobody else's business, and how firmly and why only a partner says. */
function asVersion({ side, rights, terms }: Proposal): Version {
  return {
    rights: side === 'partner' ? rights : rights.map(({ right, scope }) => ({ right, scope })),
    terms: { ...terms, paymentMethodId: null },
  }
}

/** A grant with its end as a day: however it was agreed, this is when it is over. */
function inForce({ rights, terms, notAfter }: Grant): Version {
  return { rights, terms: { ...terms, end: notAfter === null ? { kind: 'none' } : { kind: 'on', date: lastDayOf(notAfter) } } }
}

const text = (at: Instant): string => new Date(at).toISOString()
