// How a website is served: folder, PHP version, certificate, HTTPS.
import { type PhpVersion, phpVersions, type SiteSettings } from '../../domain/products/site.ts'
import { useTexts } from '../texts.tsx'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextInput } from '../ui/text-input.tsx'
import type { Fault } from './fault.ts'

export const newSite: SiteSettings = { documentRoot: '/', phpVersion: '8.4', certificate: 'automatic', forceHttps: true }

export function SiteFields({
  settings,
  onChange,
  at,
}: { settings: SiteSettings; onChange: (settings: SiteSettings) => void } & Pick<Fault, 'at'>) {
  const t = useTexts()
  const { documentRoot, phpVersion, certificate, forceHttps } = settings
  const secured = certificate === 'automatic'
  return (
    <>
      <TextInput
        label={t('products.site.document_root')}
        hint={t('products.site.document_root.hint')}
        value={documentRoot}
        onChange={(next) => onChange({ ...settings, documentRoot: next })}
        error={at('documentRoot')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Select<PhpVersion>
        label={t('products.site.php')}
        options={phpVersions.map((value) => ({ value, label: `PHP ${value}` }))}
        value={phpVersion}
        onChange={(next) => onChange({ ...settings, phpVersion: next })}
      />
      <Switch
        label={t('products.site.certificate')}
        hint={t('products.site.certificate.hint')}
        checked={secured}
        onChange={(on) => onChange({ ...settings, certificate: on ? 'automatic' : 'none', forceHttps: on && forceHttps })}
      />
      <Switch
        label={t('products.site.https')}
        hint={t('products.site.https.hint')}
        checked={forceHttps}
        disabled={!secured}
        onChange={(on) => onChange({ ...settings, forceHttps: on })}
      />
    </>
  )
}
