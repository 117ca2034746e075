// Inside a drive: how much it holds, its shared folders, and who uses it. Never a file.
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { listFolders } from '../../server/products/drive-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Copied } from './addresses-card.tsx'
import { DriveUsersSection } from './drive-users-section.tsx'
import { FoldersSection } from './folders-section.tsx'
import { Loaded } from './loaded.tsx'
import { storageIn } from './megabytes.tsx'
import { NotTold } from './not-told.tsx'
import type { ProductHere } from './product.ts'
import { UseBar } from './storage-use.tsx'

export type Drive = Extract<z.output<typeof listFolders.answer>, { isTold: true }>
export type Folder = Drive['folders'][number]
export type DriveHere = { readonly drive: Drive; readonly product: string; readonly active: boolean }

export function DrivePage({ product }: { product: ProductHere }) {
  const t = useTexts()
  const place = usePlace()
  const folders = useQuery(api.query(listFolders, `${place.api}/products/{product}/folders`, { params: { product: product.id } }))
  return (
    <Loaded query={folders} label={t('drives.folders.title')}>
      {(drive) => {
        if (!drive.isTold) return <NotTold name={product.name} />
        const here: DriveHere = { drive, product: product.id, active: product.status === 'active' }
        return (
          <>
            <Storage drive={drive} />
            <FoldersSection {...here} />
            <DriveUsersSection drive={drive} />
          </>
        )
      }}
    </Loaded>
  )
}

function Storage({ drive: { folders, users, storageMb, host } }: { drive: Drive }) {
  const t = useTexts()
  const formats = useFormats()
  const shown = (megabytes: number) => storageIn(megabytes, formats.number)
  const inFolders = folders.reduce((sum, { usedMb }) => sum + usedMb, 0)
  const ofPeople = users.reduce((sum, { usedMb }) => sum + usedMb, 0)
  const used = inFolders + ofPeople
  return (
    <SectionCard title={t('drives.storage.title')}>
      <div className="flex flex-col gap-4">
        <div className="flex max-w-prose flex-col gap-1.5">
          <p className="font-medium tabular-nums">{t('drives.storage.used', { used: shown(used), total: shown(storageMb) })}</p>
          <UseBar share={used / storageMb} />
          <p className="text-muted tabular-nums">{t('drives.storage.parts', { folders: shown(inFolders), people: shown(ofPeople) })}</p>
        </div>
        <DefinitionList items={[{ term: t('drives.host'), value: <Copied text={host} label={t('drives.host')} /> }]} />
      </div>
    </SectionCard>
  )
}
