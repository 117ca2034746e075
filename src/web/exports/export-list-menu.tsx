// The list as a file, as it is filtered and sorted on screen: for people or for programs.
import { Download, FileCode, FileSpreadsheet } from 'lucide-react'
import { memo } from 'react'
import { addressOf } from '../api.ts'
import { type ListState, writeState } from '../managed-customers/list-state.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Menu, MenuGroup, MenuItem } from '../ui/menu.tsx'
import { startDownload } from './start-download.ts'

export type ExportListMenuProps = {
  organisation: string
  /** As it is when the file is asked for. */
  stateNow: () => ListState
  total: number | null
}

export const ExportListMenu = memo(function ExportListMenu({ organisation, stateNow, total }: ExportListMenuProps) {
  const t = useTexts()
  const download = (form: 'excel' | 'machine') =>
    startDownload(
      addressOf('/api/o/{organisation}/customers/export', { params: { organisation }, query: { ...writeState(stateNow()), form } }),
    )
  const scope = total === null ? t('exports.menu.scope_matching') : t('exports.menu.scope', { count: total })
  return (
    <Menu
      trigger={
        // On a phone it leaves the line to what is done more often.
        <Button icon={<Download aria-hidden="true" className="sm:hidden" />}>
          <span className="max-sm:sr-only">{t('exports.menu')}</span>
        </Button>
      }
    >
      <MenuGroup label={scope}>
        <MenuItem icon={<FileSpreadsheet aria-hidden="true" />} hint={t('exports.menu.excel_hint')} onSelect={() => download('excel')}>
          {t('exports.menu.excel')}
        </MenuItem>
        <MenuItem icon={<FileCode aria-hidden="true" />} hint={t('exports.menu.machine_hint')} onSelect={() => download('machine')}>
          {t('exports.menu.machine')}
        </MenuItem>
      </MenuGroup>
    </Menu>
  )
})
