// The selected customers as a file: the ticked ones, or all that the filters leave; for people or for programs.
import { FileCode, FileSpreadsheet } from 'lucide-react'
import { tickedMax } from '../../server/managed-customers/contract.ts'
import { addressOf } from '../api.ts'
import { startDownload } from '../exports/start-download.ts'
import type { Selected } from '../managed-customers/selection.ts'
import { useTexts } from '../texts.tsx'
import { MenuItem } from '../ui/menu.tsx'

type ExportItemsProps = { organisation: string; selected: Selected; filter: Record<string, unknown> }

export function ExportItems({ organisation, selected, filter }: ExportItemsProps) {
  const t = useTexts()
  const named = [...(selected.kind === 'all' ? selected.except : selected.ids)]
  const isTooMuch = named.length > tickedMax
  const { sort, direction } = filter
  const except = named.length > 0 ? { except: named.join(',') } : {}
  const rows = selected.kind === 'all' ? { ...filter, ...except } : { ids: named.join(','), sort, direction }
  const download = (form: 'excel' | 'machine') =>
    startDownload(addressOf('/api/o/{organisation}/customers/export', { params: { organisation }, query: { ...rows, form } as never }))
  const hint = isTooMuch ? t('lists.export.too_many', { count: tickedMax }) : undefined
  return (
    <>
      <MenuItem icon={<FileSpreadsheet aria-hidden="true" />} hint={hint} disabled={isTooMuch} onSelect={() => download('excel')}>
        {t('lists.export.excel')}
      </MenuItem>
      <MenuItem icon={<FileCode aria-hidden="true" />} hint={hint} disabled={isTooMuch} onSelect={() => download('machine')}>
        {t('lists.export.machine')}
      </MenuItem>
    </>
  )
}
