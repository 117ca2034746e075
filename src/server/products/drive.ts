// A drive as it stands: its folders, people and links, read, or locked for a change that nothing may overtake.
import type { z } from 'zod'
import { Refusal } from '../../domain/refusal.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import type { folder as folderShape, link as linkShape, listFolders as listContract } from './drive-contract.ts'
import {
  type DriveRow,
  type DriveUser,
  type Folder,
  findDrive,
  type Link,
  listDriveUsers,
  listFolderRows,
  lockDrive,
} from './drive-store.ts'
import { shownMaker } from './made-by.ts'
import { type OpenProduct, openProduct, rightsOn } from './open-product.ts'

export type Drive = DriveRow & {
  readonly product: OpenProduct
  readonly folders: readonly Folder[]
  readonly users: readonly DriveUser[]
}

export async function listFolders(work: TenantWork, { params }: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const product = await openProduct(work, params.product, 'drive')
  const row = await findDrive(work.tx, product.id)
  if (!row) return { isTold: false }
  const { host, storageMb, folders, users } = await driveOf(work, product, row)
  return {
    isTold: true,
    host,
    storageMb,
    folders: folders.map((one) => shownFolder(work, one)),
    users: [...users],
    ...rightsOn(work, product.facts),
  }
}

export async function lockedDrive(work: TenantWork, item: string, right: RightId): Promise<Drive> {
  const product = await openProduct(work, item, 'drive', right)
  return driveOf(work, product, await lockDrive(work.tx, product.id))
}

async function driveOf(work: TenantWork, product: OpenProduct, row: DriveRow | undefined): Promise<Drive> {
  if (!row) throw new Refusal('not_found')
  const users = await listDriveUsers(work.tx, product.id)
  return { ...row, product, users, folders: await listFolderRows(work.tx, product.id, work.now) }
}

export function folderIn({ folders }: Pick<Drive, 'folders'>, item: string): Folder {
  const found = folders.find(({ id }) => id === item)
  if (!found) throw new Refusal('not_found')
  return found
}

export function shownFolder(work: TenantWork, { changedAt, links, users, ...folder }: Folder): z.input<typeof folderShape> {
  return { ...folder, users: [...users], links: links.map((one) => shownLink(work, one)), changedAt: changedAt.toISOString() }
}

function shownLink(work: TenantWork, { createdAt, maker, ...link }: Link): z.input<typeof linkShape> {
  return { ...link, createdAt: createdAt.toISOString(), madeBy: shownMaker(work, maker) }
}
