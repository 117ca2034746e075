// Who uses a drive: how much of their own they keep in it, and which shared folders they use.
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { DomainText } from './domain-text.tsx'
import type { Drive } from './drive-page.tsx'
import { Megabytes } from './megabytes.tsx'
import { PartHeader } from './part-header.tsx'

type User = Drive['users'][number]

export function DriveUsersSection({ drive }: { drive: Drive }) {
  const t = useTexts()
  const formats = useFormats()
  const foldersOf = ({ id }: User) => drive.folders.filter(({ users }) => users.includes(id)).map(({ name }) => name)
  const columns: readonly Column<User>[] = [
    { id: 'name', header: t('drives.person.name'), main: true, cell: ({ name }) => name },
    { id: 'email', header: t('drives.person.email'), cell: ({ email }) => <DomainText>{email}</DomainText> },
    { id: 'folders', header: t('drives.person.folders'), cell: (user) => formats.list(foldersOf(user)) || '–' },
    { id: 'used', header: t('drives.person.used'), align: 'end', cell: ({ usedMb }) => <Megabytes value={usedMb} /> },
  ]
  return (
    <section aria-labelledby="drive-users" className="flex flex-col gap-3">
      <PartHeader id="drive-users" title={t('drives.people.title')} what={t('drives.people.what')} />
      {drive.users.length === 0 ? (
        <p className="text-muted">{t('drives.people.none')}</p>
      ) : (
        <Table
          density="compact"
          caption={t('drives.people.title')}
          rows={drive.users}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
        />
      )}
    </section>
  )
}
