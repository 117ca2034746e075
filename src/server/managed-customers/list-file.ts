// The list of customers as a file: its columns in their order, and the words that stand for stored values, for people and for programs.

import { type Language, languages } from '../../domain/language.ts'
import { customerStatuses } from '../../domain/managed-customer.ts'
import { rightIds } from '../../domain/rights/catalogue.ts'
import { textsFor } from '../../locales/server-texts.ts'
import type { CsvAudience, CsvColumn } from '../platform/csv.ts'
import { accesses } from './contract.ts'

const text = 'text'
const value = 'value'
const columns = {
  customer_number: text,
  customer_name: text,
  your_reference: text,
  status: value,
  status_since: value,
  to_check: value,
  access: value,
  rights_requested: value,
  rights_granted: value,
  required_missing: value,
  rights: value,
  payer: value,
  payment_method: text,
  spending_limit: value,
  spending_limit_currency: value,
  spending_limit_period: value,
  products: value,
  starts_on: value,
  ends_on: value,
  people: text,
  teams: text,
  tags: text,
  last_visit_at: value,
  last_visit_by: text,
  requested_at: value,
  requested_by: text,
  sent_to: text,
  delivery: value,
  answered_at: value,
  open_request: value,
  request_until: value,
  language: value,
  country: value,
  partnership_id: value,
} as const satisfies Record<string, CsvColumn['holds']>

export type ListFileColumn = keyof typeof columns
export const listFileColumnNames = Object.keys(columns) as readonly ListFileColumn[]

export function listFileColumns(audience: CsvAudience, language: Language): readonly CsvColumn[] {
  const { t } = textsFor(language)
  return Object.entries(columns).map(([key, holds]) => ({ header: audience === 'machine' ? key : t(`exports.column.${key}`), holds }))
}

/** Stored value → what the file says. */
export type Words = Readonly<Record<string, string>>
export type ListFileWords = {
  readonly status: Words
  readonly answer: Words
  readonly access: Words
  readonly right: Words
  readonly payer: Words
  readonly period: Words
  readonly delivery: Words
  readonly openRequest: Words
  readonly language: Words
  readonly country: Words
}

/** Null: as stored, which is what programs read. */
export function listFileWords(audience: CsvAudience, language: Language): ListFileWords | null {
  if (audience === 'machine') return null
  const { t, locale } = textsFor(language)
  const words = (values: readonly string[], id: (value: string) => string): Words =>
    Object.fromEntries(values.map((one) => [one, t(id(one))]))
  return {
    status: words(customerStatuses, (status) => `statuses.${status === 'awaiting_partner' ? 'countered' : status}`),
    answer: { true: t('common.yes'), false: t('common.no') },
    access: words(accesses, (access) => `presets.${access}`),
    right: words(rightIds, (right) => `rights.${right}.name`),
    payer: words(['customer', 'partner'], (payer) => `common.payer.${payer}`),
    period: words(['order', 'month', 'year'], (period) => `exports.period.${period}`),
    delivery: words(['sent', 'not_delivered'], (delivery) => `exports.delivery.${delivery}`),
    openRequest: words(['from_partner', 'from_customer'], (open) => `exports.open_request.${open}`),
    language: words(languages, (code) => `common.language.${code}`),
    country: countries(locale),
  }
}

/** ISO 3166 gives no list to browsers and servers; what Intl has a name for is a country. */
function countries(locale: string): Words {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return Object.fromEntries(codes.flatMap((code) => (names.of(code) ? [[code, names.of(code) ?? code]] : [])))
}
