import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendar, daysAfter, noon } from '../given.ts'
import { type RightId, rightIds, rightOf } from '../rights/catalogue.ts'
import type { Instant } from '../time.ts'
import { unusedDays, unusedPeople, unusedRights } from './usage.ts'

const use = (right: RightId, lastUsedAt: Instant | null, grantedAt = daysAfter(-200)) => ({ right, lastUsedAt, grantedAt })

test('a right that was there for 90 days and not used in them is pointed out; what a used one needs is not', () => {
  const uses = [
    use('domain.view', null),
    use('domain.manage', daysAfter(-3)),
    use('mail.view', daysAfter(-91)),
    use('mail.manage', null, daysAfter(-10)),
    use('server.view', null),
  ]
  expect(unusedRights(uses, unusedDays, noon, calendar)).toEqual(['mail.view', 'server.view'])
})

test('people who could have come for 90 days and did not are pointed out', () => {
  const people = [
    { person: 'Anna', since: daysAfter(-300), lastVisitAt: null },
    { person: 'Luca', since: daysAfter(-300), lastVisitAt: daysAfter(-5) },
    { person: 'Marc', since: daysAfter(-20), lastVisitAt: null },
    { person: 'Nina', since: daysAfter(-300), lastVisitAt: daysAfter(-90) },
  ]
  expect(unusedPeople(people, unusedDays, noon, calendar)).toEqual(['Anna', 'Nina'])
})

test('taking away what is unused never takes along what is used', () => {
  const one = fc.record({ right: fc.constantFrom(...rightIds), ago: fc.option(fc.integer({ min: 0, max: 400 })) })
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ right }) => right }), (rows) => {
      const uses = rows.map(({ right, ago }) => use(right, ago === null ? null : daysAfter(-ago), daysAfter(-500)))
      const unused = new Set(unusedRights(uses, unusedDays, noon, calendar))
      for (const { right, ago } of rows) {
        if (ago === null || ago >= unusedDays) continue
        expect(unused.has(right)).toBe(false)
        for (const need of rightOf(right).needs) expect(unused.has(need)).toBe(false)
      }
    }),
  )
})
