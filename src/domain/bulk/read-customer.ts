// One row of a list of customers, read with what was chosen for the whole list: whom to ask for what, or which cell is wrong.

import { type Language, languages } from '../language.ts'
import type { Payer } from '../partnership/terms.ts'
import type { Family } from '../rights/catalogue.ts'
import type { PresetId } from '../rights/presets.ts'
import { type LocalDate, localDate } from '../time.ts'
import { type CustomerColumn, familyNamed, foldWord, languageNamed, payerNamed, presetNamed } from './sheet-words.ts'

export type CustomerCells = Readonly<Partial<Record<CustomerColumn, string>>>
export type AccessChosen = { readonly preset: PresetId } | { readonly templateId: string }

/** What a row means; null falls back to what was chosen for the whole list. */
export type CustomerRead = {
  readonly email: string | null
  readonly customerNumber: string | null
  readonly listName: string | null
  readonly ownReference: string | null
  readonly language: Language | null
  readonly access: AccessChosen | null
  readonly families: readonly Family[] | null
  readonly payer: Payer | null
  readonly endsOn: LocalDate | null
  readonly people: readonly string[]
  readonly teams: readonly string[]
  readonly tags: readonly string[]
}

export type WrongCell = { readonly kind: 'wrong'; readonly column: CustomerColumn }
export type RowRead = { readonly kind: 'read'; readonly row: CustomerRead } | WrongCell

/** Templates of the partner by their names, folded. */
export type TemplateNames = ReadonlyMap<string, string>

const textMax = 80
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

/** `isAddress` decides what a mailbox is; an email or a customer number is needed, nothing else. */
export function readCustomer(cells: CustomerCells, templates: TemplateNames, isAddress: (text: string) => boolean): RowRead {
  const cell = (column: CustomerColumn) => cells[column]?.normalize('NFC').trim() ?? ''
  const wrong = (column: CustomerColumn): WrongCell => ({ kind: 'wrong', column })
  const email = cell('email').replace(/^mailto:/i, '')
  const number = cell('customer_number').toUpperCase()
  if (email !== '' && !isAddress(email)) return wrong('email')
  if (number !== '' && !/^C-\d{1,12}$/.test(number)) return wrong('customer_number')
  if (email === '' && number === '') return wrong('email')
  for (const column of ['organisation_name', 'your_reference'] as const)
    if (cell(column).length > textMax || hidden.test(cell(column))) return wrong(column)
  const read = readChoices(cell, templates)
  if ('kind' in read) return read
  const row = {
    ...read,
    // Whoever has an account is asked there.
    email: number === '' ? email : null,
    customerNumber: number === '' ? null : number,
    listName: cell('organisation_name') || null,
    ownReference: cell('your_reference') || null,
    people: listIn(cell('people')),
    teams: listIn(cell('teams')),
    tags: listIn(cell('tags')),
  }
  return row.people.every(isAddress) ? { kind: 'read', row } : wrong('people')
}

type Choices = Pick<CustomerRead, 'language' | 'access' | 'families' | 'payer' | 'endsOn'>

function readChoices(cell: (column: CustomerColumn) => string, templates: TemplateNames): Choices | WrongCell {
  const language = cell('language') === '' ? null : (languages.find((one) => one === cell('language')) ?? languageNamed(cell('language')))
  const payer = payerNamed(cell('payer'))
  const access = accessNamed(cell('access'), templates)
  const families = listIn(cell('families')).map(familyNamed)
  const endsOn = dateIn(cell('ends_on'))
  if (cell('language') !== '' && language === null) return { kind: 'wrong', column: 'language' }
  if (cell('payer') !== '' && payer === null) return { kind: 'wrong', column: 'payer' }
  if (cell('access') !== '' && access === null) return { kind: 'wrong', column: 'access' }
  if (families.includes(null)) return { kind: 'wrong', column: 'families' }
  if (cell('ends_on') !== '' && endsOn === null) return { kind: 'wrong', column: 'ends_on' }
  const known = families.filter((family) => family !== null)
  return { language, payer, access, families: known.length === 0 ? null : known, endsOn }
}

/** The partner's own template of that name, before a preset. */
function accessNamed(text: string, templates: TemplateNames): AccessChosen | null {
  if (text === '') return null
  const templateId = templates.get(foldWord(text))
  if (templateId !== undefined) return { templateId }
  const preset = presetNamed(text)
  return preset === null ? null : { preset }
}

export function listIn(cell: string): readonly string[] {
  return [
    ...new Set(
      cell
        .split(/[,;|\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
  ]
}

/** `2027-03-31` or, as people write it here, `31.03.2027` and `31/03/2027`. */
export function dateIn(cell: string): LocalDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell)
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(cell)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : []
  if (year === undefined || month === undefined || day === undefined) return null
  return isDay(Number(year), Number(month), Number(day)) ? localDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : null
}

function isDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return month >= 1 && day >= 1 && day <= (days[month - 1] ?? 0)
}
