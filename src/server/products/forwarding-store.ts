// The rows of forwardings, one for each address: who made it, and whether it still leads there.
import { sql } from 'kysely'
import type { ItemId, ProductId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import { isLeadingAt } from '../partnerships/leading-forwarding-store.ts'
import type { Transaction } from '../platform/transact.ts'
import type { Where } from './mail-store.ts'
import { type Maker, makerColumns, makerIn, makerRead, type StoredMaker } from './maker-store.ts'

export type Forwarding = {
  readonly id: ItemId
  readonly mailboxId: ItemId
  readonly address: string
  /** False: to an address of the organisation's own mail. */
  readonly leadsOut: boolean
  readonly closesAt: Date | null
  readonly maker: StoredMaker
}

export async function listForwardings(tx: Transaction, productId: ProductId, now: Instant): Promise<readonly Forwarding[]> {
  const rows = await tx
    .selectFrom('mailbox_forwarding')
    .select(['id', 'mailbox_id', 'address', 'closes_at', ...makerRead])
    .select(sql<boolean>`not is_own_address(organisation_id, address)`.as('leads_out'))
    .where('product_id', '=', productId)
    .where(isLeadingAt(now))
    .orderBy('created_at')
    .orderBy('address')
    .execute()
  return rows.map((row) => ({
    id: row.id as ItemId,
    mailboxId: row.mailbox_id as ItemId,
    address: row.address,
    leadsOut: row.leads_out,
    closesAt: row.closes_at,
    maker: makerIn(row),
  }))
}

/** What is left keeps whoever made it; what comes, also again, is made now. */
export async function changeForwardings(
  tx: Transaction,
  mailbox: Where & { readonly mailboxId: ItemId },
  change: {
    readonly gone: readonly string[]
    readonly come: readonly { readonly id: ItemId; readonly address: string }[]
    readonly maker: Maker
    readonly at: Date
  },
): Promise<void> {
  const { organisationId, productId, mailboxId } = mailbox
  const { gone, come, maker, at } = change
  const replaced = [...gone, ...come.map(({ address }) => address)]
  await tx.deleteFrom('mailbox_forwarding').where('mailbox_id', '=', mailboxId).where('address', 'in', replaced).execute()
  if (come.length === 0) return
  const place = { organisation_id: organisationId, product_id: productId, mailbox_id: mailboxId }
  await tx
    .insertInto('mailbox_forwarding')
    .values(come.map(({ id, address }) => ({ ...place, id, address, created_at: at, ...makerColumns(maker) })))
    .execute()
}

/** Made theirs by the customer's own people. False when it closed meanwhile. */
export async function keepForwardingRow(tx: Transaction, id: ItemId, maker: Maker): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('mailbox_forwarding').set(makerColumns(maker)).where('id', '=', id).executeTakeFirst()
  return numUpdatedRows > 0n
}
