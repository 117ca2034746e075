import { expect, test } from 'vitest'
import { rightIds } from '../../domain/rights/catalogue.ts'
import { change, fromRequested, groupsOf, pickedIn, toRequested, withoutRight, withRight } from './picked-rights.ts'

test('what a right needs comes along, unless it is in force already', () => {
  expect(pickedIn(withRight({}, 'mail.content', []))).toEqual(['mail.view', 'mail.content'])
  expect(pickedIn(withRight({}, 'mail.content', ['mail.view']))).toEqual(['mail.content'])
})

test('without the seeing, nothing of the family is left', () => {
  const picking = withRight(withRight(withRight({}, 'mail.manage', []), 'mail.content', []), 'domain.view', [])
  expect(pickedIn(withoutRight(picking, 'mail.view'))).toEqual(['domain.view'])
  expect(pickedIn(withoutRight(picking, 'mail.content'))).toEqual(['domain.view', 'mail.view', 'mail.manage'])
})

test('a proposal goes through unchanged, several products of one right included', () => {
  const one = { kind: 'family', family: 'mail', future: true } as const
  const proposed = [
    { right: 'organisation.view', scope: { kind: 'organisation' }, required: false, reason: null },
    { right: 'mail.view', scope: one, required: true, reason: 'to help your people' },
  ] as const
  expect(toRequested(fromRequested(proposed))).toEqual(proposed)
})

test('a reason of spaces is none', () => {
  const picking = change(withRight({}, 'domain.view', []), 'domain.view', { reason: '  ', required: true })
  expect(toRequested(picking)).toEqual([{ right: 'domain.view', scope: { kind: 'customer_chooses' }, required: true, reason: null }])
})

test('every right of the catalogue has its group', () => {
  expect(groupsOf(rightIds).flatMap(({ rights }) => rights)).toHaveLength(rightIds.length)
})
