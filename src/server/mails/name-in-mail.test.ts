import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostInMail, nameInMail } from './name-in-mail.ts'

const awkward = fc.constantFrom(
  ...'.@:/<>&"\' \n\r\t\u0000\u200b\u202e\u2066\u2069\ufeff\u00ad\u3164\u2800\u0301\u2024\uff0e\uff20\uff1a\ufe0f'.split(''),
  ...['http://', 'www.', '.com', 'a.b', 'אב', 'عرب', '😀', 'ü', '\u{e0041}', '１', '1.2.3.4'],
)
const names = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.oneof(awkward, fc.string({ maxLength: 4 })), { maxLength: 60 }).map((parts) => parts.join('')),
)

describe('a name in a mail', () => {
  test('stays as it is when it is an ordinary name', () => {
    const ordinary = [
      'Bäckerei Zürcher GmbH',
      'Rossi & Figli Sagl',
      'Hôtel du Lac Léman SA',
      'Weingut Höß & Söhne KG',
      'Müller/Meier AG',
      'A. Keller',
      'L’Oréal (Suisse) S.A.',
    ]
    expect(ordinary.map(nameInMail)).toEqual(ordinary)
  })

  test('loses what makes an address or a link, whatever stands in for the dot', () => {
    expect(nameInMail('Pay at evil.example now')).toBe('Pay at evil example now')
    expect(nameInMail('https://evil.example/x')).toBe('https evil example/x')
    expect(nameInMail('info@evil.example')).toBe('info evil example')
    expect(nameInMail('evil．example')).toBe('evil example')
    expect(nameInMail('ev\u200bil.\u2060example')).toBe('evil example')
    expect(nameInMail('10.0.0.1')).toBe('10 0 0 1')
  })

  test('is one line and in reading order', () => {
    expect(nameInMail('Alpweb\r\nBcc: a')).toBe('Alpweb Bcc: a')
    expect(nameInMail('\u202eGA bewplA')).toBe('GA bewplA')
    expect(nameInMail('שלום')).toBe('\u2068שלום\u2069')
  })

  test('is null when nothing of it can be shown', () => {
    expect(nameInMail(' \u200b\n\u3164')).toBeNull()
  })

  test('never holds a control, a hidden character, an address or more than 80 characters', () => {
    fc.assert(
      fc.property(names, (name) => {
        const shown = (nameInMail(name) ?? '').replace(/^\u2068(.*)\u2069$/su, '$1')
        expect(shown.length).toBeLessThanOrEqual(80)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cn}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]/u)
        expect(shown).not.toMatch(/[@<>＠﹫]|\/\//u)
        expect(shown).not.toMatch(/[\p{L}\p{N}\p{M}-][.．。｡․]\p{M}*[\p{L}\p{N}]{2}/u)
      }),
      { numRuns: 2_000 },
    )
  })

  test('does not change when it is cleaned twice', () => {
    for (const name of ['A\u200b\u0301:!', 'a\u00ad\u0308.bc']) expect(nameInMail(nameInMail(name) ?? '')).toBe(nameInMail(name))
    fc.assert(
      fc.property(names, (name) => {
        const once = nameInMail(name)
        if (once !== null) expect(nameInMail(once)).toBe(once)
      }),
      { numRuns: 1_000 },
    )
  })
})

test('a domain name is shown as it is, anything else beside it like any name', () => {
  expect(hostInMail('baeckerei-zuercher.example')).toBe('baeckerei-zuercher.example')
  expect(hostInMail('zürcher.example')).toBe('zürcher.example')
  expect(hostInMail('evil.example/login')).toBe('evil example/login')
  expect(hostInMail('see evil.example')).toBe('see evil example')
})
