// What a mail is written with: texts, names made harmless, and dates and money as the reader's language writes them.

import { withFirst } from '../../domain/first-of-month.ts'
import type { SpendingLimit } from '../../domain/partnership/terms.ts'
import type { Instant, LocalDate } from '../../domain/time.ts'
import { type Language, textsFor } from '../../locales/server-texts.ts'
import { hostInMail, nameInMail } from './name-in-mail.ts'
import type { NamedProduct } from './partnership-mail-content.ts'

const zone = 'Europe/Zurich'

export type Words = ReturnType<typeof wordsFor>

export function wordsFor(language: Language) {
  const { t, locale } = textsFor(language)
  const dateOf = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
  const day = dateOf({ dateStyle: 'long', timeZone: zone })
  const plainDay = dateOf({ dateStyle: 'long', timeZone: 'UTC' })
  const several = new Intl.ListFormat(locale, { type: 'conjunction' })
  const dayAndTime = dateOf({ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23', timeZone: zone })
  return {
    language,
    locale,
    t,
    name: (name: string) => nameInMail(name) ?? t('mails.no_name'),
    product: ({ name, family }: NamedProduct) =>
      (family === 'domain' || family === 'mail' ? hostInMail(name) : nameInMail(name)) ?? t('mails.no_name'),
    /** Null when nothing of it may stand in a mail. */
    named: (name: string) => nameInMail(name),
    percent: (whole: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(whole / 100),
    /** 31. März 2027, in Zürich. */
    date: (at: Instant | LocalDate) =>
      withFirst(typeof at === 'number' ? day.format(at) : plainDay.format(new Date(`${at}T00:00:00Z`)), locale),
    list: (said: readonly string[]) => several.format(said),
    dateTime: (at: Instant) => withFirst(dayAndTime.format(at), locale),
    limit: ({ amount, currency, period }: SpendingLimit) => t('mails.limit', { amount: money(locale, amount, currency), period }),
    money: ({ amount, currency }: Pick<SpendingLimit, 'amount' | 'currency'>) => money(locale, amount, currency),
  }
}

function money(locale: string, amount: number, currency: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' })
  const digits = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** digits)
}
