// What one may do about a website. Each thing asks for its own right; what is missing says so where a partner might expect it.
import { Link2, Settings2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { deleteSite } from '../../server/products/hosting-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { MenuItem, MoreMenu } from '../ui/menu.tsx'
import { useCommand } from '../use-command.ts'
import { ConnectDialog } from './connect-dialog.tsx'
import type { HostingHere, Site } from './hosting-page.tsx'
import { useMay } from './may.tsx'
import { SiteDialog } from './site-dialog.tsx'

export function SiteActions({ site, ...here }: HostingHere & { site: Site }) {
  const t = useTexts()
  const place = usePlace()
  const may = useMay(here.hosting)
  const [open, setOpen] = useState<'settings' | 'connect' | 'delete'>()
  const close = () => setOpen(undefined)
  const { product } = here
  const { id: item, hostName } = site
  const remove = useCommand({
    run: () => api.delete(deleteSite, `${place.api}/products/{product}/sites/{item}`, { params: { product, item } }),
    done: () => t('products.site.deleted', { host: hostName }),
    refreshes: `${place.api}/products`,
    after: close,
  })
  const manage = { disabled: !may.allows('hosting.manage'), hint: may.whyInShort('hosting.manage') }
  return (
    <>
      <MoreMenu label={t('products.actions_for', { name: hostName })}>
        {may.shows('hosting.manage') && (
          <MenuItem icon={<Settings2 aria-hidden="true" />} {...manage} onSelect={() => setOpen('settings')}>
            {t('products.site.do.settings')}
          </MenuItem>
        )}
        {may.shows('hosting.manage') && (
          <MenuItem icon={<Link2 aria-hidden="true" />} {...manage} onSelect={() => setOpen('connect')}>
            {t('products.site.do.connect')}
          </MenuItem>
        )}
        {may.shows('product.delete') && (
          <MenuItem
            icon={<Trash2 aria-hidden="true" />}
            danger
            disabled={!may.allows('product.delete')}
            hint={may.whyInShort('product.delete')}
            onSelect={() => setOpen('delete')}
          >
            {t('products.site.do.delete')}
          </MenuItem>
        )}
      </MoreMenu>
      {open === 'settings' && <SiteDialog {...here} site={site} onClose={close} />}
      {open === 'connect' && <ConnectDialog {...here} site={site} onClose={close} />}
      <ConfirmDialog
        open={open === 'delete'}
        onOpenChange={(next) => !next && close()}
        title={t('products.site.delete.title', { host: hostName })}
        confirm={t('products.site.do.delete')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined)}
      >
        <p>{t('products.site.delete.what')}</p>
        {place.kind === 'acting' && <p className="mt-2">{t('products.told_at_once')}</p>}
      </ConfirmDialog>
    </>
  )
}
