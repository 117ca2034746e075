// Creates a shared folder, or changes its settings: name, storage, how far links lead into it, who uses it.
import { folderMbMin, folderNameMax, linksBeyond, type Sharing, sharings } from '../../domain/products/drive.ts'
import { changeFolder, createFolder } from '../../server/products/drive-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { MultiCombobox } from '../ui/multi-combobox.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import { useDraftOf } from '../use-draft-of.ts'
import type { DriveHere, Folder } from './drive-page.tsx'
import { useFault } from './fault.ts'
import { FormDialog } from './form-dialog.tsx'
import { storageIn } from './megabytes.tsx'

export function FolderDialog({ drive, product, folder, onClose }: DriveHere & { folder?: Folder; onClose: () => void }) {
  const t = useTexts()
  const formats = useFormats()
  const place = usePlace()
  const { draft, change, isChangedByOthers, unsaid } = useDraftOf(draftOf(folder), folder?.changedAt ?? null)
  const { name, gigabytes, sharing, users } = draft
  const others = drive.folders.filter((one) => one !== folder).reduce((sum, { quotaMb }) => sum + quotaMb, 0)
  const ended = linksBeyond(folder?.links ?? [], sharing).length
  const save = useCommand({
    run: () => {
      const quotaMb = Math.round(Number(gigabytes.replace(',', '.')) * 1000)
      const body = { name, quotaMb: Number.isFinite(quotaMb) ? quotaMb : 0, sharing, users: [...users] }
      if (!folder) return api.post(createFolder, `${place.api}/products/{product}/folders`, { params: { product }, body })
      const params = { product, item: folder.id }
      return api.put(changeFolder, `${place.api}/products/{product}/folders/{item}`, {
        params,
        body: { ...body, changedAt: folder.changedAt },
      })
    },
    done: (saved) => t(folder ? 'drives.folder.changed' : 'drives.folder.created', { name: saved.name }),
    refreshes: `${place.api}/products`,
    problems: 'inline',
    after: onClose,
  })
  const { at, whole } = useFault(unsaid(save.error))
  return (
    <FormDialog
      title={folder ? folder.name : t('drives.folders.create')}
      submit={t(folder ? 'drives.folder.save' : 'drives.folders.create')}
      busy={save.isPending}
      problem={whole}
      isChangedByOthers={isChangedByOthers}
      disabled={name.trim() === ''}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label={t('drives.folder.name')}
        value={name}
        onChange={(name) => change({ name })}
        maxLength={folderNameMax}
        error={at('name')}
      />
      <TextInput
        label={t('drives.folder.storage')}
        hint={t('drives.folder.storage.hint', { min: folderMbMin / 1000, left: storageIn(drive.storageMb - others, formats.number) })}
        inputMode="decimal"
        after="GB"
        value={gigabytes}
        onChange={(gigabytes) => change({ gigabytes })}
        error={at('quotaMb')}
      />
      <Select<Sharing>
        label={t('drives.folder.sharing')}
        options={sharings.map((value) => ({ value, label: t(`drives.sharing.${value}`), hint: t(`drives.sharing.${value}.hint`) }))}
        value={sharing}
        onChange={(sharing) => change({ sharing })}
      />
      {ended > 0 && <Banner tone="warning">{t('drives.sharing.ends', { count: ended })}</Banner>}
      <MultiCombobox
        label={t('drives.folder.people')}
        placeholder={t('drives.folder.people.choose')}
        options={drive.users.map(({ id, name: label, email }) => ({ value: id, label, hint: email }))}
        values={users}
        onChange={(users) => change({ users })}
      />
    </FormDialog>
  )
}

type Draft = { readonly name: string; readonly gigabytes: string; readonly sharing: Sharing; readonly users: readonly string[] }

function draftOf(folder: Folder | undefined): Draft {
  const { name = '', quotaMb = 10_000, sharing = 'off', users = [] } = folder ?? {}
  return { name, gigabytes: String(quotaMb / 1000), sharing, users }
}
