// The products of one family.
import { Link } from '@tanstack/react-router'
import type { Family } from '../../domain/rights/catalogue.ts'
import { useFormats } from '../formats.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Badge } from '../ui/status.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { DomainText } from './domain-text.tsx'
import { FamilyIcon } from './families.tsx'
import { ManagedBy } from './managed-by.tsx'
import type { Product } from './product.ts'
import { Renewal } from './renewal.tsx'

export function FamilySection({ family, products, priced }: { family: Family; products: readonly Product[]; priced: boolean }) {
  const t = useTexts()
  const formats = useFormats()
  const columns = useColumns(priced)
  if (products.length === 0) return null
  return (
    <section aria-labelledby={`family-${family}`} className="flex flex-col gap-3">
      <h2 id={`family-${family}`} className="flex items-center gap-2 text-base font-semibold">
        <FamilyIcon family={family} />
        {t(`families.${family}`)}
        <span className="font-normal text-faint tabular-nums">{formats.number(products.length)}</span>
      </h2>
      <Table caption={t(`families.${family}`)} rows={products} columns={columns} keyOf={({ id }) => id} nameOf={({ name }) => name} />
    </section>
  )
}

function useColumns(priced: boolean): readonly Column<Product>[] {
  const t = useTexts()
  const formats = useFormats()
  const price: Column<Product> = {
    id: 'price',
    header: t('products.price'),
    align: 'end',
    width: 'w-[16.5%]',
    cell: ({ price }) => (price ? t('products.price.per', { amount: formats.money(price), period: price.period }) : '–'),
  }
  return [
    { id: 'name', header: t('products.product'), main: true, width: 'w-[23%]', cell: (product) => <Name product={product} /> },
    { id: 'owner', header: t('common.owner'), width: 'w-[19%]', cell: ({ owner }) => owner },
    { id: 'payer', header: t('common.payer'), width: 'w-[19%]', cell: ({ payer }) => payer },
    { id: 'managers', header: t('common.manager'), width: 'w-[11%]', cell: (product) => <ManagedBy product={product} /> },
    { id: 'renewal', header: t('products.renewal'), width: 'w-[11.5%]', cell: (product) => <Renewal product={product} isBrief /> },
    ...(priced ? [price] : []),
  ]
}

function Name({ product: { id, name, status } }: { product: Product }) {
  const t = useTexts()
  const place = usePlace()
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Link to={`${place.path}/products/${id}` as never} className="rounded-sm hover:underline">
        <DomainText>{name}</DomainText>
      </Link>
      {status === 'locked' && <Badge tone="warning">{t('products.status.locked')}</Badge>}
    </span>
  )
}
