import { expect, test } from 'vitest'
import { askedByPreset, presetAsked } from './asked-rights.ts'
import { type Family, families, rightsCatalogue } from './catalogue.ts'
import { presets, rightsOfPreset } from './presets.ts'

test('a preset asks for organisation rights as they are and leaves the choice of products to the customer', () => {
  const asked = askedByPreset('limited', 'customer', ['domain'])
  expect(asked.map(({ right, scope }) => [right, scope.kind])).toEqual([
    ['organisation.view', 'organisation'],
    ['domain.view', 'customer_chooses'],
    ['domain.manage', 'customer_chooses'],
  ])
  expect(asked.every(({ required, reason }) => !required && reason === null)).toBe(true)
})

test.each(presets)('%s is recognised, whoever pays and whichever families were picked', (preset) => {
  const choices: readonly (readonly Family[])[] = [families, ['mail'], ['domain', 'server']]
  for (const payer of ['customer', 'partner', null] as const) {
    for (const picked of choices) expect(presetAsked(rightsOfPreset(preset, payer, picked), payer)).toBe(preset)
  }
})

test('one right more or less is no preset', () => {
  const limited = rightsOfPreset('limited', null)
  expect(presetAsked([...limited, 'mail.content'], null)).toBeNull()
  expect(presetAsked(limited.slice(1), null)).toBeNull()
  expect(presetAsked([], null)).toBeNull()
  expect(rightsCatalogue).toHaveLength(22)
})
