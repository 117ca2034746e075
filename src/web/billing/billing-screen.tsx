// What an organisation pays: what is due first, then invoices, orders, payment methods and the billing address.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'
import { getBilling } from '../../server/billing/contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { BillingProfile } from './billing-profile.tsx'
import { Due } from './due.tsx'
import { InvoicesList } from './invoices-list.tsx'
import { OrdersList } from './orders-list.tsx'
import { PaymentMethods } from './payment-methods.tsx'

export type Billing = z.output<typeof getBilling.answer>

const parts = ['invoices', 'orders', 'methods', 'profile'] as const

export function BillingScreen() {
  const t = useTexts()
  const place = usePlace()
  const navigate = useNavigate()
  const search: { readonly part?: string } = useSearch({ strict: false })
  const { data } = useSuspenseQuery(api.query(getBilling, `${place.api}/billing`, { params: {} }))
  usePageTitle(t('billing.title'))
  const contents = {
    invoices: <InvoicesList />,
    orders: <OrdersList />,
    methods: <PaymentMethods billing={data} />,
    profile: <BillingProfile billing={data} />,
  }
  return (
    <div className="flex max-w-6xl flex-col gap-6">
      <PageHeader
        title={t('billing.title')}
        description={t(place.kind === 'own' ? 'billing.description' : 'billing.description.acting')}
        help={<HelpLink />}
      />
      <Due billing={data} />
      <Tabs
        label={t('billing.title')}
        value={parts.find((part) => part === search.part) ?? 'invoices'}
        onChange={(part) => void navigate({ to: '.', search: (part === 'invoices' ? {} : { part }) as never, replace: true })}
        tabs={parts.map((value) => ({ value, label: t(`billing.part.${value}`), content: contents[value] }))}
      />
    </div>
  )
}
