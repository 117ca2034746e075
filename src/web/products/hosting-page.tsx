// Inside a hosting: its websites, and where DNS records lead to it.
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { listSites } from '../../server/products/hosting-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { AddressesCard } from './addresses-card.tsx'
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
          <AddressesCard
            title={t('products.hosting.addresses')}
            description={t('products.hosting.addresses.what')}
            address={hosting.address}
          />
        </>
      )}
    </Loaded>
  )
}
