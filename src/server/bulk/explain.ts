// What a row asks for, or why it goes, waits or does not go, as one sentence in the reader's language.
import { withFirst } from '../../domain/first-of-month.ts'
import type { textsFor } from '../../locales/server-texts.ts'
import type { Because } from '../bulk-action.ts'

type Texts = ReturnType<typeof textsFor>

export function explain({ because }: { readonly because: Because | null }, { t, has, locale }: Texts): string | null {
  if (because === null) return null
  const { code, ...values } = because
  if (code === 'wrong_cell') {
    const id = `lists.wrong.${values['column']}`
    return t(has(id) ? id : 'lists.wrong.other', { value: values['value'] ?? '' })
  }
  const id = `lists.because.${code}`
  if (!has(id)) return t(`problems.${code}`)
  const rights = String(values['rights'] ?? '').split(' ')
  const named = new Intl.ListFormat(locale).format(rights.map((right) => (has(`rights.${right}.name`) ? t(`rights.${right}.name`) : right)))
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Zurich' })
  return t(id, {
    value: '',
    row: 0,
    ...values,
    rights: named,
    at: typeof values['at'] === 'number' ? withFirst(date.format(values['at']), locale) : '',
  })
}
