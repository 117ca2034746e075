import { expect, onTestFinished, test } from 'vitest'
import { extendCatalogue, isFamily } from '../domain/rights/catalogue.ts'
import { definitionsOf, learnFamilies } from './family-definitions.ts'

const record = {
  id: 'record',
  rights: [
    { id: 'read', access: 'view' },
    { id: 'write', access: 'manage', needs: 'read' },
  ],
} as const

test('a family of the operator is learnt as it is told, and told again as it was learnt', () => {
  // Whatever is learnt here, the files that this worker reads next know only what is ours.
  onTestFinished(extendCatalogue([]))
  const forget = extendCatalogue([record])
  const told = definitionsOf(['domain', 'record', 'organisation'])
  forget()
  expect(told.map(({ id }) => id)).toEqual(['domain', 'record'])
  expect(isFamily('record')).toBe(false)
  expect(learnFamilies(told)).toBe(true)
  expect(learnFamilies(told)).toBe(true)
  expect(definitionsOf(['record'])).toEqual([record])
  // Known with other rights: whoever was compiled or started with these would answer otherwise.
  expect(learnFamilies([{ ...record, rights: [record.rights[0]] }])).toBe(false)
  expect(learnFamilies([{ id: 'domain', rights: [{ id: 'view', access: 'view' }] }])).toBe(false)
})
