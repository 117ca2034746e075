// Export CSV in the menu of one customer: the products at once, and behind the small arrow the other files and all of them.
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { ChevronRight, FileDown } from 'lucide-react'
import { customerFiles } from '../../server/exports/contract.ts'
import { addressOf } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { classNames } from '../ui/class-names.ts'
import { MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { optionClass, popupClass } from '../ui/popup-class.ts'
import { startDownload } from './start-download.ts'

export type CustomerExportItemsProps = { organisation: string; customer: Readonly<{ id: string; name: string }> }

export function CustomerExportItems({ organisation, customer }: CustomerExportItemsProps) {
  const t = useTexts()
  const download = (file: (typeof customerFiles)[number] | 'all') =>
    startDownload(
      addressOf('/api/o/{organisation}/customers/{managedCustomer}/export', {
        params: { organisation, managedCustomer: customer.id },
        query: { file },
      }),
    )
  return (
    <div className="flex items-stretch">
      <div className="grow">
        <MenuItem icon={<FileDown aria-hidden="true" />} onSelect={() => download('products')}>
          {t('exports.customer.csv')}
        </MenuItem>
      </div>
      <BaseMenu.SubmenuRoot>
        <BaseMenu.SubmenuTrigger
          aria-label={t('exports.customer.more', { customer: customer.name })}
          className={classNames(optionClass, 'text-muted')}
        >
          <ChevronRight aria-hidden="true" />
        </BaseMenu.SubmenuTrigger>
        <BaseMenu.Portal>
          <BaseMenu.Positioner sideOffset={4} collisionPadding={8} className="z-50 outline-none">
            <BaseMenu.Popup className={classNames(popupClass, 'max-w-72 min-w-44 p-1')}>
              {customerFiles.map((file) => (
                <MenuItem key={file} onSelect={() => download(file)}>
                  {t(`exports.customer.${file}`)}
                </MenuItem>
              ))}
              <MenuSeparator />
              <MenuItem onSelect={() => download('all')}>{t('exports.customer.all')}</MenuItem>
              <p className="px-2 pt-1 pb-1.5 text-xs text-muted">{t('exports.customer.told')}</p>
            </BaseMenu.Popup>
          </BaseMenu.Positioner>
        </BaseMenu.Portal>
      </BaseMenu.SubmenuRoot>
    </div>
  )
}
