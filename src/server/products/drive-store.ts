// The rows of drives: their folders, who uses which, and the links into them.
import { sql } from 'kysely'
import type { ItemId, ProductId } from '../../domain/ids.ts'
import type { FolderSettings, LinkAccess } from '../../domain/products/drive.ts'
import type { Instant, LocalDate } from '../../domain/time.ts'
import { dateOf } from '../partnerships/calendar.ts'
import type { Transaction } from '../platform/transact.ts'
import type { Where } from './mail-store.ts'
import { isOpenAt, type Maker, makerColumns, makerIn, makerRead, type StoredMaker } from './maker-store.ts'

export type DriveRow = { readonly host: string; readonly storageMb: number }
export type DriveUser = { readonly id: ItemId; readonly name: string; readonly email: string; readonly usedMb: number }
export type Link = {
  readonly id: ItemId
  readonly access: LinkAccess
  readonly until: LocalDate
  readonly createdAt: Date
  readonly maker: StoredMaker
}
export type Folder = FolderSettings & {
  readonly id: ItemId
  readonly users: readonly ItemId[]
  readonly usedMb: number
  readonly links: readonly Link[]
  readonly changedAt: Date
}

export async function findDrive(tx: Transaction, productId: ProductId): Promise<DriveRow | undefined> {
  return await tx.selectFrom('drive').select(['host', 'storage_mb as storageMb']).where('product_id', '=', productId).executeTakeFirst()
}

/** Locks the drive, so that changes of its folders follow each other. */
export async function lockDrive(tx: Transaction, productId: ProductId): Promise<DriveRow | undefined> {
  return await tx
    .selectFrom('drive')
    .select(['host', 'storage_mb as storageMb'])
    .where('product_id', '=', productId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export async function listDriveUsers(tx: Transaction, productId: ProductId): Promise<readonly DriveUser[]> {
  const rows = await tx.selectFrom('drive_user').selectAll().where('product_id', '=', productId).orderBy('name').orderBy('email').execute()
  return rows.map((row) => ({ id: row.id as ItemId, name: row.name, email: row.email, usedMb: row.used_mb }))
}

/** With the links that still open them at that moment. */
export async function listFolderRows(tx: Transaction, productId: ProductId, now: Instant): Promise<readonly Folder[]> {
  const links = await tx
    .selectFrom('drive_link')
    .select(['id', 'folder_id', 'access', 'until', 'created_at', ...makerRead])
    .where('product_id', '=', productId)
    .where('until', '>=', dateOf(now))
    .where(isOpenAt(now))
    .orderBy('until')
    .execute()
  const { rows } = await sql<FolderRow>`
    select f.*, coalesce((select array_agg(u.user_id) from drive_folder_user u where u.folder_id = f.id), '{}') as users
    from drive_folder f where f.product_id = ${productId} order by lower(f.name)`.execute(tx)
  return rows.map((row) => ({
    id: row.id as ItemId,
    name: row.name,
    quotaMb: row.quota_mb,
    usedMb: row.used_mb,
    sharing: row.sharing,
    users: row.users,
    changedAt: row.changed_at,
    links: links
      .filter((link) => link.folder_id === row.id)
      .map((link) => ({
        id: link.id as ItemId,
        access: link.access as LinkAccess,
        until: link.until as LocalDate,
        createdAt: link.created_at,
        maker: makerIn(link),
      })),
  }))
}

type FolderRow = {
  readonly id: string
  readonly name: string
  readonly quota_mb: number
  readonly used_mb: number
  readonly sharing: FolderSettings['sharing']
  readonly users: readonly ItemId[]
  readonly changed_at: Date
}

/** By another folder, as the unique index sees it. `by`: whose own name does not count. */
export async function isNameTaken(
  tx: Transaction,
  productId: ProductId,
  { name, by }: { readonly name: string; readonly by: ItemId | undefined },
): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select exists (select from drive_folder
    where product_id = ${productId} and lower(name) = lower(${name}) and id is distinct from ${by ?? null}::uuid) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

export async function insertFolder(tx: Transaction, where: Where, folder: Folder): Promise<void> {
  await tx
    .insertInto('drive_folder')
    .values({
      ...columns(folder),
      id: folder.id,
      organisation_id: where.organisationId,
      product_id: where.productId,
      created_at: folder.changedAt,
    })
    .execute()
  await putUsers(tx, where, folder)
}

export async function updateFolder(tx: Transaction, where: Where, folder: Folder): Promise<void> {
  await tx.updateTable('drive_folder').set(columns(folder)).where('id', '=', folder.id).execute()
  await tx.deleteFrom('drive_folder_user').where('folder_id', '=', folder.id).execute()
  await putUsers(tx, where, folder)
}

export async function deleteFolderRow(tx: Transaction, id: ItemId): Promise<void> {
  await tx.deleteFrom('drive_folder').where('id', '=', id).execute()
}

export async function insertLink(
  tx: Transaction,
  where: Where & { readonly folderId: ItemId },
  { link, tokenHash, maker }: { readonly link: Omit<Link, 'maker'>; readonly tokenHash: Buffer; readonly maker: Maker },
): Promise<void> {
  await tx
    .insertInto('drive_link')
    .values({
      id: link.id,
      organisation_id: where.organisationId,
      product_id: where.productId,
      folder_id: where.folderId,
      token_hash: tokenHash,
      access: link.access,
      until: link.until,
      created_at: link.createdAt,
      ...makerColumns(maker),
    })
    .execute()
}

export async function deleteLinkRow(tx: Transaction, id: ItemId): Promise<void> {
  await tx.deleteFrom('drive_link').where('id', '=', id).execute()
}

async function putUsers(tx: Transaction, { organisationId, productId }: Where, { id, users }: Folder): Promise<void> {
  if (users.length === 0) return
  const rows = users.map((user) => ({ organisation_id: organisationId, product_id: productId, folder_id: id, user_id: user }))
  await tx.insertInto('drive_folder_user').values(rows).execute()
}

function columns({ name, quotaMb, sharing, changedAt }: Folder) {
  return { name, quota_mb: quotaMb, sharing, changed_at: changedAt }
}
