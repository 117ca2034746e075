// Adding many customers: each row of a list is a request of its own, judged against the list itself and against what the partner has already.
import { readCustomer } from '../../domain/bulk/read-customer.ts'
import { asId, type InvitationId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type BulkRow, bulkAction, type Carried, type Order } from '../bulk-action.ts'
import { lockAsker } from '../partnerships/asked-before.ts'
import { lockPartner, type PartnerOrganisation } from '../partnerships/organisation-store.ts'
import { isMailAddress } from '../platform/mail-address.ts'
import type { OwnWork } from '../work.ts'
import { judgeCustomers } from './judge-customers.ts'
import { type Directory, type Known, listKnown, loadDirectory } from './known-store.ts'
import { roomToday } from './limits.ts'
import {
  bodyOf,
  type Cells,
  cells,
  holdTemplatesFast,
  type ListChosen,
  listChosen,
  planOf,
  recipientOf,
  type Templates,
  templatesOf,
  unknownIn,
} from './list-row.ts'
import { sendRequestOf } from './send-request.ts'

/** With the partner's row locked nobody of it sends meanwhile: what is known of the rows is asked once for all of them. */
type Shared = {
  readonly partner: PartnerOrganisation
  readonly templates: Templates
  readonly directory: Directory
  readonly known: ReadonlyMap<number, Known>
}

export const addCustomers = bulkAction<ListChosen, Cells, Shared>({
  ...{ act: 'prepare', needsRelease: true, rows: 'given', undoneBy: 'withdraw', chosen: listChosen, given: cells },
  holdFast: holdTemplatesFast,
  judge: judgeCustomers,
  share,
  carryOut,
  room: async (work) => roomToday(work, await lockPartner(work.tx, work.context.organisationId)),
})

async function share(work: OwnWork, { chosen }: Pick<Order<ListChosen>, 'chosen'>, rows: readonly BulkRow<Cells>[]): Promise<Shared> {
  const partner = await lockAsker(work)
  const templates = await templatesOf(work, chosen)
  const recipients = rows.map(({ input }) => {
    const read = readCustomer(input, templates.names, isMailAddress)
    return read.kind === 'read' ? recipientOf(read.row) : { emailKey: null, customerNumber: null }
  })
  const known = await listKnown(work.tx, partner.id, recipients)
  const directory = await loadDirectory(work.tx, partner.id)
  return { partner, templates, directory, known: new Map(rows.flatMap(({ position }, at) => (known[at] ? [[position, known[at]]] : []))) }
}

async function carryOut(
  work: OwnWork,
  { chosen: all, createdBy, shared }: Order<ListChosen, Shared>,
  { id, position, input }: BulkRow<Cells>,
): Promise<Carried> {
  const read = readCustomer(input, shared.templates.names, isMailAddress)
  if (read.kind === 'wrong')
    return { result: 'invalid', because: { code: 'wrong_cell', column: read.column, value: input[read.column] ?? '' } }
  const known = shared.known.get(position)
  if (known?.isCustomer) throw new Refusal('already_customer')
  const unknown = unknownIn(read.row, shared.directory)
  if (unknown !== null) return { result: 'invalid', because: unknown }
  const plan = planOf(read.row, shared.directory)
  const body = { ...bodyOf(all, read.row), ...(plan ? { plan } : {}) }
  const template = body.what.templateId === undefined ? null : shared.templates.byId.get(body.what.templateId)
  if (template === undefined) throw new Refusal('not_found')
  const made = { id: asId<InvitationId>(id), preparedBy: createdBy, partner: shared.partner }
  const sending = { ...made, ...(known ? { known } : {}), ...(template ? { template } : {}) }
  const { managedCustomerId } = await sendRequestOf(work, body, sending)
  return { result: 'sent', because: null, managedCustomerId }
}
