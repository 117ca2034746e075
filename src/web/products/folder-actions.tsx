// What one may do about a shared folder. Each thing asks for its own right; what is missing says so where a partner might expect it.
import { Link2, Settings2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { deleteFolder } from '../../server/products/drive-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { MenuItem, MoreMenu } from '../ui/menu.tsx'
import { useCommand } from '../use-command.ts'
import type { DriveHere, Folder } from './drive-page.tsx'
import { FolderDialog } from './folder-dialog.tsx'
import { LinksDialog } from './links-dialog.tsx'
import { useMay } from './may.tsx'

const acts = [
  { act: 'settings', right: 'drive.manage', icon: <Settings2 aria-hidden="true" /> },
  { act: 'links', right: 'drive.content', icon: <Link2 aria-hidden="true" /> },
  { act: 'delete', right: 'product.delete', icon: <Trash2 aria-hidden="true" /> },
] as const

export function FolderActions({ folder, ...here }: DriveHere & { folder: Folder }) {
  const t = useTexts()
  const may = useMay(here.drive)
  const [open, setOpen] = useState<(typeof acts)[number]['act']>()
  const close = () => setOpen(undefined)
  // Whoever looks after a folder sees its links and ends them; to make one is another right.
  const allows = ({ act, right }: (typeof acts)[number]) =>
    may.allows(right) || (act === 'links' && folder.links.length > 0 && may.allows('drive.manage'))
  const shown = acts.filter((one) => may.shows(one.right) || allows(one))
  if (shown.length === 0) return null
  return (
    <>
      <MoreMenu label={t('products.actions_for', { name: folder.name })}>
        {shown.map((one) => (
          <MenuItem
            key={one.act}
            icon={one.icon}
            danger={one.act === 'delete'}
            disabled={!allows(one)}
            hint={allows(one) ? undefined : may.whyInShort(one.right)}
            onSelect={() => setOpen(one.act)}
          >
            {t(`drives.folder.do.${one.act}`)}
          </MenuItem>
        ))}
      </MoreMenu>
      {open === 'settings' && <FolderDialog {...here} folder={folder} onClose={close} />}
      {open === 'links' && <LinksDialog {...here} folder={folder} onClose={close} />}
      <DeleteDialog {...here} folder={folder} open={open === 'delete'} onClose={close} />
    </>
  )
}

function DeleteDialog({ product, folder, open, onClose }: DriveHere & { folder: Folder; open: boolean; onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const { id: item, name } = folder
  const remove = useCommand({
    run: () => api.delete(deleteFolder, `${place.api}/products/{product}/folders/{item}`, { params: { product, item } }),
    done: () => t('drives.folder.deleted', { name }),
    refreshes: `${place.api}/products`,
    after: onClose,
  })
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('drives.folder.delete.title', { name })}
      confirm={t('drives.folder.do.delete')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate(undefined)}
    >
      <p>{t('drives.folder.delete.what')}</p>
      {place.kind === 'acting' && <p className="mt-2">{t('products.told_at_once')}</p>}
    </ConfirmDialog>
  )
}
