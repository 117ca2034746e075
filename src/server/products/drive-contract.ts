// What is inside a product of the family drive: shared folders, who uses them, and links into them. Never a file or its name.
import { z } from 'zod'
import { driveUsersMax, folderMbMax, folderMbMin, folderNameMax, linkAccesses, linkDaysMax, sharings } from '../../domain/products/drive.ts'
import { rightsHere } from '../authorization/contract.ts'
import { id, inItem, inProduct, madeBy, notTold, time } from './contract.ts'

const nothing = z.strictObject({})

const settings = {
  name: z.string().max(4 * folderNameMax),
  /** In megabytes. */
  quotaMb: z.int().min(folderMbMin).max(folderMbMax),
  /** What links into the folder may allow at most: none at all, to see its files, to change them too. */
  sharing: z.enum(sharings),
  /** Who uses the folder: ids of users of this drive. */
  users: z.array(id).max(driveUsersMax),
}
export const link = z.strictObject({
  id,
  access: z.enum(linkAccesses),
  /** The last day on which it opens the folder. */
  until: z.iso.date(),
  createdAt: time,
  madeBy: madeBy.nullable(),
})
export const folder = z.strictObject({ id, ...settings, usedMb: z.int(), links: z.array(link), changedAt: time })

/** GET …/products/{product}/folders */
export const listFolders = {
  params: inProduct,
  answer: z.discriminatedUnion('isTold', [
    z.strictObject({
      isTold: z.literal(true),
      host: z.string(),
      storageMb: z.int(),
      folders: z.array(folder),
      users: z.array(z.strictObject({ id, name: z.string(), email: z.string(), usedMb: z.int() })),
      ...rightsHere,
    }),
    notTold,
  ]),
  summary: 'The shared folders of a drive, who uses them, and how much they take; never a file',
}

/** POST …/products/{product}/folders. Problems: `limit_reached`. */
export const createFolder = {
  params: inProduct,
  body: z.strictObject({ ...settings, sharing: settings.sharing.default('off'), users: settings.users.default([]) }),
  answer: folder,
  summary: 'Creates a shared folder',
}

/** PUT …/products/{product}/folders/{item}; `changed_meanwhile` when somebody else changed it since `changedAt`. */
export const changeFolder = {
  params: inItem,
  body: z.strictObject({ ...settings, changedAt: time.optional() }),
  answer: folder,
  summary: 'Changes name, storage, sharing and people of a folder; links that go further than it is shared end',
}

/** DELETE …/products/{product}/folders/{item} */
export const deleteFolder = { params: inItem, answer: nothing, summary: 'Deletes a shared folder with its files and links' }

/** POST …/products/{product}/folders/{item}/links. The address is in this answer and nowhere else. Problems: `limit_reached`. */
export const createLink = {
  params: inItem,
  body: z.strictObject({ access: z.enum(linkAccesses).default('see'), days: z.int().min(1).max(linkDaysMax).default(7) }),
  answer: link.extend({ url: z.url() }),
  summary: 'Makes a link that opens a folder for a time',
}

/** DELETE …/products/{product}/links/{item} */
export const removeLink = { params: inItem, answer: nothing, summary: 'Ends a link into a folder' }
