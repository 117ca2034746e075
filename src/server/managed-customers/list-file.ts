// The list of customers as a file: its columns in their order, and what stands in a cell for people and for programs.

import type { Language } from '../../domain/language.ts'
import { type RightId, rightIds } from '../../domain/rights/catalogue.ts'
import { textsFor } from '../../locales/server-texts.ts'
import { type CsvAudience, type CsvColumn, type CsvRow, csvAmount, csvTime } from '../platform/csv.ts'

/** As the database writes them: every value is text. */
export type ListedText = {
  readonly number: string | null
  readonly name: string
  readonly reference: string | null
  readonly status: string
  readonly since: string
  readonly to_check: string
  readonly access: string | null
  readonly requested: string | null
  readonly granted: string | null
  readonly missing: string | null
  readonly rights: string | null
  readonly payer: string | null
  readonly method: string | null
  readonly amount: string | null
  readonly currency: string | null
  readonly period: string | null
  readonly products: string | null
  readonly starts: string | null
  readonly ends: string | null
  readonly people: string | null
  readonly teams: string | null
  readonly tags: string | null
  readonly visit_at: string | null
  readonly visit_by: string | null
  readonly requested_at: string | null
  readonly requested_by: string | null
  readonly sent_to: string | null
  readonly delivery: string | null
  readonly answered: string | null
  readonly open: string | null
  readonly until: string | null
  readonly language: string | null
  readonly country: string | null
  readonly partnership: string | null
}

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

export function listFileColumns(audience: CsvAudience, language: Language): readonly CsvColumn[] {
  const { t } = textsFor(language)
  return Object.entries(columns).map(([key, holds]) => ({ header: audience === 'machine' ? key : t(`exports.column.${key}`), holds }))
}

/** Names of people by id. */
export type Names = ReadonlyMap<string, string>
export type ToCells = (row: ListedText, names: Names) => CsvRow

export function listFileCells(audience: CsvAudience, language: Language): ToCells {
  const word = wordsFor(audience, language)
  const day = (at: string | null) => at?.slice(0, 10) ?? null
  const time = (at: string | null) => csvTime(at, audience)
  return (row, names) => [
    row.number,
    row.name,
    row.reference,
    word.status(row.status),
    day(row.since),
    word.answer(row.to_check),
    word.access(row.access),
    row.requested,
    row.granted,
    word.rights(row.missing),
    word.rights(row.rights),
    word.payer(row.payer),
    row.method,
    csvAmount(row.amount),
    row.currency,
    word.period(row.period),
    row.products,
    day(row.starts),
    day(row.ends),
    row.people && namesIn(row.people, names),
    row.teams,
    row.tags,
    time(row.visit_at),
    row.visit_by && (names.get(row.visit_by) ?? null),
    time(row.requested_at),
    row.requested_by && (names.get(row.requested_by) ?? null),
    row.sent_to,
    word.delivery(row.delivery),
    time(row.answered),
    word.open(row.open),
    day(row.until),
    word.language(row.language),
    word.country(row.country),
    row.partnership,
  ]
}

function namesIn(ids: string, names: Names): string {
  return ids
    .split(',')
    .map((id) => names.get(id) ?? '')
    .join(', ')
}

/** What a stored word says, remembered: a hundred thousand rows have few different ones. */
function wordsFor(audience: CsvAudience, language: Language) {
  const { t, locale } = textsFor(language)
  const machine = audience === 'machine'
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const say = (speak: (stored: string) => string) => {
    const known = new Map<string, string>()
    return (stored: string | null): string | null => {
      if (stored === null || stored === '') return null
      const said = known.get(stored) ?? speak(stored)
      known.set(stored, said)
      return said
    }
  }
  const asStored = (speak: (stored: string) => string) => say(machine ? (stored) => stored : speak)
  return {
    status: asStored((status) => t(`statuses.${status === 'awaiting_partner' ? 'countered' : status}`)),
    answer: say((yes) => (machine ? (yes === 'true' ? 'yes' : 'no') : t(yes === 'true' ? 'common.yes' : 'common.no'))),
    access: asStored((access) => t(`presets.${access}`)),
    rights: say((stored) =>
      inOrder(stored)
        .map((right) => (machine ? right : t(`rights.${right}.name`)))
        .join(', '),
    ),
    payer: asStored((payer) => t(`common.payer.${payer}`)),
    period: asStored((period) => t(`exports.period.${period}`)),
    delivery: say((delivery) => (delivery === 'queued' ? '' : machine ? delivery : t(`exports.delivery.${delivery}`))),
    open: asStored((open) => t(`exports.open_request.${open}`)),
    language: asStored((code) => t(`common.language.${code}`)),
    country: asStored((code) => countries.of(code) ?? code),
  }
}

function inOrder(stored: string): readonly RightId[] {
  const present = new Set(stored.split(','))
  return rightIds.filter((right) => present.has(right))
}
