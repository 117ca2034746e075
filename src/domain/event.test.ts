import { expect, test } from 'vitest'
import { eventKinds, isEventKind } from './event.ts'

test('each kind of event has a name of its own: what it is about, and what happened', () => {
  expect(new Set(eventKinds).size).toBe(eventKinds.length)
  for (const kind of eventKinds) expect(kind).toMatch(/^[a-z_]+\.[a-z_]+$/)
  expect([isEventKind('partnership.granted'), isEventKind('toString')]).toEqual([true, false])
})
