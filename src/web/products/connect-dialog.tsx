// Leads one of the organisation's domains to a website; says where the records must be set by hand.
import { nameWithin } from '../../domain/products/host-name.ts'
import { recordsLeadingTo } from '../../domain/products/site.ts'
import { connectDomain } from '../../server/products/hosting-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { useCommand } from '../use-command.ts'
import { useFault } from './fault.ts'
import { FormDialog } from './form-dialog.tsx'
import type { HostingHere, Site } from './hosting-page.tsx'

export function ConnectDialog({ hosting, product, site, onClose }: HostingHere & { site: Site; onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const domain = hosting.domains.find(({ name }) => nameWithin(name, site.hostName) !== null)
  const records = recordsLeadingTo(hosting.address, domain?.name ?? site.hostName.split('.').slice(-2).join('.'), site.hostName)
  const connect = useCommand({
    run: () =>
      api.put(connectDomain, `${place.api}/products/{product}/sites/{item}/domain`, {
        params: { product, item: site.id },
        body: { domain: domain?.id ?? '' },
      }),
    done: () => t('products.site.now_connected', { host: site.hostName }),
    refreshes: `${place.api}/products`,
    problems: 'inline',
    after: onClose,
  })
  const { at, whole } = useFault(connect.error)
  const may = domain?.manage === true
  return (
    <FormDialog
      title={t('products.connect.title', { host: site.hostName })}
      submit={t('products.connect.submit')}
      busy={connect.isPending}
      problem={whole}
      disabled={!may}
      onSubmit={() => connect.mutate(undefined)}
      onClose={onClose}
    >
      {at('domain') && <Banner tone="danger">{at('domain')}</Banner>}
      <p className="max-w-prose">
        {t(may ? 'products.connect.what' : domain ? 'products.connect.no_right' : 'products.connect.elsewhere')}
      </p>
      <ul className="flex flex-col gap-1 rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs">
        {records.map(({ name, type, value }) => (
          <li key={`${type} ${value}`} className="wrap-anywhere">
            {name} {type} {value}
          </li>
        ))}
      </ul>
      {may && <p className="text-xs text-muted">{t('products.connect.replaces')}</p>}
    </FormDialog>
  )
}
