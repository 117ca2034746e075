// The rows of mailboxes, who knows their passwords, their aliases, and passwords on their way to the mail system.
import { sql } from 'kysely'
import type { ItemId, OrganisationId, ProductId } from '../../domain/ids.ts'
import type { MailboxSettings, SpamFilter } from '../../domain/products/mailbox.ts'
import { localDate } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import { makerIn, makerRead, type StoredMaker } from './maker-store.ts'

export type Where = { readonly organisationId: OrganisationId; readonly productId: ProductId }

export type Mailbox = MailboxSettings & {
  readonly id: ItemId
  readonly localPart: string
  readonly usedMb: number
  readonly passwordSetAt: Date | null
  /** Since then nobody signs in, until a new one is set. */
  readonly passwordClosedAt: Date | null
  /** Who of a partner set it, and when the right to do so ends or ended. Null: nobody of a partner knows it. */
  readonly passwordKnown: { readonly maker: StoredMaker; readonly rightEndsAt: Date | null } | null
  readonly changedAt: Date
}
export type Alias = { readonly id: ItemId; readonly localPart: string; readonly mailboxId: ItemId }

/** Locks the product, so that changes of its addresses follow each other. */
export async function lockMail(tx: Transaction, productId: ProductId): Promise<void> {
  await sql`select from product where id = ${productId} for no key update`.execute(tx)
}

export async function listMailboxRows(tx: Transaction, productId: ProductId): Promise<readonly Mailbox[]> {
  const rows = await tx
    .selectFrom('mailbox')
    .leftJoin('known_password', 'known_password.mailbox_id', 'mailbox.id')
    .selectAll('mailbox')
    .select([...makerRead, 'known_password.closes_at'])
    .where('mailbox.product_id', '=', productId)
    .orderBy('local_part')
    .execute()
  return rows.map((row) => ({
    id: row.id as ItemId,
    localPart: row.local_part,
    displayName: row.display_name,
    quotaMb: row.quota_mb,
    spamFilter: row.spam_filter as SpamFilter,
    autoReply:
      row.auto_reply === null || row.auto_reply_until === null ? null : { until: localDate(row.auto_reply_until), text: row.auto_reply },
    usedMb: row.used_mb,
    passwordSetAt: row.password_set_at,
    passwordClosedAt: row.password_closed_at,
    passwordKnown: row.partnership_id === null ? null : { maker: makerIn(row), rightEndsAt: row.closes_at },
    changedAt: row.changed_at,
  }))
}

export async function listAliasRows(tx: Transaction, productId: ProductId): Promise<readonly Alias[]> {
  const rows = await tx
    .selectFrom('mail_alias')
    .select(['id', 'local_part', 'mailbox_id'])
    .where('product_id', '=', productId)
    .orderBy('local_part')
    .execute()
  return rows.map((row) => ({ id: row.id as ItemId, localPart: row.local_part, mailboxId: row.mailbox_id as ItemId }))
}

export async function insertMailbox(tx: Transaction, where: Where, mailbox: Mailbox): Promise<void> {
  await tx
    .insertInto('mailbox')
    .values({
      ...columns(mailbox),
      id: mailbox.id,
      organisation_id: where.organisationId,
      product_id: where.productId,
      local_part: mailbox.localPart,
      created_at: mailbox.changedAt,
    })
    .execute()
}

export async function updateMailbox(tx: Transaction, mailbox: Mailbox): Promise<void> {
  await tx.updateTable('mailbox').set(columns(mailbox)).where('id', '=', mailbox.id).execute()
}

export async function deleteMailboxRow(tx: Transaction, id: ItemId): Promise<void> {
  await tx.deleteFrom('mailbox').where('id', '=', id).execute()
}

export async function insertAlias(tx: Transaction, where: Where, alias: Alias, at: Date): Promise<void> {
  await tx
    .insertInto('mail_alias')
    .values({
      id: alias.id,
      organisation_id: where.organisationId,
      product_id: where.productId,
      local_part: alias.localPart,
      mailbox_id: alias.mailboxId,
      created_at: at,
    })
    .execute()
}

export async function deleteAliasRow(tx: Transaction, id: ItemId): Promise<void> {
  await tx.deleteFrom('mail_alias').where('id', '=', id).execute()
}

/** Nobody who writes this can read it again: the provider's mail system fetches it. */
export async function handOverPassword(
  tx: Transaction,
  password: {
    readonly id: ItemId
    readonly organisationId: OrganisationId
    readonly mailboxId: ItemId
    readonly hash: string
    readonly setAt: Date
  },
): Promise<void> {
  await tx
    .insertInto('mailbox_password')
    .values({
      id: password.id,
      organisation_id: password.organisationId,
      mailbox_id: password.mailboxId,
      password_hash: password.hash,
      set_at: password.setAt,
    })
    .execute()
}

function columns(mailbox: Mailbox) {
  return {
    display_name: mailbox.displayName,
    quota_mb: mailbox.quotaMb,
    spam_filter: mailbox.spamFilter,
    auto_reply: mailbox.autoReply?.text ?? null,
    auto_reply_until: mailbox.autoReply?.until ?? null,
    password_set_at: mailbox.passwordSetAt,
    password_closed_at: mailbox.passwordClosedAt,
    changed_at: mailbox.changedAt,
  }
}
