// How dates, times, money, numbers and lists look in the person's language; everything comes from Intl.
import { useMemo } from 'react'
import type { Language } from '../domain/language.ts'
import { locales, useLanguage } from './texts.tsx'

export type Money = Readonly<{ amount: number; currency: string }>
/** A day "2027-03-31", an ISO 8601 time "2027-03-31T09:00:00Z", or milliseconds since 1970. */
export type Moment = string | number

export function useFormats(): Formats {
  const language = useLanguage()
  return useMemo(() => formatsFor(language), [language])
}

export type Formats = ReturnType<typeof formatsFor>

export function formatsFor(language: Language) {
  const locale = locales[language]
  const day = (at: Moment, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, ...zoneOf(at) }).format(toDate(at))
  return {
    /** 31.03.2027 */
    date: (at: Moment) => day(at, { day: '2-digit', month: '2-digit', year: 'numeric' }),
    /** 31.03. */
    dayAndMonth: (at: Moment) => day(at, { day: '2-digit', month: '2-digit' }),
    /** 31. März 2027, never broken over two lines */
    longDate: (at: Moment) => day(at, { day: 'numeric', month: 'long', year: 'numeric' }).replaceAll(' ', '\u00a0'),
    /** 31.03.2027, 14:05 */
    dateTime: (at: Moment) =>
      day(at, { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    /** 14:05 */
    time: (at: Moment) => day(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    /** 14:05:09 */
    timeOfDay: (at: Moment) => day(at, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    /** "in 12 days", "yesterday", "3 minutes ago"; days are counted by the calendar. */
    relative: (at: Moment, now: number = Date.now()) => relative(locale, at, now),
    /** CHF 1’200.50 from minor units */
    money: ({ amount, currency }: Money) => money(locale, amount, currency),
    number: (value: number, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options).format(value),
    /** 0.42 → 42% */
    percent: (value: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(value),
    /** "Petra, Marc and Anna" */
    list: (items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction') =>
      new Intl.ListFormat(locale, { type }).format(items),
    /** The name of a language in the person's language. */
    languageName: (code: string) => new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code,
    /** Sorts names as this language does. */
    compare: new Intl.Collator(locale, { numeric: true }).compare,
  }
}

const dayOnly = /^\d{4}-\d{2}-\d{2}$/
const dayMs = 86_400_000

function toDate(at: Moment): Date {
  return new Date(at)
}

function zoneOf(at: Moment): Intl.DateTimeFormatOptions {
  return typeof at === 'string' && dayOnly.test(at) ? { timeZone: 'UTC' } : {}
}

function money(locale: string, amount: number, currency: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

function relative(locale: string, at: Moment, now: number): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const ms = toDate(at).getTime() - now
  const isDay = typeof at === 'string' && dayOnly.test(at)
  const minutes = Math.round(ms / 60_000)
  if (!isDay && Math.abs(minutes) < 60) return format.format(minutes, 'minute')
  if (!isDay && Math.abs(ms) < 12 * 3_600_000) return format.format(Math.round(ms / 3_600_000), 'hour')
  const days = Math.round((startOfDay(at, isDay) - startOfDay(now, false)) / dayMs)
  if (Math.abs(days) < 60) return format.format(days, 'day')
  return Math.abs(days) < 730 ? format.format(Math.round(days / 30.44), 'month') : format.format(Math.round(days / 365.25), 'year')
}

/** The day of a moment as a comparable number, in the calendar the person reads. */
function startOfDay(at: Moment, isDay: boolean): number {
  const date = toDate(at)
  return isDay ? date.getTime() : Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
}
