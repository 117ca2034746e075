import { expect, test } from 'vitest'
import { searched, searchedWithOneNode } from './search.ts'

test('with one node, no order of steps and deaths lets a decision be older than it may be', () => {
  const found = searchedWithOneNode()
  expect(found.broken).toBeUndefined()
  expect(found.states).toBeGreaterThan(10_000)
})

test('a question that is answered by the look already under way can be allowed after the revocation', () => {
  expect(searched({ usesLookUnderWay: true }).broken?.what).toMatch('strong question')
})

test('a lease that is counted from the arrival of an answer lasts too long', () => {
  expect(searched({ leaseFromArrival: true }).broken?.what).toMatch('bounded question')
})
