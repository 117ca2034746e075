// Adding many customers: each row of a list is a request of its own, judged against the list itself and against what the partner has already.
import { readCustomer, type TemplateNames } from '../../domain/bulk/read-customer.ts'
import { asId, type InvitationId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type BulkRow, bulkAction, type Carried, type Order } from '../bulk-action.ts'
import { lockPartner, type PartnerOrganisation } from '../partnerships/organisation-store.ts'
import { isMailAddress } from '../platform/mail-address.ts'
import type { OwnWork } from '../work.ts'
import { judgeCustomers } from './judge-customers.ts'
import { type Directory, type Known, listKnown, loadDirectory } from './known-store.ts'
import { roomToday } from './limits.ts'
import { bodyOf, type Cells, cells, type ListChosen, listChosen, planOf, recipientOf, templateNames, unknownIn } from './list-row.ts'
import { sendRequestOf } from './send-request.ts'

/** With the partner's row locked nobody of it sends meanwhile: what is known of the rows is asked once for all of them. */
type Shared = {
  readonly partner: PartnerOrganisation
  readonly names: TemplateNames
  readonly directory: Directory
  readonly known: ReadonlyMap<number, Known>
}

export const addCustomers = bulkAction<ListChosen, Cells, Shared>({
  ...{ act: 'prepare', needsRelease: true, rows: 'given', undoneBy: 'withdraw', chosen: listChosen, given: cells },
  judge: judgeCustomers,
  share,
  carryOut,
  room: async (work) => roomToday(work, await lockPartner(work.tx, work.context.organisationId)),
})

async function share(work: OwnWork, rows: readonly BulkRow<Cells>[]): Promise<Shared> {
  const partner = await lockPartner(work.tx, work.context.organisationId)
  const names = await templateNames(work)
  const recipients = rows.map(({ input }) => {
    const read = readCustomer(input, names, isMailAddress)
    return read.kind === 'read' ? recipientOf(read.row) : { emailKey: null, customerNumber: null }
  })
  const known = await listKnown(work.tx, partner.id, recipients)
  const directory = await loadDirectory(work.tx, partner.id)
  return { partner, names, directory, known: new Map(rows.flatMap(({ position }, at) => (known[at] ? [[position, known[at]]] : []))) }
}

async function carryOut(
  work: OwnWork,
  { chosen: all, createdBy, shared }: Order<ListChosen, Shared>,
  { id, position, input }: BulkRow<Cells>,
): Promise<Carried> {
  const read = readCustomer(input, shared.names, isMailAddress)
  if (read.kind === 'wrong')
    return { result: 'invalid', because: { code: 'wrong_cell', column: read.column, value: input[read.column] ?? '' } }
  const known = shared.known.get(position)
  if (known?.isCustomer) throw new Refusal('already_customer')
  const sending = { id: asId<InvitationId>(id), preparedBy: createdBy, partner: shared.partner, ...(known ? { known } : {}) }
  const unknown = unknownIn(read.row, shared.directory)
  if (unknown !== null) return { result: 'invalid', because: unknown }
  const plan = planOf(read.row, shared.directory)
  const body = { ...bodyOf(all, read.row), ...(plan ? { plan } : {}) }
  const { managedCustomerId } = await sendRequestOf(work, body, sending)
  return { result: 'sent', because: null, managedCustomerId }
}
