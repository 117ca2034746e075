import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCatalogue } from '../../locales/server-texts.ts'
import { languages } from '../language.ts'
import { readCells, readSheet } from './read-sheet.ts'
import { columnNamed, customerColumns } from './sheet-words.ts'

test('a German spreadsheet with semicolons, quotes and its own headers is read as it was meant', () => {
  const sheet = readSheet(
    '\uFEFFFirma;E-Mail;Bemerkung\r\n"Müller; Söhne ""AG""";info@mueller.example;ruft an\r\nBeck;beck@beck.example;\r\n\r\n',
  )
  expect(sheet.columns).toEqual(['organisation_name', 'email', null])
  expect(sheet.rows).toEqual([
    ['Müller; Söhne "AG"', 'info@mueller.example', 'ruft an'],
    ['Beck', 'beck@beck.example', ''],
  ])
})

test('cells pasted from a spreadsheet without a header are known by what stands in them', () => {
  const sheet = readSheet('Beck GmbH\tinfo@beck.example\nZürn Holzbau\tmail@zuern.example')
  expect(sheet.header).toBeNull()
  expect(sheet.columns).toEqual(['organisation_name', 'email'])
  expect(sheet.rows).toHaveLength(2)
})

test('a list of bare addresses is a list', () => {
  expect(readSheet('a@x.example\nb@x.example')).toEqual({ header: null, columns: ['email'], rows: [['a@x.example'], ['b@x.example']] })
})

test('every header of our own files is understood, in every language', () => {
  for (const language of languages) {
    const texts = readCatalogue(language)
    for (const column of customerColumns) {
      const header = texts[`lists.column.${column}`] ?? texts[`exports.column.${column}`] ?? ''
      expect([language, column, columnNamed(header)]).toEqual([language, column, column])
    }
  }
})

test('whatever the cells hold, what was written by RFC 4180 is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ';', ',', '\t', '\n', '\r', ' ', '=') })
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, separator) => {
      const text = rows.map((row) => row.map(quoted).join(separator)).join('\r\n')
      const safe = rows[0]?.every((one) => !/[\r\n"]/.test(one)) ?? false
      fc.pre(safe)
      expect(readCells(text)).toEqual(rows)
    }),
  )
})
