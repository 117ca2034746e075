// Who has not answered whether a successor may follow is reminded on the days it was planned for, and on no other.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noon } from '../given.ts'
import { dayMs, hourMs, later } from '../time.ts'
import { givenQuestions } from '../transitions/succession-machine.ts'
import { remindOfSuccession } from './decide-succession.ts'
import { remindDaysBefore, type SuccessionQuestion } from './succession.ts'

const { asked, granted, declined, lapsed } = givenQuestions as Readonly<Record<string, SuccessionQuestion>>

test('seven days before the end the customer and the partner that goes read of it; whoever answered is left in peace', () => {
  if (!asked || !granted || !declined || !lapsed) throw new Error('a question of each state is given')
  const sevenDaysBefore = later(asked.until, -7 * dayMs)
  expect(remindOfSuccession(asked, 7, sevenDaysBefore)).toMatchObject({
    ...{ kind: 'succession.reminded', readers: [asked.customerId, asked.partnerId], data: { daysLeft: 7 } },
  })
  for (const answered of [granted, declined, lapsed]) expect(remindOfSuccession(answered, 7, later(answered.until, -7 * dayMs))).toBeNull()
})

test('of any hour, the one of seven days and the one of two are due on one day each, never together and never after the end', () => {
  fc.assert(
    fc.property(fc.integer({ min: -48, max: 31 * 24 }), (hours) => {
      if (!asked) return
      const now = later(noon, hours * hourMs)
      const due = remindDaysBefore.filter((days) => remindOfSuccession(asked, days, now) !== null)
      const left = Math.ceil((asked.until - now) / dayMs)
      expect(due).toEqual(remindDaysBefore.filter((days) => days === left))
    }),
  )
})
