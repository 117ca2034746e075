// "1er décembre", "1º dicembre": French and Italian count the first day of a month, which Intl does not know. Other languages write it as any day.
const firsts: Readonly<Record<string, string>> = { fr: '1er', it: '1º' }

/** Of a date that begins with its day, as Intl writes it in this language or region. */
export const withFirst = (date: string, locale: string): string => date.replace(/^1(?=\s)/, (one) => firsts[locale.slice(0, 2)] ?? one)
