// Taken over means: what only looks and manages, active at once, and never anything that needs consent.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alpweb, around, everyRow, noon, thePartnership, zuercher } from '../given.ts'
import { asId, type PersonId } from '../ids.ts'
import { isSensitive } from '../rights/catalogue.ts'
import { rightsEffective } from './partnership.ts'
import { takeOver } from './take-over.ts'

const operator = asId<PersonId>('olga')
const start = { id: thePartnership, partnerId: alpweb, customerId: zuercher }

test('nothing sensitive ever comes along, whatever is asked to be taken over', () => {
  fc.assert(
    fc.property(fc.subarray([...everyRow]), (rights) => {
      const taken = takeOver(start, { rights, operator }, around)
      if (rights.length === 0) {
        expect(taken).toEqual({ kind: 'refused', code: 'nothing_granted' })
        return
      }
      if (rights.some(({ right }) => isSensitive(right))) {
        expect(taken).toEqual({ kind: 'refused', code: 'consent_needed' })
        return
      }
      if (taken.kind !== 'done') throw new Error(taken.code)
      const inForce = rightsEffective(taken.partnership, noon)
      expect(inForce.length).toBeGreaterThanOrEqual(1)
      expect(inForce.some(({ right }) => isSensitive(right))).toBe(false)
      expect(taken.events.map(({ kind }) => kind)).toEqual(['partnership.proposed', 'partnership.taken_over', 'partnership.granted'])
    }),
  )
})

test('nobody is taken over as their own customer', () => {
  expect(takeOver({ ...start, customerId: alpweb }, { rights: everyRow.slice(0, 1), operator }, around)).toEqual({
    kind: 'refused',
    code: 'own_organisation',
  })
})
