// The shared folders of a drive: how full they are, how far links lead into them, and who uses them.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useFormats } from '../formats.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { type Column, Table } from '../ui/table.tsx'
import type { DriveHere, Folder } from './drive-page.tsx'
import { FolderActions } from './folder-actions.tsx'
import { FolderDialog } from './folder-dialog.tsx'
import { Gate, WhyNot } from './may.tsx'
import { PartHeader } from './part-header.tsx'
import { StorageUse } from './storage-use.tsx'

export function FoldersSection(here: DriveHere) {
  const { drive, active } = here
  const t = useTexts()
  const acting = usePlace().kind === 'acting'
  const [adding, setAdding] = useState(false)
  const columns = useColumns(here)
  const create = (
    <Gate rights={drive} right="drive.manage">
      {(disabled) => (
        <Button kind="primary" icon={<Plus aria-hidden="true" />} disabled={disabled || !active} onClick={() => setAdding(true)}>
          {t('drives.folders.create')}
        </Button>
      )}
    </Gate>
  )
  return (
    <section aria-labelledby="folders" className="flex flex-col gap-3">
      <PartHeader
        id="folders"
        title={t('drives.folders.title')}
        what={t('drives.folders.what')}
        action={drive.folders.length > 0 && create}
      />
      <WhyNot rights={drive} wanted={['drive.manage']} />
      {drive.folders.length === 0 ? (
        <EmptyState title={t('drives.folders.none')} level={3} action={create}>
          {t('drives.folders.none.hint')}
        </EmptyState>
      ) : (
        <Table
          caption={t('drives.folders.title')}
          rows={drive.folders}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
          {...(active && (acting || drive.may.length > 1) && { actions: (folder: Folder) => <FolderActions {...here} folder={folder} /> })}
        />
      )}
      {adding && <FolderDialog {...here} onClose={() => setAdding(false)} />}
    </section>
  )
}

function useColumns({ drive }: DriveHere): readonly Column<Folder>[] {
  const t = useTexts()
  const formats = useFormats()
  const names = ({ users }: Folder) => formats.list(drive.users.filter(({ id }) => users.includes(id)).map(({ name }) => name))
  return [
    { id: 'name', header: t('drives.folder.name'), main: true, cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
    {
      id: 'storage',
      header: t('drives.folder.storage'),
      cell: ({ usedMb, quotaMb }) => <StorageUse usedMb={usedMb} quotaMb={quotaMb} />,
    },
    {
      id: 'sharing',
      header: t('drives.folder.sharing'),
      cell: ({ sharing, links }) => (
        <>
          {t(`drives.sharing.${sharing}`)}
          {sharing !== 'off' && <span className="block text-muted">{t('drives.folder.links', { count: links.length })}</span>}
        </>
      ),
    },
    {
      id: 'people',
      header: t('drives.folder.people'),
      cell: (folder) => names(folder) || <span className="text-muted">{t('drives.folder.people.none')}</span>,
    },
  ]
}
