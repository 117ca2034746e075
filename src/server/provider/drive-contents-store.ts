// What the provider's systems know of drives: who uses them, how much is taken, and what a link opens that somebody comes with.
import { sql } from 'kysely'
import type { OrganisationId, ProductId } from '../../domain/ids.ts'
import type { LinkAccess } from '../../domain/products/drive.ts'
import type { Instant, LocalDate } from '../../domain/time.ts'
import { dateOf } from '../partnerships/calendar.ts'
import type { Transaction } from '../platform/transact.ts'
import { newId } from '../work.ts'

type Where = { readonly organisationId: OrganisationId; readonly productId: ProductId }
type ToldUser = { readonly name: string; readonly email: string }

/** Whoever is not named any more uses no folder of it either. */
export async function saveDrive(
  tx: Transaction,
  { organisationId, productId }: Where,
  { host, storageMb, users }: { readonly host: string; readonly storageMb: number; readonly users: readonly ToldUser[] },
): Promise<void> {
  await tx
    .insertInto('drive')
    .values({ organisation_id: organisationId, product_id: productId, host, storage_mb: storageMb })
    .onConflict((conflict) => conflict.column('product_id').doUpdateSet({ host, storage_mb: storageMb }))
    .execute()
  const emails = users.map(({ email }) => email)
  await sql`delete from drive_user where product_id = ${productId} and email <> all(${emails}::text[])`.execute(tx)
  for (const { name, email } of users) {
    await tx
      .insertInto('drive_user')
      .values({ organisation_id: organisationId, product_id: productId, id: newId<string>(), name, email })
      .onConflict((conflict) => conflict.columns(['product_id', 'email']).doUpdateSet({ name }))
      .execute()
  }
}

export async function saveDriveUsage(
  tx: Transaction,
  productId: ProductId,
  usage: {
    readonly users: readonly { readonly email: string; readonly usedMb: number }[]
    readonly folders: readonly { readonly name: string; readonly usedMb: number }[]
  },
): Promise<void> {
  for (const { email, usedMb } of usage.users) {
    await tx.updateTable('drive_user').set({ used_mb: usedMb }).where('product_id', '=', productId).where('email', '=', email).execute()
  }
  for (const { name, usedMb } of usage.folders) {
    await tx.updateTable('drive_folder').set({ used_mb: usedMb }).where('product_id', '=', productId).where('name', '=', name).execute()
  }
}

export type OpenedLink = {
  readonly organisation: string
  readonly product: string | null
  readonly folder: string
  readonly access: LinkAccess
  readonly until: LocalDate
}

/** Undefined when it ended or ran out, the right it was made with is over by the clock, or its drive is not in use. */
export async function findOpenLink(tx: Transaction, tokenHash: Buffer, now: Instant): Promise<OpenedLink | undefined> {
  const row = await tx
    .selectFrom('drive_link')
    .innerJoin('drive_folder', 'drive_folder.id', 'drive_link.folder_id')
    .innerJoin('product', 'product.id', 'drive_link.product_id')
    .innerJoin('organisation', 'organisation.id', 'drive_link.organisation_id')
    .select(['organisation.number', 'product.provider_reference', 'drive_folder.name', 'drive_link.access', 'drive_link.until'])
    .where('drive_link.token_hash', '=', tokenHash)
    .where('drive_link.until', '>=', dateOf(now))
    .where((link) => link.or([link('drive_link.closes_at', 'is', null), link('drive_link.closes_at', '>', new Date(now))]))
    .where('product.status', '=', 'active')
    .executeTakeFirst()
  return (
    row && {
      organisation: row.number,
      product: row.provider_reference,
      folder: row.name,
      access: row.access as LinkAccess,
      until: row.until as LocalDate,
    }
  )
}
