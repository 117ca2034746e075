// Shared folders come, change their settings and go; each time somebody can read who did it.
import type { ItemId } from '../../domain/ids.ts'
import { type FolderFault, faultOfFolder, folderName, foldersMax, linksBeyond, type Sharing } from '../../domain/products/drive.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { newId, type TenantWork } from '../work.ts'
import { type Drive, folderIn, lockedDrive, shownFolder } from './drive.ts'
import type { changeFolder as changeContract, createFolder as createContract, deleteFolder as deleteContract } from './drive-contract.ts'
import { deleteFolderRow, deleteLinkRow, type Folder, insertFolder, isNameTaken, updateFolder } from './drive-store.ts'
import { inputAt } from './input-at.ts'

export async function createFolder(
  work: TenantWork,
  { params, body }: Input<typeof createContract>,
): Promise<Answer<typeof createContract>> {
  const drive = await lockedDrive(work, params.product, 'drive.manage')
  if (drive.folders.length >= foldersMax) throw new Refusal('limit_reached')
  const wanted = await sound(work, drive, { asked: body })
  const folder: Folder = { ...wanted, id: newId<ItemId>(), usedMb: 0, links: [], changedAt: new Date(work.now) }
  await insertFolder(work.tx, whereOf(work, drive), folder)
  record(work, { kind: 'folder.created', ...about(work, drive), data: { itemId: folder.id }, detail: { name: folder.name } })
  return shownFolder(work, folder)
}

export async function changeFolder(
  work: TenantWork,
  { params, body }: Input<typeof changeContract>,
): Promise<Answer<typeof changeContract>> {
  const drive = await lockedDrive(work, params.product, 'drive.manage')
  const before = folderIn(drive, params.item)
  const { changedAt, ...asked } = body
  if (changedAt && changedAt !== before.changedAt.toISOString()) throw new Refusal('changed_meanwhile')
  const wanted = await sound(work, drive, { asked, before })
  const settings = changed(before, wanted)
  if (settings.length === 0) return shownFolder(work, before)
  const ended = linksBeyond(before.links, wanted.sharing)
  const links = before.links.filter((link) => !ended.includes(link))
  const after: Folder = { ...before, ...wanted, links, changedAt: new Date(work.now) }
  await updateFolder(work.tx, whereOf(work, drive), after)
  record(work, { kind: 'folder.changed', ...about(work, drive), data: { itemId: after.id, settings }, detail: { name: after.name } })
  for (const { id } of ended) {
    await deleteLinkRow(work.tx, id)
    record(work, { kind: 'folder.link_ended', ...about(work, drive), data: { itemId: id }, detail: { name: after.name } })
  }
  return shownFolder(work, after)
}

export async function deleteFolder(work: TenantWork, { params }: Input<typeof deleteContract>): Promise<Record<string, never>> {
  const drive = await lockedDrive(work, params.product, 'product.delete')
  const folder = folderIn(drive, params.item)
  await deleteFolderRow(work.tx, folder.id)
  record(work, { kind: 'folder.deleted', ...about(work, drive), data: { itemId: folder.id }, detail: { name: folder.name } })
  return {}
}

export const whereOf = (work: TenantWork, { product }: Drive) => ({ organisationId: work.context.organisationId, productId: product.id })
export const about = (work: TenantWork, { product }: Drive) => ({ readers: [work.context.organisationId], productId: product.id })

type Wanted = { readonly name: string; readonly quotaMb: number; readonly sharing: Sharing; readonly users: readonly ItemId[] }
type Asked = Omit<Wanted, 'users'> & { readonly users: readonly string[] }

/** As it would be stored, with people of this drive only. Which names are the same, the database has the last word: it folds letters as its locale does. */
async function sound(
  { tx }: TenantWork,
  { product, folders, storageMb, users }: Drive,
  { asked: { name: written, ...asked }, before }: { readonly asked: Asked; readonly before?: Folder },
): Promise<Wanted> {
  const name = folderName(written)
  const others = folders.filter((folder) => folder !== before)
  const fault = faultOfFolder({ ...asked, name }, { usedMb: before?.usedMb ?? 0, storageMb, others })
  if (fault) throw inputAt(fields[fault], fault)
  if (await isNameTaken(tx, product.id, { name, by: before?.id })) throw inputAt('name', 'folder_name_taken')
  const known = users.filter(({ id }) => asked.users.includes(id)).map(({ id }) => id)
  if (known.length < new Set(asked.users).size) throw new Refusal('not_found')
  return { ...asked, name, users: known }
}

const fields: Readonly<Record<FolderFault, string>> = {
  folder_name: 'name',
  folder_name_taken: 'name',
  quota: 'quotaMb',
  quota_below_used: 'quotaMb',
  storage_full: 'quotaMb',
}

/** The names of the settings that are different. */
function changed(before: Wanted, wanted: Wanted): readonly string[] {
  const names = { name: 'name', quota: 'quotaMb', sharing: 'sharing', users: 'users' } as const
  const inWords = (value: Wanted[keyof Wanted]) => (typeof value === 'object' ? value.toSorted().join() : value)
  return Object.entries(names).flatMap(([name, key]) => (inWords(before[key]) === inWords(wanted[key]) ? [] : [name]))
}
