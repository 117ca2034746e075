import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendar, daysAfter, everywhere, givenGrant, givenPartnership, inForce, noon } from '../given.ts'
import { instant } from '../time.ts'
import { askForReview, reviewDays, reviewDueAt } from './review.ts'

const begun = { activatedAt: daysAfter(-10) }
const never = { reviewedAt: null, askedAt: null }

test('a partnership without an end is looked at again twelve months after its beginning, the last review or the last question', () => {
  const due = (looked: Parameters<typeof reviewDueAt>[1]) => reviewDueAt(givenPartnership(begun), looked, noon, calendar)
  const morning = (day: number) => calendar.onDay(calendar.dayOf(noon) + day, 6)
  expect(due(never)).toBe(morning(reviewDays - 10))
  expect(due({ reviewedAt: noon, askedAt: null })).toBe(morning(reviewDays))
  expect(due({ reviewedAt: daysAfter(-5), askedAt: noon })).toBe(morning(reviewDays))
})

test('what has an end, has ended or holds nothing is not asked about', () => {
  const ending = givenPartnership({ ...begun, grant: givenGrant([inForce(everywhere('domain.view'))], { notAfter: daysAfter(900) }) })
  const empty = givenPartnership({ ...begun, grant: givenGrant([]) })
  for (const partnership of [ending, empty, givenPartnership({ ...begun, state: 'ended' })]) {
    expect(askForReview(partnership, never, daysAfter(800), calendar)).toEqual({ kind: 'nothing' })
  }
})

test('it is asked once a year at most, however late the clock looks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_200 }), fc.integer({ min: 0, max: 1_200 }), (first, gap) => {
      const partnership = givenPartnership(begun)
      const at = daysAfter(first)
      const asked = askForReview(partnership, never, at, calendar)
      if (asked.kind !== 'ask') return
      const again = askForReview(partnership, { reviewedAt: null, askedAt: at }, instant(daysAfter(gap, at)), calendar)
      expect(again.kind === 'ask').toBe(gap >= reviewDays)
    }),
  )
})
