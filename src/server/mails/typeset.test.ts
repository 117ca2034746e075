import { expect, test } from 'vitest'
import { typeset } from './typeset.ts'

const boxed = (words: string) => `<span style="display:inline-block;max-width:100%;text-decoration:inherit">${words}</span>`
const held = (words: string) => `<span style="white-space:nowrap">${words}</span>`

test('a count stays with what it counts, a day with its month, a firm with its legal form', () => {
  expect(typeset('8 Rechte ab 23. November 2026')).toBe('8\u00a0Rechte ab 23.\u00a0November 2026')
  expect(typeset('hasta el 5 de diciembre de 2026')).toBe('hasta el 5\u00a0de diciembre de 2026')
  expect(typeset('Alpweb AG (Garage Élan Sàrl), Agata')).toBe('Alpweb\u00a0AG (Garage Élan\u00a0Sàrl), Agata')
})

test('a year, a register number, a time and an amount bind nothing to them', () => {
  for (const said of ['10. 2027 bezahlt', 'CHE-116.281.710 gilt', '18:40 etwas', '14.90 pro']) expect(typeset(said)).not.toContain('\u00a0')
})

test('e-mail and the number of a case or a register are not torn at their hyphen, and that hyphen is a plain one', () => {
  expect(typeset('Ihre E\u2011Mail-Adresse.')).toBe(`Ihre ${held('E-Mail-Adresse.')}`)
  expect(typeset('cet e-mail : sans')).toBe(`cet ${held('e-mail')} : sans`)
  expect(typeset('der Fall F-1042, die Nummer CHE-234.567.895.')).toBe(`der Fall ${held('F-1042,')} die Nummer ${held('CHE-234.567.895.')}`)
})

test('a domain breaks within itself only where it is longer than a line', () => {
  expect(typeset('zu baeckerei-zuercher.example, heute')).toBe(`zu ${boxed('baeckerei-zuercher.example,')} heute`)
  expect(typeset('«www.mueller-soehne.example».')).toBe(`«${boxed('www.mueller-soehne.example».')}`)
  expect(typeset('a commandé mueller-soehne.example\u00a0: 14.90')).toBe(`a commandé ${boxed('mueller-soehne.example\u00a0:')} 14.90`)
  expect(typeset('info@mueller-soehne.example')).toBe(`info@<wbr>${boxed('mueller-soehne.example')}`)
  expect(typeset('hans-peter.meier@bau.example')).toBe(`${boxed('hans-peter.meier@<wbr>')}bau.example`)
  for (const said of ['baeckerei.example', 'bis 31.12.2026', 'Müller-Söhne AG. Danke', 'z.B. E-Mail', 'CHE-234.567.895'])
    expect(typeset(said)).not.toContain('inline-block')
})

test('whatever is longer than a phone is wide may break', () => {
  expect(typeset(`F-1${'0'.repeat(40)}`)).not.toContain('nowrap')
  expect(typeset('info@mueller.example')).toBe('info@<wbr>mueller.example')
})

test('nothing in it is markup', () => {
  expect(typeset('<b title="x">Müller & Söhne</b>')).toBe('&lt;b title=&quot;x&quot;&gt;Müller &amp; Söhne&lt;/b&gt;')
})
