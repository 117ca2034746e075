// The commands that make a new version of a partnership's grant. Only a legal representative of the customer enlarges it.

import type { Side } from '../organisation.ts'
import type { RefusalCode } from '../refusal.ts'
import { isSensitive } from '../rights/catalogue.ts'
import { closeOverNeeds, notIn } from '../rights/rights-set.ts'
import type { FindProduct, GrantedRight } from '../rights/scope.ts'
import type { Instant } from '../time.ts'
import { mayDo } from '../who-may.ts'
import { addToGrant } from './add-to-grant.ts'
import { isViewMissing, refusalOfRights } from './answer.ts'
import type { Grant } from './grant.ts'
import { changeGrant, firstGrant, type NextVersion, type Surroundings } from './grant-version.ts'
import { narrowGrant } from './narrow-grant.ts'
import type { Partnership } from './partnership.ts'
import type { PartnershipCommand, PartnershipDecided, Payment } from './partnership-command.ts'
import { granterOf } from './proposal.ts'
import { tellVersion } from './tell-partnership.ts'
import { isSamePayment, isSpendingLimit, type Terms } from './terms.ts'
import { undoNarrowing } from './undo-narrowing.ts'

type Command<Kind extends PartnershipCommand['kind']> = Extract<PartnershipCommand, { kind: Kind }>

/** Grants what an accepted proposal says; gates stay as they are. Refusals: `not_entitled`, and those of the version. */
export function grantAccepted(partnership: Partnership, command: Command<'grant'>, around: Surroundings): PartnershipDecided {
  const { proposal, answer, base, isSecured } = command
  const grantedBy = granterOf(proposal)
  const isOurs = proposal.state === 'accepted' && proposal.partnershipId === partnership.id
  if (!isOurs || grantedBy === null) return refused('not_entitled')
  const granting = { rights: answer.rights, terms: answer.terms, grantedBy, proposalId: proposal.id }
  const next = partnership.grant === null ? firstGrant(granting, around) : addToGrant(partnership.grant, { ...granting, base }, around)
  if (next.kind === 'refused') return next
  const securedAt = securedAfter(partnership, next.grant, isSecured, around)
  const activatedAt = partnership.activatedAt ?? around.now
  return inForce({ ...partnership, state: 'active', activatedAt, securedAt }, partnership, next, 'customer', around.findProduct)
}

/**
 * The customer writes the grant anew. Refusals: `not_entitled`, `partner_must_agree` (to pay), `unknown_right`, `scope_not_fitting`,
 * `view_missing`, and those of the version.
 */
export function changeByCustomer(partnership: Partnership, command: Command<'change'>, around: Surroundings): PartnershipDecided {
  const { by, rights, terms, renew, isSecured } = command
  const { grant } = partnership
  if (grant === null || !mayDo('change_grant', by)) return refused('not_entitled')
  if (terms.payer === 'partner' && grant.terms.payer !== 'partner') return refused('partner_must_agree')
  const code = refusalOfRights(rights) ?? refusalOfUnseen(rights, around.findProduct)
  if (code !== null) return refused(code)
  const next = changeGrant(grant, { rights, terms, grantedBy: by.personId, proposalId: null, renew }, around)
  if (next.kind === 'refused') return next
  const securedAt = isSecured ? (partnership.securedAt ?? around.now) : securedAfter(partnership, next.grant, false, around)
  return inForce({ ...partnership, securedAt }, partnership, next, 'customer', around.findProduct)
}

/** Either side takes rights away or brings the end nearer. Refusals: `not_entitled`, and those of the version. */
export function narrow(partnership: Partnership, command: Command<'narrow'>, around: Surroundings): PartnershipDecided {
  if (partnership.grant === null || !mayDo('narrow', command.by)) return refused('not_entitled')
  return inForce(partnership, partnership, narrowGrant(partnership.grant, command, around), command.by.side, around.findProduct)
}

/** The customer takes a narrowing back. Refusals: `not_entitled`, `changed_meanwhile`, and those of the version. */
export function restore(partnership: Partnership, command: Command<'undo_narrowing'>, around: Surroundings): PartnershipDecided {
  const { by, before, made, isSecured } = command
  if (partnership.grant === null || !mayDo('change_grant', by)) return refused('not_entitled')
  if (before === null || made === null) return refused('changed_meanwhile')
  const next = undoNarrowing(partnership.grant, { before, made, by: by.personId }, around)
  if (next.kind === 'refused') return next
  const securedAt = securedAfter(partnership, next.grant, isSecured, around)
  return inForce({ ...partnership, securedAt }, partnership, next, 'customer', around.findProduct)
}

/**
 * The customer takes payment to itself, or changes with what and up to how much it pays: at once. The partner may stop paying;
 * then nobody pays until the customer says so. Refusals: `not_entitled`, `partner_must_agree`, `nothing_changed`, `spending_limit_invalid`.
 */
export function changePayer(partnership: Partnership, command: Command<'change_payer'>, around: Surroundings): PartnershipDecided {
  const { by } = command
  const { grant } = partnership
  if (grant === null || !mayDo('change_payer', by)) return refused('not_entitled')
  const terms = by.side === 'customer' ? paidByCustomer(grant.terms, command) : noLongerPaidByPartner(grant.terms, command)
  if (typeof terms === 'string') return refused(terms)
  const { rights } = grant
  if (isSamePayment(terms, grant.terms)) return refused('nothing_changed')
  const next: Grant = { ...grant, version: grant.version + 1, reason: 'changed', terms, rights }
  return inForce(partnership, partnership, { kind: 'done', grant: next }, by.side, around.findProduct)
}

function refusalOfUnseen(rights: readonly GrantedRight[], findProduct: FindProduct): RefusalCode | null {
  const wanted = closeOverNeeds(rights, findProduct)
  return isViewMissing(wanted, wanted, findProduct) ? 'view_missing' : null
}

function paidByCustomer(terms: Terms, { payer, paymentMethodId, spendingLimit }: Payment): Terms | RefusalCode {
  if (payer === 'partner') return terms.payer === 'partner' ? 'nothing_changed' : 'partner_must_agree'
  if (spendingLimit !== null && !isSpendingLimit(spendingLimit)) return 'spending_limit_invalid'
  return { ...terms, payer, paymentMethodId, spendingLimit }
}

function noLongerPaidByPartner(terms: Terms, { payer }: Payment): Terms | RefusalCode {
  return terms.payer === 'partner' && payer === 'customer' ? { ...terms, payer: null, paymentMethodId: null } : 'not_entitled'
}

/** What somebody granted with nothing but an emailed code brings no sensitive right into effect, and neither does it lend it to others. */
function securedAfter(partnership: Partnership, grant: Grant, isSecured: boolean, { now, findProduct }: Surroundings): Instant | null {
  const before = (partnership.grant?.rights ?? []).filter(({ right }) => isSensitive(right))
  const after = grant.rights.filter(({ right }) => isSensitive(right))
  if (before.length === 0) return isSecured ? now : null
  const isMore = notIn(after, before, findProduct).length > 0
  return isMore && !isSecured ? null : partnership.securedAt
}

function inForce(partnership: Partnership, before: Partnership, next: NextVersion, by: Side, findProduct: FindProduct): PartnershipDecided {
  if (next.kind === 'refused') return next
  const events = tellVersion(before, next.grant, by, findProduct)
  return { kind: 'done', partnership: { ...partnership, grant: next.grant }, events }
}

function refused(code: RefusalCode): PartnershipDecided {
  return { kind: 'refused', code }
}
