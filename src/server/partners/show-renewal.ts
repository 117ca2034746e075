// What a customer looks at before it extends or reviews a partnership: until when, which rights, and which of them nobody used.
import { isSuspended, type Partnership, stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { isPureExtension, type Proposal, stateOfProposal } from '../../domain/partnership/proposal.ts'
import { proposeRenewal } from '../../domain/partnership/renewal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isSensitive, type RightId } from '../../domain/rights/catalogue.ts'
import { earliest, type Instant, isOver } from '../../domain/time.ts'
import type { Answer, Input } from '../endpoint.ts'
import { calendar, lastDayOf } from '../partnerships/calendar.ts'
import { findPartnerShown, nameOfPerson } from '../partnerships/customer-store.ts'
import { getOwnPartnership } from '../partnerships/own-partnership.ts'
import { findOpenProposal } from '../partnerships/proposal-store.ts'
import { findLooked } from '../partnerships/review-store.ts'
import { listRightUses } from '../partnerships/usage-store.ts'
import type { OwnWork } from '../work.ts'
import type { getRenewal as contract } from './renewal-contract.ts'
import { iso } from './show-partnership.ts'

type Shown = Answer<typeof contract>

export async function getRenewal(work: OwnWork, { params }: Input<typeof contract>): Promise<Shown> {
  const { tx, now } = work
  const partnership = await getOwnPartnership(work, params.partnership)
  const { grant } = partnership
  if (grant === null) throw new Refusal('not_active')
  const uses = await listRightUses(tx, partnership)
  const proposal = await askedExtension(work, partnership)
  const lastDay = grant.notAfter === null ? null : lastDayOf(grant.notAfter)
  const { keep, drop, end } = proposeRenewal(grant, lastDay, uses, now, calendar)
  const endOf = (right: RightId) => earliest(...grant.rights.filter((row) => row.right === right).map(({ notAfter }) => notAfter))
  const sensitive = earliest(...grant.rights.filter(({ right }) => isSensitive(right)).map(({ notAfter }) => notAfter))
  const rights = [...keep, ...drop].map((right) => ({
    right,
    keep: keep.includes(right),
    lastUsedAt: iso(uses.find((use) => use.right === right)?.lastUsedAt ?? null),
    endsOn: dayOrNull(endOf(right)),
  }))
  return {
    partner: (await findPartnerShown(tx, partnership.partnerId))?.name ?? '',
    state: stateShown(partnership, now),
    version: grant.version,
    since: new Date(partnership.activatedAt ?? grant.grantedAt).toISOString(),
    endsOn: lastDay,
    sensitiveUntil: sensitive === null || sensitive === grant.notAfter || isOver(sensitive, now) ? null : lastDayOf(sensitive),
    end: proposal?.terms.end ?? end,
    rights,
    asked: proposal && (await askedShown(work, proposal)),
    reviewedAt: iso((await findLooked(tx, partnership)).reviewedAt),
  }
}

/** The partner's open question for more time, if that is all it asks. */
async function askedExtension({ tx, now }: OwnWork, { id }: Partnership): Promise<Proposal | null> {
  const open = await findOpenProposal(tx, { partnershipId: id })
  return open && isPureExtension(open) && stateOfProposal(open, now) === 'open' ? open : null
}

async function askedShown({ tx }: OwnWork, { id, releasedBy, personId, expiresAt }: Proposal): Promise<Shown['asked']> {
  return expiresAt === null
    ? null
    : { proposalId: id, by: await nameOfPerson(tx, releasedBy ?? personId), until: new Date(expiresAt).toISOString() }
}

function stateShown(partnership: Partnership, now: Instant): Shown['state'] {
  const state = stateOfPartnership(partnership, now)
  if (state === 'active') return isSuspended(partnership) ? 'suspended' : 'active'
  return state === 'ended' ? 'ended' : 'not_active'
}

const dayOrNull = (end: Instant | null) => (end === null ? null : lastDayOf(end))
