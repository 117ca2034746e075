// Inside a hosting: its websites, and where DNS records lead to it.
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { listSites } from '../../server/products/hosting-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Loaded } from './loaded.tsx'
import type { ProductHere } from './product.ts'
import { SitesSection } from './sites-section.tsx'

export type Hosting = z.output<typeof listSites.answer>
export type Site = Hosting['sites'][number]
export type HostingHere = { readonly hosting: Hosting; readonly product: string; readonly active: boolean }

export function HostingPage({ product }: { product: ProductHere }) {
  const t = useTexts()
  const place = usePlace()
  const sites = useQuery(api.query(listSites, `${place.api}/products/{product}/sites`, { params: { product: product.id } }))
  return (
    <Loaded query={sites} label={t('products.sites.title')}>
      {(hosting) => (
        <>
          <SitesSection hosting={hosting} product={product.id} active={product.status === 'active'} />
          <Addresses address={hosting.address} />
        </>
      )}
    </Loaded>
  )
}

function Addresses({ address: { host, ipv4, ipv6 } }: Pick<Hosting, 'address'>) {
  const t = useTexts()
  const shown = [
    { term: t('products.hosting.host'), text: host },
    { term: 'IPv4', text: ipv4 },
    ...(ipv6 === null ? [] : [{ term: 'IPv6', text: ipv6 }]),
  ]
  return (
    <SectionCard title={t('products.hosting.addresses')} description={t('products.hosting.addresses.what')}>
      <DefinitionList
        items={shown.map(({ term, text }) => ({
          id: term,
          term,
          value: (
            <span className="flex items-center gap-2">
              <span className="min-w-0 font-mono text-xs wrap-anywhere">{text}</span>
              <CopyButton iconOnly text={text} label={t('products.copy', { what: term })} />
            </span>
          ),
        }))}
      />
    </SectionCard>
  )
}
