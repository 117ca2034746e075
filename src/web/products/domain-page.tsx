// Inside a domain: its DNS records and its name servers.
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { listRecords } from '../../server/products/contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Loaded } from './loaded.tsx'
import { NameServersSection } from './name-servers-section.tsx'
import type { ProductHere } from './product.ts'
import { RecordsSection } from './records-section.tsx'

export type Zone = z.output<typeof listRecords.answer>
export type ZoneRecord = Zone['records'][number]
/** Where a zone is read and changed: the address of its product in the API. */
export type ZoneHere = { readonly zone: Zone; readonly product: string; readonly active: boolean }

export function DomainPage({ product }: { product: ProductHere }) {
  const t = useTexts()
  const place = usePlace()
  const records = useQuery(api.query(listRecords, `${place.api}/products/{product}/records`, { params: { product: product.id } }))
  return (
    <Loaded query={records} label={t('products.records.title')}>
      {(zone) => {
        const here: ZoneHere = { zone, product: product.id, active: product.status === 'active' }
        return (
          <>
            <RecordsSection {...here} />
            <NameServersSection {...here} />
          </>
        )
      }}
    </Loaded>
  )
}
