// Products in scope: owner, payer and manager apart, because paying for something makes nobody its owner.
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { type Column, Table } from '../ui/table.tsx'
import type { ProfileProps } from './customer-profile.tsx'

type Product = ProfileProps['profile']['products'][number]

export function ProductsCard({ customer, profile }: ProfileProps) {
  const t = useTexts()
  const { products } = profile
  const payers = { customer: customer.name, partner: t('customer-profile.products.you'), other: t('customer-profile.products.payer.other') }
  const columns: readonly Column<Product>[] = [
    { id: 'name', header: t('common.name'), cell: ({ name }) => <span className="font-medium wrap-anywhere">{name}</span>, main: true },
    { id: 'family', header: t('customer-profile.products.family'), cell: ({ family }) => t(`families.${family}`) },
    { id: 'owner', header: t('common.owner'), cell: ({ owner }) => owner },
    { id: 'payer', header: t('common.payer'), cell: ({ payer }) => payers[payer] },
    {
      id: 'manager',
      header: t('common.manager'),
      cell: ({ managedBy }) =>
        managedBy.includes('partner') ? t('customer-profile.products.managed.both', { customer: customer.name }) : customer.name,
    },
  ]
  return (
    <SectionCard title={t('customer-profile.products.title')} flush={products.length > 0}>
      {products.length === 0 ? (
        <p className="text-muted">{t('customer-profile.products.none')}</p>
      ) : (
        <Table
          bare
          caption={t('customer-profile.products.title')}
          rows={products}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
        />
      )}
    </SectionCard>
  )
}
