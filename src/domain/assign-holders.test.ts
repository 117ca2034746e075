import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeHolders, type Held, type HoldersChanged, withHolders } from './assign-holders.ts'
import { anna, asAnna, asMarc, asPetra, asRuth, givenPartnership, marc, noon, petra, ruth } from './given.ts'
import { asId, type PersonId } from './ids.ts'
import { type RightId, rightIds } from './rights/catalogue.ts'

const luca = asId<PersonId>('luca')
const partnership = givenPartnership()
const known = [petra, marc, anna, luca]
const isUnbounded = (id: PersonId) => id === petra || id === marc
const has = (id: PersonId, rights: Held<PersonId>['rights'] = null): Held<PersonId> => ({ id, rights })
const from = (before: readonly Held<PersonId>[]) => ({ partnership, known, before, isUnbounded })
const codeOf = (changed: HoldersChanged<PersonId>) => (changed.kind === 'refused' ? changed.code : changed.kind)

test('an administrator adds one, changes one and takes one away', () => {
  const changed = changeHolders(from([has(anna), has(luca)]), [has(anna, ['domain.manage']), has(petra)], asMarc, noon)
  expect(changed).toMatchObject({ kind: 'done', added: [petra], changed: [anna], removed: [luca] })
  expect(changed.kind === 'done' && changed.held[0]?.rights).toEqual(['domain.view', 'domain.manage'])
})

test('nobody gets more than was granted, and whoever had it keeps it', () => {
  const wanted = [has(anna, ['mail.view'])]
  expect(codeOf(changeHolders(from([has(anna)]), wanted, asPetra, noon))).toBe('enlarges')
  expect(codeOf(changeHolders(from(wanted), [...wanted, has(luca)], asPetra, noon))).toBe('done')
  expect(codeOf(changeHolders(from([]), [has(anna, [])], asPetra, noon))).toBe('nothing_granted')
})

test('whoever has every customer anyway is named without bounds', () => {
  const changed = changeHolders(from([]), [has(marc, ['domain.view'])], asPetra, noon)
  expect(changed.kind === 'done' && changed.held[0]?.rights).toBeNull()
})

test('only who is known is assigned, each once, and only by leaders of the partner', () => {
  expect(codeOf(changeHolders(from([]), [has(ruth)], asPetra, noon))).toBe('not_found')
  expect(codeOf(changeHolders(from([]), [has(luca), has(luca)], asPetra, noon))).toBe('invalid_input')
  expect(codeOf(changeHolders(from([]), [has(luca)], asAnna, noon))).toBe('not_entitled')
  expect(codeOf(changeHolders(from([]), [has(luca)], asRuth, noon))).toBe('not_entitled')
})

test('there is nobody to assign to what is not active', () => {
  const proposed = { ...from([]), partnership: givenPartnership({ state: 'proposed', grant: null }) }
  expect(codeOf(changeHolders(proposed, [], asPetra, noon))).toBe('not_active')
})

test('whatever is asked for, nothing is held that was neither granted nor held before', () => {
  const rights = fc.option(fc.uniqueArray(fc.constantFrom(...rightIds), { minLength: 1, maxLength: 5 }))
  const held = fc.uniqueArray(fc.record({ id: fc.constantFrom(...known), rights }), { selector: ({ id }) => id })
  const granted = new Set<RightId>(partnership.grant?.rights.map(({ right }) => right))
  fc.assert(
    fc.property(held, held, (before, more) => {
      const changed = changeHolders(from(before), withHolders(before, more), asMarc, noon)
      if (changed.kind === 'refused') return
      expect(changed.removed).toEqual([])
      for (const { id, rights: had } of changed.held.filter((one) => changed.added.includes(one.id)))
        for (const right of had ?? []) expect(granted.has(right), `${id} ${right}`).toBe(true)
    }),
  )
})
