import { expect, test } from 'vitest'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { toggled } from './keeping.ts'

const present: readonly RightId[] = ['billing.view', 'billing.pay', 'mail.view', 'mail.manage', 'mail.content']

test('what needs a dropped right goes with it, and comes back with what it needs', () => {
  expect(toggled('mail.view', present, present)).toEqual(['billing.view', 'billing.pay'])
  expect(toggled('mail.content', present, ['billing.view'])).toEqual(['billing.view', 'mail.view', 'mail.content'])
  expect(toggled('mail.content', present, present)).toEqual(['billing.view', 'billing.pay', 'mail.view', 'mail.manage'])
})

test('whatever is ticked, nothing is kept without what it needs', () => {
  let kept = present
  for (const right of [...present, ...present.toReversed(), ...present]) {
    kept = toggled(right, present, kept)
    if (kept.includes('mail.content') || kept.includes('mail.manage')) expect(kept).toContain('mail.view')
    if (kept.includes('billing.pay')) expect(kept).toContain('billing.view')
  }
})
