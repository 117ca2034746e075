// Until when it would hold and who would pay, as the sentences above the two answers: "It ends on 31 March 2027. You pay, up to CHF 500 a month."
import type { Terms } from '../../domain/partnership/terms.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import type { Payment } from './payment-fields.tsx'
import { usePaymentSentence } from './payment-sentence.ts'

/** `payment` where money is part of it. */
export function useTermsInWords(end: Terms['end'], payment: Payment | null, partner: string): readonly string[] {
  const t = useTexts()
  const formats = useFormats()
  const pays = usePaymentSentence(payment ?? nobodyPays, partner)
  const until =
    end.kind === 'none'
      ? t('consent.summary.no_end')
      : t('consent.summary.ends', { date: formats.longDate(end.kind === 'on' ? end.date : after(end.days)) })
  if (payment === null || payment.payer === null) return [until]
  return [until, pays === null ? t('consent.summary.you_pay') : t(pays.id, pays.values)]
}

const nobodyPays: Payment = { payer: null, methodId: null, limit: '', currency: 'CHF', period: 'month' }

/** Counted from the approval, which would be now. */
function after(days: number): number {
  return Date.now() + days * 86_400_000
}
