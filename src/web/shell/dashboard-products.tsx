// How many products of each family the organisation has, each a way to them.
import { Globe, HardDrive, type LucideIcon, Mail, Package, PanelsTopLeft, Server } from 'lucide-react'
import type { Family } from '../../domain/rights/catalogue.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Stat, StatGrid } from '../ui/stat.tsx'
import type { Overview } from './dashboard.tsx'

const icons: Readonly<Partial<Record<Family, LucideIcon>>> = {
  domain: Globe,
  mail: Mail,
  hosting: PanelsTopLeft,
  drive: HardDrive,
  server: Server,
}

export function DashboardProducts({ products, organisation }: { products: Overview['products']; organisation: string }) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <section aria-labelledby="products" className="flex flex-col gap-3">
      <h2 id="products" className="text-base font-semibold">
        {t('shell.overview.products')}
      </h2>
      {products.length === 0 ? (
        <EmptyState title={t('shell.overview.no_products')} level={3}>
          {t('shell.overview.no_products_hint')}
        </EmptyState>
      ) : (
        <StatGrid>
          {products.map(({ family, count }) => {
            const Icon = icons[family] ?? Package
            return (
              <Stat
                key={family}
                icon={<Icon aria-hidden="true" />}
                label={t(`families.${family}`)}
                value={formats.number(count)}
                link={{ to: '/o/$organisation/products', params: { organisation }, search: { family } }}
              />
            )
          })}
        </StatGrid>
      )}
    </section>
  )
}
