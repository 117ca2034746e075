// Invoices, credit notes and orders of what an organisation owns: what they say, and where a payment stands today.

import type { LocalDate } from '../time.ts'

export const documentKinds = ['invoice', 'credit_note', 'order'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** As the provider's systems report it. An order is `placed` until it is `cancelled`; the others are `open` until paid or cancelled. */
export const documentStatuses = ['open', 'paid', 'cancelled', 'placed'] as const
export type DocumentStatus = (typeof documentStatuses)[number]

/** As people read it: what is open past its day is overdue. */
export type Standing = DocumentStatus | 'overdue'
export const standings = ['open', 'overdue', 'paid', 'cancelled', 'placed'] as const

export type Line = {
  readonly net: number
  readonly vat: number
  readonly gross: number
}

export function standingOf(
  { status, dueOn }: { readonly status: DocumentStatus; readonly dueOn: LocalDate | null },
  today: LocalDate,
): Standing {
  return status === 'open' && dueOn !== null && dueOn < today ? 'overdue' : status
}

export type DocumentFault = 'status' | 'sum' | 'paid_on'

/** Why a document as reported cannot be true; null when it can. Amounts are minor units. */
export function faultOfDocument(document: {
  readonly kind: DocumentKind
  readonly status: DocumentStatus
  readonly paidOn: LocalDate | null
  readonly lines: readonly Line[]
}): DocumentFault | null {
  const { kind, status, paidOn, lines } = document
  if ((kind === 'order') !== (status === 'placed') && status !== 'cancelled') return 'status'
  if ((status === 'paid') !== (paidOn !== null) && status !== 'cancelled') return 'paid_on'
  return lines.every(({ net, vat, gross }) => net + vat === gross) ? null : 'sum'
}
