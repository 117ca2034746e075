// Links into a folder. Whoever has one opens the folder's files, so making one asks for the right to the content.
import type { ItemId } from '../../domain/ids.ts'
import { linksMax, mayLink } from '../../domain/products/drive.ts'
import { Refusal } from '../../domain/refusal.ts'
import { instant } from '../../domain/time.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { calendar, dateOf } from '../partnerships/calendar.ts'
import { hashToken, randomToken } from '../platform/secrets.ts'
import { newId, type TenantWork } from '../work.ts'
import { about, whereOf } from './change-folders.ts'
import { folderIn, lockedDrive } from './drive.ts'
import type { createLink as createContract, removeLink as removeContract } from './drive-contract.ts'
import { deleteLinkRow, insertLink } from './drive-store.ts'
import { inputAt } from './input-at.ts'
import { madeNow, makerOf } from './made-by.ts'

/** The address is told once: of its token only a hash is kept. */
export async function createLink(work: TenantWork, { params, body }: Input<typeof createContract>): Promise<Answer<typeof createContract>> {
  const drive = await lockedDrive(work, params.product, 'drive.content')
  const folder = folderIn(drive, params.item)
  if (folder.links.length >= linksMax) throw new Refusal('limit_reached')
  if (!mayLink(folder.sharing, body.access)) throw inputAt('access', 'link_beyond_sharing')
  const token = randomToken()
  const until = dateOf(calendar.plusDays(work.now, body.days))
  const link = { id: newId<ItemId>(), access: body.access, until, createdAt: new Date(work.now) }
  const maker = makerOf(work, 'link', drive.product.facts)
  await insertLink(work.tx, { ...whereOf(work, drive), folderId: folder.id }, { link, tokenHash: hashToken(token), maker })
  const expiresAt = instant(calendar.endOf(until) - 1)
  record(work, { kind: 'folder.link_made', ...about(work, drive), data: { itemId: link.id, expiresAt }, detail: { name: folder.name } })
  const madeBy = await madeNow(work)
  return { ...link, createdAt: link.createdAt.toISOString(), madeBy, url: `https://${drive.host}/s/${token}` }
}

/** Closing what stands open is a matter of how the folder is shared. */
export async function removeLink(work: TenantWork, { params }: Input<typeof removeContract>): Promise<Record<string, never>> {
  const drive = await lockedDrive(work, params.product, 'drive.manage')
  const folder = drive.folders.find(({ links }) => links.some(({ id }) => id === params.item))
  const link = folder?.links.find(({ id }) => id === params.item)
  if (!folder || !link) throw new Refusal('not_found')
  await deleteLinkRow(work.tx, link.id)
  record(work, { kind: 'folder.link_ended', ...about(work, drive), data: { itemId: link.id }, detail: { name: folder.name } })
  return {}
}
