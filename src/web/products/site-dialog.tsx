// Changes how a website is served.
import type { SiteSettings } from '../../domain/products/site.ts'
import { changeSite } from '../../server/products/hosting-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { useCommand } from '../use-command.ts'
import { useDraftOf } from '../use-draft-of.ts'
import { useFault } from './fault.ts'
import { FormDialog } from './form-dialog.tsx'
import type { HostingHere, Site } from './hosting-page.tsx'
import { SiteFields } from './site-fields.tsx'

export function SiteDialog({ product, site, onClose }: HostingHere & { site: Site; onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const { documentRoot, phpVersion, certificate, forceHttps } = site
  const now: SiteSettings = { documentRoot, phpVersion, certificate, forceHttps }
  const { draft: settings, change, isChangedByOthers, unsaid } = useDraftOf(now, site.changedAt)
  const save = useCommand({
    run: () =>
      api.put(changeSite, `${place.api}/products/{product}/sites/{item}`, {
        params: { product, item: site.id },
        body: { ...settings, changedAt: site.changedAt },
      }),
    done: () => t('products.site.changed', { host: site.hostName }),
    refreshes: `${place.api}/products`,
    problems: 'inline',
    after: onClose,
  })
  const { at, whole } = useFault(unsaid(save.error))
  return (
    <FormDialog
      title={site.hostName}
      submit={t('products.site.save')}
      busy={save.isPending}
      problem={whole}
      isChangedByOthers={isChangedByOthers}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <SiteFields settings={settings} onChange={change} at={at} />
    </FormDialog>
  )
}
