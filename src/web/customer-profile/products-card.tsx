// Products in scope: owner, payer and manager apart, because paying for something makes nobody its owner.
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import type { ProfileProps } from './customer-profile.tsx'

export function ProductsCard({ customer, profile }: ProfileProps) {
  const t = useTexts()
  const { products } = profile
  const payers = {
    customer: customer.name,
    partner: t('customer-profile.products.you'),
    other: t('customer-profile.products.payer.other'),
  }
  const both = t('customer-profile.products.managed.both', { customer: customer.name })
  return (
    <SectionCard title={t('customer-profile.products.title')}>
      {products.length === 0 && <p className="text-muted">{t('customer-profile.products.none')}</p>}
      {products.length > 0 && (
        <ul className="@container flex flex-col divide-y divide-line">
          {products.map(({ id, name, family, owner, payer, managedBy }) => (
            <li key={id} className="grid gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0 @lg:grid-cols-[minmax(0,1.4fr)_repeat(3,minmax(0,1fr))]">
              <span className="min-w-0">
                <span className="block font-medium wrap-anywhere">{name}</span>
                <span className="block text-xs text-muted">{t(`families.${family}`)}</span>
              </span>
              <Party label={t('common.owner')} name={owner} />
              <Party label={t('common.payer')} name={payers[payer]} />
              <Party label={t('common.manager')} name={managedBy.includes('partner') ? both : customer.name} />
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  )
}

function Party({ label, name }: { label: string; name: string }) {
  return (
    <span className="flex min-w-0 justify-between gap-4 @lg:block">
      <span className="block shrink-0 text-xs text-muted">{label}</span>
      <span className="block text-right text-sm wrap-anywhere @lg:text-left">{name}</span>
    </span>
  )
}
