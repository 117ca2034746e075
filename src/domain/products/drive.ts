// A drive as its owner sets it up: shared folders, how much they hold, and how far links lead into them.

export const sharings = ['off', 'see', 'edit'] as const
/** What links into a folder may allow at most: none at all, to see its files, to change them too. */
export type Sharing = (typeof sharings)[number]
export type LinkAccess = Exclude<Sharing, 'off'>
export const linkAccesses = ['see', 'edit'] as const satisfies readonly LinkAccess[]

export const folderMbMin = 100
export const folderMbMax = 2_000_000
export const folderNameMax = 80
export const linkDaysMax = 90
export const foldersMax = 200
/** Into one folder. */
export const linksMax = 50
export const driveUsersMax = 1000

export type FolderSettings = { readonly name: string; readonly quotaMb: number; readonly sharing: Sharing }
export type FolderFault = 'folder_name' | 'folder_name_taken' | 'quota' | 'quota_below_used' | 'storage_full'

/** The name with its spaces tidied; names that differ in nothing but that are the same. */
export const folderName = (written: string): string => written.normalize('NFC').trim().replaceAll(/\s+/gu, ' ')

/** What no file system takes, and what nobody sees. */
const unusable = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|]/u

type Beside = {
  /** What the folder holds already. */
  readonly usedMb: number
  /** Of the whole drive. */
  readonly storageMb: number
  /** The other folders. */
  readonly others: readonly Pick<FolderSettings, 'name' | 'quotaMb'>[]
}

/** Why a folder cannot be like this beside the others; null when it can. Together folders take no more than the drive has. */
export function faultOfFolder({ name, quotaMb }: FolderSettings, { usedMb, storageMb, others }: Beside): FolderFault | null {
  if (name === '' || name.length > folderNameMax || unusable.test(name) || name.startsWith('.') || name.endsWith('.')) return 'folder_name'
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) return 'folder_name_taken'
  if (!Number.isInteger(quotaMb) || quotaMb < folderMbMin || quotaMb > folderMbMax) return 'quota'
  if (quotaMb < usedMb) return 'quota_below_used'
  return others.reduce((taken, other) => taken + other.quotaMb, quotaMb) > storageMb ? 'storage_full' : null
}

/** Whether a link with that access may lead into a folder that is shared like this. */
export function mayLink(sharing: Sharing, access: LinkAccess): boolean {
  return sharings.indexOf(access) <= sharings.indexOf(sharing)
}

/** The links that end when a folder is shared like this from now on. */
export function linksBeyond<L extends { readonly access: LinkAccess }>(links: readonly L[], sharing: Sharing): readonly L[] {
  return links.filter(({ access }) => !mayLink(sharing, access))
}
