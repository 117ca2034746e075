// The websites of a hosting: what they answer to, how they are served, how often they are seen.
import { Plus, SquareArrowOutUpRight } from 'lucide-react'
import { useState } from 'react'
import { useFormats } from '../formats.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Status } from '../ui/status.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { DomainText } from './domain-text.tsx'
import type { HostingHere, Site } from './hosting-page.tsx'
import { Gate, WhyNot } from './may.tsx'
import { Megabytes } from './megabytes.tsx'
import { NewSiteDialog } from './new-site-dialog.tsx'
import { SiteActions } from './site-actions.tsx'

export function SitesSection(here: HostingHere) {
  const { hosting, active } = here
  const t = useTexts()
  const acting = usePlace().kind === 'acting'
  const [adding, setAdding] = useState(false)
  const columns = useColumns()
  const add = (
    <Gate rights={hosting} right="hosting.manage">
      {(disabled) => (
        <Button kind="primary" icon={<Plus aria-hidden="true" />} disabled={disabled || !active} onClick={() => setAdding(true)}>
          {t('products.sites.add')}
        </Button>
      )}
    </Gate>
  )
  return (
    <section aria-labelledby="sites" className="flex flex-col gap-3">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="sites" className="text-base font-semibold">
          {t('products.sites.title')}
        </h2>
        {hosting.sites.length > 0 && add}
      </header>
      <WhyNot rights={hosting} wanted={['hosting.manage']} />
      {hosting.sites.length === 0 ? (
        <EmptyState title={t('products.sites.none')} level={3} action={add}>
          {t('products.sites.none.hint')}
        </EmptyState>
      ) : (
        <Table
          caption={t('products.sites.title')}
          rows={hosting.sites}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={({ hostName }) => hostName}
          {...(active && (acting || hosting.may.length > 1) && { actions: (site: Site) => <SiteActions {...here} site={site} /> })}
        />
      )}
      {adding && <NewSiteDialog {...here} onClose={() => setAdding(false)} />}
    </section>
  )
}

function useColumns(): readonly Column<Site>[] {
  const t = useTexts()
  const formats = useFormats()
  return [
    { id: 'host', header: t('products.site.host'), main: true, cell: (site) => <Host site={site} /> },
    {
      id: 'domain',
      header: t('products.site.domain'),
      cell: (site) => <Connected site={site} />,
    },
    { id: 'php', header: 'PHP', cell: ({ phpVersion }) => phpVersion },
    { id: 'certificate', header: t('products.site.certificate'), cell: (site) => <Certificate site={site} /> },
    {
      id: 'visits',
      header: t('products.site.visits'),
      align: 'end',
      cell: ({ visitsLastMonth }) => formats.number(visitsLastMonth),
    },
    {
      id: 'storage',
      header: t('products.site.storage'),
      align: 'end',
      wideOnly: true,
      cell: ({ storageMb }) => <Megabytes value={storageMb} />,
    },
  ]
}

function Host({ site: { hostName, forceHttps, documentRoot } }: { site: Site }) {
  const t = useTexts()
  return (
    <span className="min-w-0 @4xl/wide-table:whitespace-nowrap @4xl/wide-table:[&_wbr]:hidden">
      <a
        href={`${forceHttps ? 'https' : 'http'}://${hostName}/`}
        target="_blank"
        rel="noopener noreferrer"
        className="inline-flex items-center gap-1.5 rounded-sm hover:underline"
      >
        <DomainText>{hostName}</DomainText>
        <SquareArrowOutUpRight aria-label={t('products.site.open')} className="size-3.5 shrink-0 text-faint" />
      </a>
      {documentRoot !== '/' && <span className="block font-mono text-xs font-normal text-muted">{documentRoot}</span>}
    </span>
  )
}

/** Whether DNS leads here, as far as it is ours to know. */
function Connected({ site: { domain, connected } }: { site: Site }) {
  const t = useTexts()
  if (domain === null) return <span className="text-muted">{t('products.site.elsewhere')}</span>
  if (connected) return <Status tone="success">{t('products.site.connected')}</Status>
  return (
    <Status tone="warning" mark="empty">
      {t('products.site.not_connected')}
    </Status>
  )
}

function Certificate({ site: { certificate, forceHttps } }: { site: Site }) {
  const t = useTexts()
  if (certificate === 'none')
    return (
      <Status tone="warning" mark="empty">
        {t('products.site.certificate.none')}
      </Status>
    )
  return <Status tone="success">{t(forceHttps ? 'products.site.certificate.forced' : 'products.site.certificate.automatic')}</Status>
}
