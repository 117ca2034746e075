// What was handed back as a CSV file: one row for each right, person, product, order, member and way in.
import type { Language } from '../../domain/language.ts'
import { instant } from '../../domain/time.ts'
import { textsFor } from '../../locales/server-texts.ts'
import { FileAnswer } from '../endpoint.ts'
import { dateOf } from '../partnerships/calendar.ts'
import { type CsvAudience, type CsvColumn, type CsvRow, csvForm, writeCsv } from '../platform/csv.ts'
import type { Shown } from './show-handback.ts'

const columns = {
  kind: 'value',
  name: 'text',
  detail: 'text',
  last_used_at: 'value',
  last_used_by: 'text',
  customer_pays_from: 'value',
} as const
type Kind = 'right' | 'person' | 'product' | 'order' | 'member' | 'closed' | 'still_works'

export function handbackFile(shown: Shown, audience: CsvAudience, language: Language): FileAnswer {
  const { t } = textsFor(language)
  const machine = audience === 'machine'
  const head: CsvColumn[] = Object.entries(columns).map(([key, holds]) => ({ header: machine ? key : t(`handovers.file.${key}`), holds }))
  const row = (kind: Kind, name: string, more: readonly (string | null)[] = []): CsvRow => [
    machine ? kind : t(`handovers.file.kind.${kind}`),
    name,
    ...more,
    ...Array.from({ length: 4 - more.length }, () => null),
  ]
  const rows = [
    ...shown.rights.map(({ right, lastUsedAt, lastUsedBy }) =>
      row('right', machine ? right : t(`rights.${right}.name`), [
        null,
        lastUsedAt === null || machine ? lastUsedAt : dateOf(instant(Date.parse(lastUsedAt))),
        lastUsedBy,
      ]),
    ),
    ...shown.people.map((name) => row('person', name)),
    ...shown.products.map(({ name, family, payer, customerPaysFrom }) =>
      row('product', name, [machine ? `${family} ${payer}` : t(`families.${family}`), null, null, customerPaysFrom]),
    ),
    ...shown.openOrders.map(({ number, issuedOn }) => row('order', number, [issuedOn])),
    ...shown.members.map((name) => row('member', name)),
    ...shown.waysIn.map(({ kind, name, product, madeBy, closed }) =>
      row(closed ? 'closed' : 'still_works', machine ? `${kind} ${name}` : t(`products.way_in.${kind}`, { name, product }), [madeBy]),
    ),
  ]
  const name = `handed-back_${shown.at.slice(0, 10)}.csv`
  return new FileAnswer(name, 'text/csv; charset=utf-8', () => writeCsv(csvForm(audience, language), head, [rows]))
}
