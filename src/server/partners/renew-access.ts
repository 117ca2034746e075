// The customer extends a partnership with one click, or writes down that it looked at it; what nobody used goes with it.
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { decideProposal } from '../../domain/partnership/decide-proposal.ts'
import { type Grant, isSecured as isGrantSecured } from '../../domain/partnership/grant.ts'
import { isPureExtension } from '../../domain/partnership/proposal.ts'
import { isAsProposed } from '../../domain/partnership/renewal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isSensitive } from '../../domain/rights/catalogue.ts'
import { withoutRights } from '../../domain/rights/rights-set.ts'
import type { GrantedRight } from '../../domain/rights/scope.ts'
import { type Instant, isOver } from '../../domain/time.ts'
import { asCustomer } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { carryOut, isSecured } from '../partnerships/answer-as-customer.ts'
import { lastDayOf } from '../partnerships/calendar.ts'
import { openReceipt } from '../partnerships/open-receipt.ts'
import type { StoredPartnership } from '../partnerships/partnership-store.ts'
import { lockOpenProposal, saveProposal } from '../partnerships/proposal-store.ts'
import { refuseAsker } from '../partnerships/refuse-asker.ts'
import { noteReviewed } from '../partnerships/review-store.ts'
import type { OwnWork } from '../work.ts'
import { lockVersion } from './change-rights.ts'
import type { renewAccess as renewContract, reviewAccess as reviewContract } from './renewal-contract.ts'

type Renewing = Input<typeof renewContract>['body']

export async function renewAccess(work: OwnWork, { params, body }: Input<typeof renewContract>): Promise<Answer<typeof renewContract>> {
  const { partnership, around } = await lockVersion(work, params.partnership, body.version)
  const { grant } = partnership
  if (grant === null) throw new Refusal('not_active')
  await answerAsked(work, partnership, body)
  const rights = withoutRights(inForce(grant, work.now), body.drop, around.findProduct)
  const terms = { ...grant.terms, end: body.end }
  const command = { kind: 'change', by: asCustomer(work), rights, terms, renew: true, isSecured: isSecured(work) } as const
  const renewed = await carryOut(work, partnership, decidePartnership(partnership, command, around))
  const notAfter = renewed.grant?.notAfter ?? null
  return {
    version: renewed.grant?.version ?? body.version,
    endsOn: notAfter === null ? null : lastDayOf(notAfter),
    needsSecureSignIn: !isGrantSecured(renewed.securedAt, work.now) && rights.some(({ right }) => isSensitive(right)),
    receipt: await openReceipt(work, partnership),
  }
}

export async function reviewAccess(work: OwnWork, { params, body }: Input<typeof reviewContract>): Promise<Answer<typeof reviewContract>> {
  const { partnership, around } = await lockVersion(work, params.partnership, body.version)
  const { grant } = partnership
  if (grant === null || partnership.state !== 'active' || isOver(grant.notAfter, work.now)) throw new Refusal('not_active')
  let { version } = grant
  if (body.drop.length > 0) {
    const keep = withoutRights(inForce(grant, work.now), body.drop, around.findProduct)
    const command = { kind: 'narrow', by: asCustomer(work), keep, end: null } as const
    const narrowed = await carryOut(work, partnership, decidePartnership(partnership, command, around))
    version = narrowed.grant?.version ?? version
  }
  await noteReviewed(work.tx, partnership, work.person.id, work.now)
  const { id, partnerId, customerId } = partnership
  record(work, { kind: 'partnership.reviewed', readers: [partnerId, customerId], partnershipId: id, customerId, data: { version } })
  return { version, receipt: body.drop.length > 0 ? await openReceipt(work, partnership) : null }
}

/** Extending answers the partner who asked for it; whoever has not seen that it asked looks again. */
async function answerAsked(work: OwnWork, { id }: StoredPartnership, { end, drop, proposalId }: Renewing): Promise<void> {
  const open = await lockOpenProposal(work.tx, { partnershipId: id })
  const asked = open && isPureExtension(open) && open.state === 'open' && !isOver(open.expiresAt, work.now) ? open : undefined
  if ((asked?.id ?? null) !== proposalId) throw new Refusal('changed_meanwhile')
  if (asked === undefined) return
  await refuseAsker(work, asked)
  const kind = isAsProposed(asked, end, drop) ? ('accepted_as_asked' as const) : ('accepted_differently' as const)
  const answer = { kind, rights: [], terms: { ...asked.terms, end }, leftOut: [], added: [] }
  const decided = decideProposal(asked, { kind: 'accept', by: asCustomer(work), answer }, work.now)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  await saveProposal(work.tx, decided.proposal)
  for (const event of decided.events) record(work, event)
}

const inForce = ({ rights }: Grant, now: Instant): readonly GrantedRight[] => rights.filter(({ notAfter }) => !isOver(notAfter, now))
