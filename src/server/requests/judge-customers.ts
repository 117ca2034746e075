// The dry run of a list of customers: every row at once, in the order in which they would go.
import { type CustomerRead, readCustomer } from '../../domain/bulk/read-customer.ts'
import type { ProposalId } from '../../domain/ids.ts'
import { makeProposal } from '../../domain/partnership/make-proposal.ts'
import type { RefusalCode } from '../../domain/refusal.ts'
import { asPartner } from '../actor.ts'
import { type BulkRow, type Judged, type Order, refusedAs } from '../bulk-action.ts'
import { calendar } from '../partnerships/calendar.ts'
import { lockPartner, noProducts, type PartnerOrganisation } from '../partnerships/organisation-store.ts'
import { isMailAddress } from '../platform/mail-address.ts'
import { newId, type OwnWork } from '../work.ts'
import { askedRights } from './asked-rights.ts'
import { type Known, listKnown, loadDirectory, type Recipient } from './known-store.ts'
import { pendingAtOneAddress, roomToday } from './limits.ts'
import { bodyOf, type Cells, type ListChosen, recipientOf, type Templates, templatesOf, unknownIn } from './list-row.ts'

export async function judgeCustomers(
  work: OwnWork,
  order: Pick<Order<ListChosen>, 'chosen'>,
  rows: readonly BulkRow<Cells>[],
): Promise<readonly Judged[]> {
  const partner = await lockPartner(work.tx, work.context.organisationId)
  const { names, byId } = await templatesOf(work, order.chosen)
  const read = rows.map(({ input }) => readCustomer(input, names, isMailAddress))
  const recipients = read.map((one) => (one.kind === 'read' ? recipientOf(one.row) : { emailKey: null, customerNumber: null }))
  const known = await listKnown(work.tx, partner.id, recipients)
  const directory = await loadDirectory(work.tx, partner.id)
  const refusalOf = refusals(work, partner, order.chosen, byId)
  const { left, nextAt } = await roomToday(work, partner)
  const firstAt = new Map<string, number>()
  let going = 0
  return rows.map((row, at): Judged => {
    const one = read[at]
    const recipient = recipients[at]
    if (one === undefined || recipient === undefined) return { verdict: 'invalid', because: { code: 'internal' } }
    if (one.kind === 'wrong') return no('invalid', { code: 'wrong_cell', column: one.column, value: row.input[one.column] ?? '' })
    const key = recipient.emailKey ?? recipient.customerNumber ?? ''
    const before = firstAt.get(key)
    if (before !== undefined) return no('invalid', { code: 'double', row: before + 1 })
    firstAt.set(key, row.position)
    const unknown = unknownIn(one.row, directory)
    if (unknown !== null) return no('invalid', unknown)
    const judged = judgeOne(known[at], recipient, { partner, refusal: refusalOf(one.row) })
    if (judged !== null) return judged
    return going++ < left ? { verdict: 'will_send', because: null } : no('limit_reached', { code: 'waits', at: nextAt })
  })
}

type Around = { readonly partner: PartnerOrganisation; readonly refusal: RefusalCode | null }

function judgeOne(known: Known | undefined, recipient: Recipient, { partner, refusal }: Around): Judged | null {
  const isOwn = recipient.emailKey === null ? recipient.customerNumber === partner.number : known?.isOwn
  if (isOwn) return no('invalid', { code: 'own_organisation' })
  if (known?.isCustomer) return no('already_customer', { code: 'already_customer' })
  if (known?.isOpen) return no('already_open', { code: 'already_open' })
  if ((known?.pending ?? 0) >= pendingAtOneAddress) return no('limit_reached', { code: 'address_full' })
  return refusal === null ? null : no(refusedAs(refusal), { code: refusal })
}

const no = (verdict: Judged['verdict'], because: Judged['because']): Judged => ({ verdict, because })

/** What the domain says to rights and terms: asked once for all rows that ask for the same. */
function refusals(work: OwnWork, partner: PartnerOrganisation, all: ListChosen, templates: Templates['byId']) {
  const answered = new Map<string, RefusalCode | null>()
  return (row: CustomerRead): RefusalCode | null => {
    const { what, terms, validityDays } = bodyOf(all, row)
    const key = JSON.stringify([what, terms])
    const before = answered.get(key)
    if (before !== undefined) return before
    const template = what.templateId === undefined ? undefined : templates.get(what.templateId)
    const rights = template?.rights ?? askedRights({ what, terms })
    const draft = {
      ...{
        id: newId<ProposalId>(),
        number: 1,
        partnerId: partner.id,
        customerId: null,
        invitationId: null,
        partnershipId: null,
        preset: null,
      },
      ...{ rights, terms, expiresAt: calendar.plusDays(work.now, validityDays), grant: null, isPartnerVerified: partner.isVerified },
    }
    const made = makeProposal(draft, asPartner(work), { now: work.now, calendar, findProduct: noProducts })
    const refusal = made.kind === 'refused' ? made.code : null
    answered.set(key, refusal)
    return refusal
  }
}
