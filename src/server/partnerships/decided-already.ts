// Two acts at once end in one outcome. Whoever comes second is told which it was and who it was, instead of a bare no.
import type { EventKind } from '../../domain/event.ts'
import type { OrganisationId, PartnershipId } from '../../domain/ids.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import type { Transaction } from '../platform/transact.ts'
import { DecidedAlready, type Outcome } from '../problem.ts'
import { findLastAct } from './conversation-store.ts'

export type At = { readonly organisationId: OrganisationId; readonly partnershipId: PartnershipId }

const outcomes: Partial<Readonly<Record<EventKind, Outcome['kind']>>> = {
  'proposal.accepted': 'accepted',
  'proposal.countered': 'countered',
  'proposal.declined': 'declined',
  'proposal.withdrawn': 'withdrawn',
  'proposal.expired': 'expired',
  'partnership.granted': 'granted',
  'partnership.narrowed': 'narrowed',
  'partnership.extended': 'extended',
  'partnership.payer_changed': 'payment_changed',
  'partnership.limit_changed': 'payment_changed',
  'partnership.suspended': 'suspended',
  'partnership.resumed': 'resumed',
  'partnership.ended': 'ended',
}
const kinds = Object.keys(outcomes) as readonly EventKind[]
const ofProposals = kinds.filter((kind) => kind.startsWith('proposal.'))
const ofGrants = kinds.filter((kind) => kind.startsWith('partnership.'))

/** Somebody answered, took back or closed what this person was about to answer. With `proposalId`: the version they had read. */
export function proposalClosed(tx: Transaction, at: At, code: RefusalCode, proposalId: string | null = null): Promise<Refusal> {
  return refusal(tx, at, code, ofProposals, proposalId)
}

/** Somebody changed, stopped, resumed or ended what this person was about to change. */
export function grantChanged(tx: Transaction, at: At, code: RefusalCode): Promise<Refusal> {
  return refusal(tx, at, code, ofGrants, null)
}

async function refusal(
  tx: Transaction,
  at: At,
  code: RefusalCode,
  about: readonly EventKind[],
  proposalId: string | null,
): Promise<Refusal> {
  const own = await findLastAct(tx, at, about, proposalId)
  // With a partnership ends whatever was still asked: its end is the outcome.
  const last = own ?? (await findLastAct(tx, at, ['partnership.ended']))
  const kind = last && outcomes[last.kind]
  if (!last || !kind) return new Refusal(code)
  return new DecidedAlready(code, { kind, by: last.by, organisation: last.organisation, at: last.at.toISOString() })
}
