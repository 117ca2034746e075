import { expect, test } from 'vitest'
import { isHeldDown, isMeant, noticeMs } from './use-meant.ts'

const longShown = Number.POSITIVE_INFINITY

test('a press that began before something changed, or as half of a double click, is not meant for what is there now', () => {
  expect(isMeant({ clicks: 1, shownMs: longShown })).toBe(true)
  expect(isMeant({ clicks: 0, shownMs: longShown })).toBe(true)
  expect(isMeant({ clicks: 2, shownMs: longShown })).toBe(false)
  expect(isMeant({ clicks: 1, shownMs: noticeMs - 1 })).toBe(false)
  expect(isMeant({ clicks: 0, shownMs: noticeMs - 1 })).toBe(false)
  expect(isMeant({ clicks: 1, shownMs: noticeMs })).toBe(true)
})

test('a held key presses nothing, and goes on scrolling what is longer than the window', () => {
  expect(isHeldDown({ key: 'Enter', repeat: true })).toBe(true)
  expect(isHeldDown({ key: 'Enter', repeat: false })).toBe(false)
  expect(isHeldDown({ key: 'ArrowDown', repeat: true })).toBe(false)
  expect(isHeldDown({ key: 'Tab', repeat: true })).toBe(false)
})
