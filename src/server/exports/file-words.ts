// How values stand in the files about one customer: as keys for programs, as words for people.

import type { Language } from '../../domain/language.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { Instant } from '../../domain/time.ts'
import { textsFor } from '../../locales/server-texts.ts'
import { dateOf, lastDayOf, timeZone } from '../partnerships/calendar.ts'
import { type CsvAudience, type CsvColumn, csvTime } from '../platform/csv.ts'

export type FileWords = ReturnType<typeof fileWords>

export function fileWords(audience: CsvAudience, language: Language) {
  const { t, has, locale } = textsFor(language)
  const machine = audience === 'machine'
  return {
    audience,
    language,
    locale,
    t,
    /** The word for a stored value: `word('renewal', 'automatic')`. */
    word: (kind: string, stored: string | null): string | null =>
      stored === null ? null : machine ? stored : t(`exports.${kind}.${stored}`),
    common: (id: string, stored: string): string => (machine ? stored : has(id) ? t(id) : stored),
    answer: (yes: boolean): string => (machine ? (yes ? 'yes' : 'no') : t(yes ? 'common.yes' : 'common.no')),
    right: (right: RightId): string => (machine ? right : t(`rights.${right}.name`)),
    day: (at: Instant | null): string | null => (at === null ? null : dateOf(at)),
    lastDay: (end: Instant | null): string | null => (end === null ? null : lastDayOf(end)),
    time: (text: string | null): string | null => csvTime(text, audience),
    instant: (at: Instant | null): string | null => (at === null ? null : csvTime(withOffset(at), audience)),
  }
}

/** Every file about one customer begins with who it is about. */
export function columnsOf(columns: Readonly<Record<string, CsvColumn['holds']>>, { audience, t }: FileWords): readonly CsvColumn[] {
  const all = { customer_number: 'text', customer_name: 'text', your_reference: 'text', ...columns } as const
  return Object.entries(all).map(([key, holds]) => ({ header: audience === 'machine' ? key : t(`exports.column.${key}`), holds }))
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
const offset = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' })

/** As PostgreSQL would write it: 2026-03-28 09:12:00+01:00. */
function withOffset(at: Instant): string {
  const zone = offset
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')
    ?.value.replace('GMT', '')
  return `${clock.format(at)}${zone || '+00:00'}`
}
