// Days that stay ahead, whenever a test runs.
import { type LocalDate, localDate, monthsAfter } from '../src/domain/time.ts'

/** So many days from now, as a local date. */
export const dayAhead = (days: number): LocalDate => localDate(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10))

export const yearAfter = (day: LocalDate): LocalDate => monthsAfter(day, 12)

/** As an English mail writes it: 30 June 2027. */
export const inEnglish = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
