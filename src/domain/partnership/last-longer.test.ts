// A partner that asks for longer: the grant lasts until then once the customer agrees, and whatever was taken away meanwhile stays away.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  around,
  aroundAt,
  asPetra,
  daysAfter,
  everyRow,
  everywhere,
  givenGrant,
  givenProposal,
  givenTerms,
  inForce,
  noon,
  ruth,
  theProposal,
} from '../given.ts'
import { isSensitive } from '../rights/catalogue.ts'
import { isLater } from '../time.ts'
import { addToGrant } from './add-to-grant.ts'
import type { Grant } from './grant.ts'
import { makeProposal } from './make-proposal.ts'
import { narrowGrant } from './narrow-grant.ts'
import { type EndTerm, termsUnchanged } from './terms.ts'

const until = (days: number): EndTerm => ({ kind: 'after', days })
const longer = (days: number) => ({ ...termsUnchanged, end: until(days), extendsGrant: true })
const granting = (days: number, rights: Parameters<typeof addToGrant>[1]['rights'] = []) => ({
  rights,
  terms: longer(days),
  grantedBy: ruth,
  proposalId: theProposal,
})
const ending = (days: number, rows = [inForce(everywhere('mail.view'), { notAfter: daysAfter(days) })]): Grant =>
  givenGrant(rows, { notAfter: daysAfter(days), terms: givenTerms({ end: until(days) }) })

test('what ended with the grant lasts as long as the grant does now, a right with a nearer end keeps it', () => {
  const before = ending(30, [
    inForce(everywhere('mail.view'), { notAfter: daysAfter(30) }),
    inForce(everywhere('domain.view'), { notAfter: daysAfter(10) }),
  ])
  const next = addToGrant(before, { ...granting(400), base: before }, around)
  expect(next.kind === 'done' && next.grant).toMatchObject({ notAfter: daysAfter(400), terms: { end: until(400) } })
  expect(next.kind === 'done' && next.grant.rights.map(({ notAfter }) => notAfter)).toEqual([daysAfter(400), daysAfter(10)])
})

test('an end that was brought nearer after the question was asked stays, and whoever answers looks again', () => {
  const asked = ending(30)
  const shortened = narrowGrant(asked, { keep: asked.rights, end: until(5) }, around)
  const grant = shortened.kind === 'done' ? shortened.grant : asked
  expect(addToGrant(grant, { ...granting(400), base: asked }, around)).toEqual({ kind: 'refused', code: 'changed_meanwhile' })
  const withMore = addToGrant(grant, { ...granting(400, [everywhere('domain.view')]), base: asked }, around)
  expect(withMore.kind === 'done' && withMore.grant.notAfter).toBe(daysAfter(5))
})

test('asking for longer needs a grant that ends, and an end behind it', () => {
  const draft = (grant: Grant | null, days: number) => {
    const {
      side: _,
      state: _s,
      baseVersion: _b,
      personId: _p,
      releasedBy: _r,
      createdAt: _c,
      answeredBy: _a,
      answeredAt: _at,
      ...rest
    } = givenProposal({ rights: [] })
    return makeProposal({ ...rest, terms: longer(days), expiresAt: daysAfter(30), grant, isPartnerVerified: true }, asPetra, around)
  }
  expect(draft(ending(30), 400).kind).toBe('done')
  expect(draft(ending(30), 20)).toEqual({ kind: 'refused', code: 'nothing_changed' })
  expect(draft(givenGrant([inForce(everywhere('mail.view'))]), 400)).toEqual({ kind: 'refused', code: 'nothing_changed' })
  expect(draft(null, 400)).toEqual({ kind: 'refused', code: 'nothing_changed' })
})

test('longer never means shorter or more: no right is added, none ends sooner, none outlasts the grant, and sensitive ones end within a year', () => {
  fc.assert(
    fc.property(
      fc.subarray([...everyRow], { minLength: 1 }),
      fc.integer({ min: 1, max: 700 }),
      fc.integer({ min: 1, max: 730 }),
      (rows, ends, asked) => {
        const before = ending(
          ends,
          rows.map((row) => inForce(row, { notAfter: daysAfter(isSensitive(row.right) ? Math.min(ends, 300) : ends) })),
        )
        const next = addToGrant(before, { ...granting(asked), base: before }, aroundAt(noon))
        if (next.kind === 'refused') {
          expect(asked).toBeLessThanOrEqual(ends)
          return
        }
        expect(next.grant.rights.map(({ right, scope }) => ({ right, scope }))).toEqual(
          before.rights.map(({ right, scope }) => ({ right, scope })),
        )
        next.grant.rights.forEach((row, index) => {
          expect(isLater(before.rights[index]?.notAfter ?? null, row.notAfter)).toBe(false)
          expect(isLater(row.notAfter, next.grant.notAfter)).toBe(false)
          expect(!isSensitive(row.right) || (row.notAfter ?? 0) <= daysAfter(365)).toBe(true)
        })
      },
    ),
  )
})
