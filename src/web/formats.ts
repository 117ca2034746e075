// How dates, times, money, numbers and lists look in the person's language; everything comes from Intl.
import { withFirst } from '../domain/first-of-month.ts'
import type { Language } from '../domain/language.ts'
import { locales, useLanguage } from './texts.tsx'

export type Money = Readonly<{ amount: number; currency: string }>
/** A day "2027-03-31", an ISO 8601 time "2027-03-31T09:00:00Z", or milliseconds since 1970. */
export type Moment = string | number

export function useFormats(): Formats {
  return formatsFor(useLanguage())
}

export type Formats = ReturnType<typeof makeFormats>

const made = new Map<Language, Formats>()

export function formatsFor(language: Language): Formats {
  const formats = made.get(language) ?? makeFormats(locales[language])
  made.set(language, formats)
  return formats
}

/** They are of the time zone in which they were made. */
export const forgetFormats = (): void => made.clear()

/** Each of Intl's formats is made when it is first needed, because making one is dear, and kept. */
function makeFormats(locale: string) {
  const day = (options: Intl.DateTimeFormatOptions) => {
    const here = once(() => new Intl.DateTimeFormat(locale, options))
    const anywhere = once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }))
    return (at: Moment) => (isDay(at) ? anywhere() : here()).format(toDate(at))
  }
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const dayAndMonth = { day: '2-digit', month: '2-digit' } as const
  const longDate = day({ day: 'numeric', month: 'long', year: 'numeric' })
  const collator = once(() => new Intl.Collator(locale, { numeric: true }))
  const numbers = each((options) => new Intl.NumberFormat(locale, options === '' ? undefined : JSON.parse(options)))
  const moneys = each((currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }))
  const percents = once(() => new Intl.NumberFormat(locale, { style: 'percent' }))
  const lists = each((type) => new Intl.ListFormat(locale, { type: type === 'disjunction' ? type : 'conjunction' }))
  const languages = once(() => new Intl.DisplayNames(locale, { type: 'language' }))
  const relatives = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  return {
    /** 31.03.2027 */
    date: day({ ...dayAndMonth, year: 'numeric' }),
    /** 31.03. */
    dayAndMonth: day(dayAndMonth),
    /** 31. März 2027, never broken over two lines */
    longDate: (at: Moment) => withFirst(longDate(at), locale).replaceAll(' ', '\u00a0'),
    /** 31.03.2027, 14:05 */
    dateTime: day({ ...dayAndMonth, year: 'numeric', ...clock }),
    /** 14:05 */
    time: day(clock),
    /** 14:05:09 */
    timeOfDay: day({ ...clock, second: '2-digit' }),
    /** "in 12 days", "yesterday", "3 minutes ago"; days are counted by the calendar. */
    relative: (at: Moment, now: number = Date.now()) => relative(relatives(), at, now),
    /** CHF 1’200.50 from minor units */
    money: ({ amount, currency }: Money) => money(moneys(currency), amount),
    number: (value: number, options?: Intl.NumberFormatOptions) => numbers(options ? JSON.stringify(options) : '').format(value),
    /** 0.42 → 42% */
    percent: (value: number) => percents().format(value),
    /** "Petra, Marc and Anna" */
    list: (items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction') => lists(type).format(items),
    /** The name of a language in the person's language. */
    languageName: (code: string) => languages().of(code) ?? code,
    /** Sorts names as this language does. */
    compare: (one: string, other: string) => collator().compare(one, other),
  }
}

function once<Made>(make: () => Made): () => Made {
  let kept: Made | undefined
  return () => (kept ??= make())
}

/** One for each of a few words. */
function each<Made>(make: (word: string) => Made): (word: string) => Made {
  const kept = new Map<string, Made>()
  return (word) => {
    const known = kept.get(word) ?? make(word)
    kept.set(word, known)
    return known
  }
}

const dayOnly = /^\d{4}-\d{2}-\d{2}$/
const dayMs = 86_400_000

function toDate(at: Moment): Date {
  return new Date(at)
}

const isDay = (at: Moment): boolean => typeof at === 'string' && dayOnly.test(at)

function money(format: Intl.NumberFormat, amount: number): string {
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

function relative(format: Intl.RelativeTimeFormat, at: Moment, now: number): string {
  const ms = toDate(at).getTime() - now
  const minutes = Math.round(ms / 60_000)
  if (!isDay(at) && Math.abs(minutes) < 60) return format.format(minutes, 'minute')
  if (!isDay(at) && Math.abs(ms) < 12 * 3_600_000) return format.format(Math.round(ms / 3_600_000), 'hour')
  const days = Math.round((startOfDay(at, isDay(at)) - startOfDay(now, false)) / dayMs)
  if (Math.abs(days) < 60) return format.format(days, 'day')
  return Math.abs(days) < 730 ? format.format(Math.round(days / 30.44), 'month') : format.format(Math.round(days / 365.25), 'year')
}

/** The day of a moment as a comparable number, in the calendar the person reads. */
function startOfDay(at: Moment, isWholeDay: boolean): number {
  const date = toDate(at)
  return isWholeDay ? date.getTime() : Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
}
