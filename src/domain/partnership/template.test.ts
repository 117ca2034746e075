import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendar, daysAfter, noon } from '../given.ts'
import { askedByPreset } from '../rights/asked-rights.ts'
import { presets } from '../rights/presets.ts'
import { localDate } from '../time.ts'
import { type TemplateContent, writeTemplate } from './template.ts'
import { termsUnchanged } from './terms.ts'

const content = (more: Partial<TemplateContent> = {}): TemplateContent => ({
  ...{ name: 'KMU-Paket', rights: askedByPreset('limited', null), terms: termsUnchanged },
  ...more,
})
const first = { ...content(), version: 1 }

test('each change of what it asks for is a new version, and a new name is none', () => {
  expect(writeTemplate(null, content(), noon, calendar)).toMatchObject({ kind: 'done', isNewVersion: true, template: { version: 1 } })
  expect(writeTemplate(first, content({ rights: askedByPreset('full', null) }), noon, calendar)).toMatchObject({ template: { version: 2 } })
  expect(writeTemplate(first, content({ name: 'Neu' }), noon, calendar)).toMatchObject({
    isNewVersion: false,
    template: { version: 1, name: 'Neu' },
  })
  expect(writeTemplate(first, content({ rights: content().rights.toReversed() }), noon, calendar)).toEqual({
    kind: 'refused',
    code: 'nothing_changed',
  })
})

test('what could never be sent is no template', () => {
  const refused = (more: Partial<TemplateContent>) => writeTemplate(null, content(more), noon, calendar)
  expect(refused({ name: 'https://x.example' })).toEqual({ kind: 'refused', code: 'invalid_name' })
  expect(refused({ rights: [] })).toEqual({ kind: 'refused', code: 'nothing_asked' })
  const past = { ...termsUnchanged, end: { kind: 'on', date: localDate('2020-01-01') } } as const
  expect(refused({ terms: past })).toEqual({ kind: 'refused', code: 'end_before_start' })
})

test('versions count up by one with every change, whatever is written when', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...presets), { minLength: 1 }), fc.nat(100), (written, days) => {
      let now = { ...first, rights: askedByPreset('limited', null) }
      for (const preset of written) {
        const decided = writeTemplate(now, content({ rights: askedByPreset(preset, null) }), daysAfter(days), calendar)
        if (decided.kind === 'refused') expect(decided.code).toBe('nothing_changed')
        else {
          expect(decided.template.version).toBe(now.version + 1)
          now = { ...now, ...decided.template, rights: [...decided.template.rights] }
        }
      }
    }),
  )
})
