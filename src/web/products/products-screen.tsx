// Everything an organisation owns, by family: who owns it, who pays, who looks after it, and when it renews.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { PackageOpen } from 'lucide-react'
import { type Family, families } from '../../domain/rights/catalogue.ts'
import { listProducts } from '../../server/products/contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FilterMenu } from '../ui/filter-menu.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { FamilySection } from './family-section.tsx'
import type { Product } from './product.ts'

type Search = { readonly family?: string | readonly string[]; readonly q?: string }

export function ProductsScreen() {
  const t = useTexts()
  const place = usePlace()
  const { data } = useSuspenseQuery(api.query(listProducts, `${place.api}/products`, { params: {}, query: {} }))
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  usePageTitle(t('products.title'))
  const wanted = families.filter((family) => [search.family ?? []].flat().includes(family))
  const found = data.products.filter((product) => fits(product, wanted, search.q ?? ''))
  const owned = families.filter((family) => data.products.some((product) => product.family === family))
  const show = (change: Search) => void navigate({ to: '.', search: { ...search, ...change } as never, replace: true })
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={t('products.title')}
        count={data.products.length}
        description={t(place.kind === 'own' ? 'products.description' : 'products.description.acting')}
        help={<HelpLink />}
      />
      {data.products.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          <div className="w-full sm:w-72">
            <SearchInput
              label={t('products.search')}
              placeholder={t('products.search')}
              value={search.q ?? ''}
              onChange={(q) => show({ q })}
            />
          </div>
          {owned.length > 1 && (
            <FilterMenu<Family>
              label={t('products.family')}
              options={owned.map((value) => ({ value, label: t(`families.${value}`) }))}
              values={wanted}
              onChange={(family) => show({ family })}
            />
          )}
        </div>
      )}
      {families.map((family) => (
        <FamilySection key={family} family={family} products={found.filter((product) => product.family === family)} priced={data.priced} />
      ))}
      {found.length === 0 && <NothingHere none={data.products.length === 0} acting={place.kind === 'acting'} />}
    </div>
  )
}

function fits({ name, family }: Product, wanted: readonly Family[], typed: string): boolean {
  return (wanted.length === 0 || wanted.includes(family)) && name.toLowerCase().includes(typed.trim().toLowerCase())
}

function NothingHere({ none, acting }: { none: boolean; acting: boolean }) {
  const t = useTexts()
  if (!none) return <EmptyState title={t('products.nothing_found')}>{t('products.nothing_found.hint')}</EmptyState>
  return (
    <EmptyState icon={<PackageOpen />} title={t('products.none')}>
      {t(acting ? 'products.none.acting' : 'products.none.hint')}
    </EmptyState>
  )
}
