// Who pays what the partner orders: we, with which payment method and up to how much, or the partner.
import { memo } from 'react'
import { asId, type PaymentMethodId } from '../../domain/ids.ts'
import type { Payer, SpendingPeriod, Terms } from '../../domain/partnership/terms.ts'
import { spendingPeriods } from '../../domain/partnership/terms.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { NativeSelect } from '../ui/native-select.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextInput } from '../ui/text-input.tsx'

export type ChoosableMethod = { readonly id: string; readonly brand: string; readonly lastFour: string | null; readonly isDefault: boolean }

/** While it is typed, the limit is a text; empty means none. */
export type Payment = {
  readonly payer: Payer | null
  readonly methodId: string | null
  readonly limit: string
  readonly currency: string
  readonly period: SpendingPeriod
}

export type PaymentFieldsProps = {
  payment: Payment
  onChange: (payment: Payment) => void
  methods: readonly ChoosableMethod[]
  partner: string
  /** The partner would have to agree first. */
  needsYes: boolean
}

export const PaymentFields = memo(function PaymentFields({ payment, onChange, methods, partner, needsYes }: PaymentFieldsProps) {
  const t = useTexts()
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-sm text-muted">{t('consent.who_pays.why', { partner })}</p>
      <RadioGroup<Payer>
        label={t('consent.who_pays')}
        labelHidden
        value={payment.payer}
        onChange={(payer) => onChange({ ...payment, payer })}
        options={[
          { value: 'customer', label: t('consent.payer.customer') },
          { value: 'partner', label: t('consent.payer.partner', { partner }) },
        ]}
      />
      {payment.payer === 'customer' && <OwnPayment {...{ payment, onChange, methods }} />}
      {payment.payer === 'partner' && needsYes && <Banner tone="warning">{t('consent.payer.needs_yes', { partner })}</Banner>}
    </div>
  )
})

function OwnPayment({ payment, onChange, methods }: Pick<PaymentFieldsProps, 'payment' | 'onChange' | 'methods'>) {
  const t = useTexts()
  const options = [
    ...methods.map(({ id, brand, lastFour }) => ({ value: id, label: methodName(brand, lastFour) })),
    { value: 'none', label: t('consent.payment_method.none') },
  ]
  return (
    <div className="flex flex-col gap-4">
      {methods.length === 0 ? (
        <p className="max-w-prose text-sm text-muted">{t('consent.payment_method.missing')}</p>
      ) : (
        <div className="max-w-sm">
          <NativeSelect
            label={t('consent.payment_method')}
            options={options}
            value={payment.methodId ?? 'none'}
            onChange={(value) => onChange({ ...payment, methodId: value === 'none' ? null : value })}
          />
        </div>
      )}
      <fieldset className="grid max-w-md gap-3 sm:grid-cols-2">
        <legend className="mb-1.5 text-sm font-medium">{t('consent.limit')}</legend>
        <TextInput
          label={t('consent.limit.amount', { currency: payment.currency })}
          inputMode="decimal"
          value={payment.limit}
          onChange={(limit) => onChange({ ...payment, limit })}
          hint={t('consent.limit.hint')}
          error={limitOf(payment) === undefined ? t('consent.limit.wrong') : undefined}
        />
        <NativeSelect
          label={t('consent.limit.period')}
          options={spendingPeriods.map((value) => ({ value, label: t(`common.period.${value}`) }))}
          value={payment.period}
          onChange={(period) => onChange({ ...payment, period })}
        />
      </fieldset>
    </div>
  )
}

export function methodName(brand: string, lastFour: string | null): string {
  return lastFour === null ? brand : `${brand} •••• ${lastFour}`
}

/** How the fields begin: as the terms say; where these leave it open, with the customer's usual payment method. */
export function paymentOf(terms: Terms, methods: readonly ChoosableMethod[], fallbackPayer: Payer | null): Payment {
  const usual = methods.find(({ isDefault }) => isDefault) ?? methods[0]
  const { spendingLimit } = terms
  return {
    payer: terms.payer ?? fallbackPayer,
    methodId: terms.paymentMethodId ?? usual?.id ?? null,
    limit: spendingLimit === null ? '' : String(spendingLimit.amount / 100),
    currency: spendingLimit?.currency ?? 'CHF',
    period: spendingLimit?.period ?? 'month',
  }
}

/** The terms with what stands in the fields; undefined while the limit cannot be read. */
export function withPayment(terms: Terms, payment: Payment): Terms | undefined {
  const { payer } = payment
  if (payer !== 'customer') return { ...terms, payer, paymentMethodId: null, spendingLimit: terms.spendingLimit }
  const limit = limitOf(payment)
  if (limit === undefined) return undefined
  const paymentMethodId = payment.methodId === null ? null : asId<PaymentMethodId>(payment.methodId)
  return { ...terms, payer, paymentMethodId, spendingLimit: limit }
}

function limitOf({ limit, currency, period }: Payment): Terms['spendingLimit'] | undefined {
  const typed = limit.replaceAll(/['’\s\u00a0\u202f]/g, '').replace(',', '.')
  if (typed === '') return null
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(typed) || Number(typed) <= 0) return undefined
  return { amount: Math.round(Number(typed) * 100), currency, period }
}
