// What the provider's systems know of the inside of products: a zone to begin with, where a hosting is reached, how much is used.
import type { OrganisationId, ProductId } from '../../domain/ids.ts'
import type { DnsRecord } from '../../domain/products/dns-record.ts'
import type { HostingAddress } from '../../domain/products/site.ts'
import type { Instant } from '../../domain/time.ts'
import { isLeadingAt } from '../partnerships/leading-forwarding-store.ts'
import type { Transaction } from '../platform/transact.ts'
import { newId } from '../work.ts'

type Where = { readonly organisationId: OrganisationId; readonly productId: ProductId }

export async function insertZone(
  tx: Transaction,
  { organisationId, productId }: Where,
  zone: { readonly nameServers: readonly string[]; readonly records: readonly DnsRecord[] },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('domain')
    .values({ organisation_id: organisationId, product_id: productId, name_servers: [...zone.nameServers] })
    .execute()
  if (zone.records.length === 0) return
  const rows = zone.records.map((record) => ({
    ...record,
    id: newId<string>(),
    organisation_id: organisationId,
    product_id: productId,
    changed_at: at,
  }))
  await tx.insertInto('dns_record').values(rows).execute()
}

export async function saveHosting(
  tx: Transaction,
  { organisationId, productId }: Where,
  { host, ipv4, ipv6 }: HostingAddress,
): Promise<void> {
  await tx
    .insertInto('hosting')
    .values({ organisation_id: organisationId, product_id: productId, host, ipv4, ipv6 })
    .onConflict((conflict) => conflict.column('product_id').doUpdateSet({ host, ipv4, ipv6 }))
    .execute()
}

export async function saveMailboxUsage(tx: Transaction, productId: ProductId, localPart: string, usedMb: number): Promise<void> {
  await tx.updateTable('mailbox').set({ used_mb: usedMb }).where('product_id', '=', productId).where('local_part', '=', localPart).execute()
}

export async function saveSiteUsage(
  tx: Transaction,
  productId: ProductId,
  usage: { readonly hostName: string; readonly visitsLastMonth: number; readonly storageMb: number },
): Promise<void> {
  await tx
    .updateTable('site')
    .set({ visits_last_month: usage.visitsLastMonth, storage_mb: usage.storageMb })
    .where('product_id', '=', productId)
    .where('host_name', '=', usage.hostName)
    .execute()
}

/** None when the mail is not in use. What leads out has closed when the right it was made with is over, whether or not that is written down yet. */
export async function listLeading(
  tx: Transaction,
  productId: ProductId,
  now: Instant,
): Promise<readonly { readonly localPart: string; readonly address: string }[]> {
  return await tx
    .selectFrom('mailbox_forwarding')
    .innerJoin('mailbox', 'mailbox.id', 'mailbox_forwarding.mailbox_id')
    .innerJoin('product', 'product.id', 'mailbox_forwarding.product_id')
    .select(['mailbox.local_part as localPart', 'mailbox_forwarding.address'])
    .where('mailbox_forwarding.product_id', '=', productId)
    .where('product.status', '=', 'active')
    .where(isLeadingAt(now))
    .orderBy('mailbox.local_part')
    .orderBy('mailbox_forwarding.address')
    .execute()
}

export type WaitingPassword = {
  readonly id: string
  readonly organisation: string
  readonly address: string
  readonly passwordHash: string
  readonly setAt: Date
}

/** In the order in which they were set, whatever the clocks of the nodes said: the last one of a mailbox is the one that counts. */
export async function listWaitingPasswords(tx: Transaction): Promise<readonly WaitingPassword[]> {
  const rows = await tx
    .selectFrom('mailbox_password')
    .innerJoin('mailbox', 'mailbox.id', 'mailbox_password.mailbox_id')
    .innerJoin('product', 'product.id', 'mailbox.product_id')
    .innerJoin('organisation', 'organisation.id', 'mailbox_password.organisation_id')
    .select([
      'mailbox_password.id',
      'organisation.number',
      'mailbox.local_part',
      'product.name',
      'mailbox_password.password_hash',
      'mailbox_password.set_at',
    ])
    .orderBy('mailbox_password.position')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    organisation: row.number,
    address: `${row.local_part}@${row.name}`,
    passwordHash: row.password_hash,
    setAt: row.set_at,
  }))
}

export async function forgetPassword(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('mailbox_password').where('id', '=', id).execute()
}
