// Adds a website; when its host belongs to a domain one may manage, the domain can be connected in the same step.
import { useState } from 'react'
import { nameWithin } from '../../domain/products/host-name.ts'
import type { SiteSettings } from '../../domain/products/site.ts'
import { createSite } from '../../server/products/hosting-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import { useFault } from './fault.ts'
import { FormDialog } from './form-dialog.tsx'
import type { HostingHere } from './hosting-page.tsx'
import { newSite, SiteFields } from './site-fields.tsx'

export function NewSiteDialog({ hosting, product, onClose }: HostingHere & { onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const [hostName, setHostName] = useState('')
  const [settings, setSettings] = useState<SiteSettings>(newSite)
  const [connecting, setConnecting] = useState(true)
  const domain = hosting.domains.find(({ name }) => nameWithin(name, hostName.trim().toLowerCase()) !== null)
  const mayConnect = domain?.manage === true
  const save = useCommand({
    run: () =>
      api.post(createSite, `${place.api}/products/{product}/sites`, {
        params: { product },
        body: { hostName, ...settings, domain: mayConnect && connecting ? domain.id : null },
      }),
    done: (site) => t('products.site.added', { host: site.hostName }),
    refreshes: `${place.api}/products`,
    problems: 'inline',
    after: onClose,
  })
  const { at, whole } = useFault(save.error)
  return (
    <FormDialog
      title={t('products.sites.add')}
      submit={t('products.sites.add')}
      busy={save.isPending}
      problem={whole}
      disabled={hostName.trim() === ''}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label={t('products.site.host')}
        hint={t('products.site.host.hint')}
        placeholder="www.example.org"
        value={hostName}
        onChange={setHostName}
        error={at('hostName') ?? at('domain')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {domain && (
        <Checkbox
          label={t('products.site.connect', { domain: domain.name })}
          hint={t(mayConnect ? 'products.site.connect.hint' : 'products.site.connect.not')}
          checked={mayConnect && connecting}
          disabled={!mayConnect}
          onChange={setConnecting}
        />
      )}
      <SiteFields settings={settings} onChange={setSettings} at={at} />
    </FormDialog>
  )
}
