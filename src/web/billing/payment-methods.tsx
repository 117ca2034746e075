// The payment methods of an organisation: brand and last four digits, never more. They are kept and changed with the provider.
import { Building, CreditCard, FileText, Wallet } from 'lucide-react'
import { useState } from 'react'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Badge } from '../ui/status.tsx'
import type { Billing } from './billing-screen.tsx'
import { methodName } from './documents.tsx'

const icons = { card: CreditCard, iban: Building, invoice: FileText, prepaid: Wallet }

export function PaymentMethods({ billing: { paymentMethods } }: { billing: Billing }) {
  const t = useTexts()
  if (paymentMethods.length === 0) {
    return (
      <EmptyState title={t('billing.methods.none')} level={3}>
        {t('billing.methods.where')}
      </EmptyState>
    )
  }
  return (
    <div className="flex flex-col gap-3">
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {paymentMethods.map((method) => (
          <Method key={method.id} method={method} />
        ))}
      </ul>
      <p className="max-w-prose text-muted">{t('billing.methods.where')}</p>
    </div>
  )
}

function Method({ method }: { method: Billing['paymentMethods'][number] }) {
  const t = useTexts()
  const formats = useFormats()
  const Icon = icons[method.kind]
  const [now] = useState(Date.now)
  const expired = method.expiresOn !== null && Date.parse(method.expiresOn) < now
  return (
    <li className="flex items-start gap-3 rounded-lg border border-line bg-surface p-4">
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-muted" />
      <div className="flex min-w-0 flex-col gap-1">
        <span className="font-medium tabular-nums">{methodName(method)}</span>
        <span className="text-xs text-muted">{t(`billing.method.${method.kind}`)}</span>
        {method.expiresOn !== null && (
          <span className="text-xs text-muted">
            {t(expired ? 'billing.method.expired' : 'billing.method.expires', { date: formats.date(method.expiresOn) })}
          </span>
        )}
        {method.isDefault && (
          <span>
            <Badge>{t('billing.method.default')}</Badge>
          </span>
        )}
      </div>
    </li>
  )
}
