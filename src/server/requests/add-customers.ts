// Adding many customers: each row of a list is a request of its own, judged against the list itself and against what the partner has already.
import { readCustomer } from '../../domain/bulk/read-customer.ts'
import { asId, type InvitationId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type BulkRow, bulkAction, type Carried, type Order } from '../bulk-action.ts'
import { emailKey } from '../identity/email-key.ts'
import { getPartner, lockPartner } from '../partnerships/organisation-store.ts'
import { isMailAddress } from '../platform/mail-address.ts'
import type { OwnWork } from '../work.ts'
import { judgeCustomers } from './judge-customers.ts'
import { listKnown } from './known-store.ts'
import { roomToday } from './limits.ts'
import { bodyOf, type Cells, cells, type ListChosen, listChosen, templateNames } from './list-row.ts'
import { sendRequestOf } from './send-request.ts'

export const addCustomers = bulkAction<ListChosen, Cells>({
  ...{ act: 'prepare', needsRelease: true, rows: 'given', undoneBy: 'withdraw', chosen: listChosen, given: cells },
  judge: judgeCustomers,
  carryOut,
  room: async (work) => roomToday(work, await getPartner(work.tx, work.context.organisationId)),
})

async function carryOut(work: OwnWork, { chosen: all, createdBy }: Order<ListChosen>, { id, input }: BulkRow<Cells>): Promise<Carried> {
  const partner = await lockPartner(work.tx, work.context.organisationId)
  const read = readCustomer(input, await templateNames(work), isMailAddress)
  if (read.kind === 'wrong')
    return { result: 'invalid', because: { code: 'wrong_cell', column: read.column, value: input[read.column] ?? '' } }
  const { email, customerNumber } = read.row
  const [known] = await listKnown(work.tx, partner.id, [{ emailKey: email && emailKey(email), customerNumber }])
  if (known?.isCustomer) throw new Refusal('already_customer')
  const { managedCustomerId } = await sendRequestOf(work, bodyOf(all, read.row), { id: asId<InvitationId>(id), preparedBy: createdBy })
  return { result: 'sent', because: null, managedCustomerId }
}
