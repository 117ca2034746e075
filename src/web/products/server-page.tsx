// Inside a server: whether it runs and how busy it is, snapshots, what the firewall lets in, and whose keys open it.
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { getServer } from '../../server/products/server-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { AddressesCard } from './addresses-card.tsx'
import { FirewallSection } from './firewall-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { Loaded } from './loaded.tsx'
import { NotTold } from './not-told.tsx'
import { PowerCard } from './power-card.tsx'
import type { ProductHere } from './product.ts'
import { SnapshotsSection } from './snapshots-section.tsx'

export type Server = Extract<z.output<typeof getServer.answer>, { isTold: true }>
export type ServerHere = { readonly server: Server; readonly product: string; readonly name: string; readonly active: boolean }

export function ServerPage({ product }: { product: ProductHere }) {
  const t = useTexts()
  const place = usePlace()
  const inside = useQuery(api.query(getServer, `${place.api}/products/{product}/server`, { params: { product: product.id } }))
  return (
    <Loaded query={inside} label={t('servers.title')}>
      {(server) => {
        if (!server.isTold) return <NotTold name={product.name} />
        const here: ServerHere = { server, product: product.id, name: product.name, active: product.status === 'active' }
        return (
          <>
            <PowerCard {...here} />
            <SnapshotsSection {...here} />
            <FirewallSection {...here} />
            <KeysSection {...here} />
            <AddressesCard title={t('servers.addresses')} address={server} />
          </>
        )
      }}
    </Loaded>
  )
}
