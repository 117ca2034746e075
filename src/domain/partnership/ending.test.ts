import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendar, daysAfter, everywhere, givenGrant, givenPartnership, inForce, noon } from '../given.ts'
import { hourMs, type Instant, later } from '../time.ts'
import { endingsOf, remind, remindDaysBefore, reminderAt, remindersToCome } from './ending.ts'

const view = inForce(everywhere('domain.view'))
const content = (notAfter: Instant) => inForce(everywhere('mail.content'), { notAfter })
const today = calendar.dayOf(noon)
const granted = daysAfter(-10)

test('the whole ends on its last day, and rights that end before it on days of their own', () => {
  const grant = givenGrant([view, content(daysAfter(40))], { notAfter: daysAfter(90) })
  expect(endingsOf(grant, noon, calendar)).toEqual([
    { lastDay: today + 40, at: daysAfter(40), rights: ['mail.content'] },
    { lastDay: today + 90, at: daysAfter(90), rights: null },
  ])
  expect(endingsOf({ ...grant, notAfter: daysAfter(40) }, noon, calendar)).toEqual([
    { lastDay: today + 40, at: daysAfter(40), rights: null },
  ])
})

test('reminders come in the morning, 30, 7 and 1 days before the last day, and only those still ahead', () => {
  const grant = givenGrant([view], { notAfter: daysAfter(20) })
  expect(remindersToCome(grant, noon, calendar)).toEqual([
    { lastDay: today + 20, daysBefore: 7 },
    { lastDay: today + 20, daysBefore: 1 },
  ])
  expect(reminderAt({ lastDay: today + 20, daysBefore: 7 }, calendar)).toBe(daysAfter(13, later(noon, -6 * hourMs)))
})

test('after a long pause only the newest reminder goes out; after a change of the end, none', () => {
  const partnership = givenPartnership({ grant: givenGrant([view], { notAfter: daysAfter(20), grantedAt: daysAfter(-100) }) })
  const kinds = (now: Instant, lastDay = today + 20) =>
    remindDaysBefore.map((daysBefore) => remind(partnership, { lastDay, daysBefore }, now, calendar).kind)
  expect(kinds(daysAfter(19))).toEqual(['nothing', 'nothing', 'remind'])
  expect(kinds(daysAfter(15))).toEqual(['nothing', 'remind', 'not_yet'])
  expect(kinds(noon)).toEqual(['remind', 'not_yet', 'not_yet'])
  expect(kinds(daysAfter(21))).toEqual(['nothing', 'nothing', 'nothing'])
  expect(kinds(daysAfter(19), today + 25)).toEqual(['nothing', 'nothing', 'nothing'])
})

test('the reminder says what ends, and in how many days', () => {
  const partnership = givenPartnership({ grant: givenGrant([view, content(daysAfter(7))]) })
  const reminded = remind(partnership, { lastDay: today + 7, daysBefore: 7 }, noon, calendar)
  expect(reminded).toMatchObject({
    kind: 'remind',
    event: { data: { daysLeft: 7, endsAt: daysAfter(7), type: 'rights', parts: ['mail.content'] } },
  })
})

test('whatever the end, and whenever the clock looks: at most one reminder goes out, and none of what is over or was just granted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 800 }),
      fc.integer({ min: -40, max: 900 }),
      fc.integer({ min: 0, max: 23 }),
      (end, look, hour) => {
        const notAfter = daysAfter(end)
        const now = daysAfter(look, later(noon, (hour - 12) * hourMs))
        const partnership = givenPartnership({ grant: givenGrant([view], { notAfter, grantedAt: granted, notBefore: granted }) })
        const lastDay = calendar.dayOf(later(notAfter, -1))
        const sent = remindDaysBefore.filter((daysBefore) => remind(partnership, { lastDay, daysBefore }, now, calendar).kind === 'remind')
        expect(sent.length).toBeLessThanOrEqual(1)
        if (now >= notAfter) expect(sent).toEqual([])
        for (const daysBefore of sent) {
          expect(reminderAt({ lastDay, daysBefore }, calendar)).toBeGreaterThan(granted)
          expect(reminderAt({ lastDay, daysBefore }, calendar)).toBeLessThanOrEqual(now)
        }
      },
    ),
  )
})
