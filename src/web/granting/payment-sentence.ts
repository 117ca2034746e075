// "You pay, up to CHF 500 a month.", said beside the right to order.
import { useMemo } from 'react'
import { termsUnchanged } from '../../domain/partnership/terms.ts'
import { useFormats } from '../formats.ts'
import type { Payment } from './payment-fields.tsx'
import { withPayment } from './payment-fields.tsx'
import type { PaymentSentence } from './sensitive-right-field.tsx'

export function usePaymentSentence(payment: Payment, partner: string): PaymentSentence {
  const formats = useFormats()
  return useMemo(() => {
    if (payment.payer === 'partner') return { id: 'rights.product.order.partner_pays', values: { partner } }
    const limit = withPayment(termsUnchanged, payment)?.spendingLimit
    if (payment.payer === null || !limit) return null
    return { id: 'rights.product.order.customer_pays', values: { amount: formats.money(limit), period: limit.period } }
  }, [payment, partner, formats])
}
