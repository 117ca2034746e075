// The selected customers as a file: the ticked ones, or all that the filters leave; for people or for programs.
import { FileCode, FileSpreadsheet } from 'lucide-react'
import { tickedMax } from '../../server/managed-customers/contract.ts'
import { addressOf } from '../api.ts'
import { startDownload } from '../exports/start-download.ts'
import { useTexts } from '../texts.tsx'
import { MenuItem } from '../ui/menu.tsx'

type ExportItemsProps = { organisation: string; ids: readonly string[]; isAll: boolean; filter: Record<string, unknown> }

export function ExportItems({ organisation, ids, isAll, filter }: ExportItemsProps) {
  const t = useTexts()
  const isTooMuch = !isAll && ids.length > tickedMax
  const { sort, direction } = filter
  const rows = isAll
    ? filter
    : { ids: ids.join(','), ...(sort === undefined ? {} : { sort }), ...(direction === undefined ? {} : { direction }) }
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
