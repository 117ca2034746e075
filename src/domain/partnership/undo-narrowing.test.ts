import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aroundAt,
  asBeat,
  asPetra,
  asRuth,
  daysAfter,
  everyRow,
  everywhere,
  findProduct,
  givenGrant,
  givenPartnership,
  inForce,
  noon,
  ruth,
} from '../given.ts'
import { isSensitive } from '../rights/catalogue.ts'
import { closeOverNeeds, dropUnsupported, notIn, rightsIn } from '../rights/rights-set.ts'
import { type Instant, isOver, later } from '../time.ts'
import { decidePartnership } from './decide-partnership.ts'
import type { Grant } from './grant.ts'
import { narrowGrant } from './narrow-grant.ts'
import { undoForMs, undoNarrowing, undoUntil } from './undo-narrowing.ts'

const full = givenGrant([
  inForce(everywhere('mail.view')),
  inForce(everywhere('mail.content'), { notAfter: daysAfter(40) }),
  inForce(everywhere('domain.view'), { notAfter: daysAfter(0.5) }),
])
const made = (at: Instant, side: 'customer' | 'partner' = 'customer') => ({ at, side })
const narrowed = (grant: Grant, keep = grant.rights.slice(0, 1)): Grant => {
  const next = narrowGrant(grant, { keep, end: null }, aroundAt(noon))
  if (next.kind === 'refused') throw new Error(next.code)
  return next.grant
}
const undo = (grant: Grant, at: Instant, before = full, side: 'customer' | 'partner' = 'customer') =>
  undoNarrowing(grant, { before, made: made(noon, side), by: ruth }, aroundAt(at))

test('what was taken away by mistake is back with the end it had, and what ran out meanwhile is not', () => {
  const back = undo(narrowed(full), daysAfter(0.9))
  expect(back.kind === 'done' && back.grant).toMatchObject({ version: 3, reason: 'restored', grantedBy: ruth, notAfter: null })
  expect(back.kind === 'done' && back.grant.rights.map(({ right, notAfter }) => [right, notAfter])).toEqual([
    ['mail.view', null],
    ['mail.content', daysAfter(40)],
  ])
})

test('a day later, on another version, or after the partner gave something up there is no undo', () => {
  const grant = narrowed(full)
  expect(undo(grant, later(noon, undoForMs))).toEqual({ kind: 'refused', code: 'undo_over' })
  expect(undo(grant, daysAfter(0.1), full, 'partner')).toEqual({ kind: 'refused', code: 'undo_over' })
  expect(undo({ ...grant, version: 3 }, daysAfter(0.1))).toEqual({ kind: 'refused', code: 'changed_meanwhile' })
  expect(undo({ ...grant, reason: 'changed' }, daysAfter(0.1))).toEqual({ kind: 'refused', code: 'changed_meanwhile' })
  expect(undoUntil(grant, made(noon), noon)).toBe(later(noon, undoForMs))
  expect(undoUntil(full, made(noon), noon)).toBeNull()
})

test('only a legal representative of the customer takes it back, and never past an end', () => {
  const partnership = givenPartnership({ grant: narrowed(full) })
  const command = { kind: 'undo_narrowing', before: full, made: made(noon), isSecured: true } as const
  const at = aroundAt(daysAfter(0.2))
  for (const by of [asPetra, asBeat]) expect(decidePartnership(partnership, { ...command, by }, at)).toMatchObject({ code: 'not_entitled' })
  const done = decidePartnership(partnership, { ...command, by: asRuth }, at)
  expect(done.kind === 'done' && done.events).toMatchObject([
    { kind: 'partnership.granted', data: { version: 3, added: ['domain.view', 'mail.content'] } },
  ])
  expect(decidePartnership({ ...partnership, state: 'ended' }, { ...command, by: asRuth }, at)).toMatchObject({ code: 'already_ended' })
})

test('whatever was narrowed, the undo gives back no more and for no longer than there was, and sensitive rights keep their end', () => {
  const ends = fc.constantFrom(null, daysAfter(0.5), daysAfter(20))
  fc.assert(
    fc.property(
      fc.subarray([...everyRow], { minLength: 1 }),
      ends,
      fc.double({ min: 0, max: 1.5, noNaN: true }),
      fc.nat(),
      (rows, end, wait, kept) => {
        const rights = closeOverNeeds(rows, findProduct).map((row) =>
          inForce(row, { notAfter: end ?? (isSensitive(row.right) ? daysAfter(300) : null) }),
        )
        const before = givenGrant(rights, { notAfter: end })
        const keep = dropUnsupported(rights, findProduct).filter((_, index) => index % (kept % 3 === 0 ? 2 : 3) === 0)
        const next = narrowGrant(before, { keep: dropUnsupported(keep, findProduct), end: null }, aroundAt(noon))
        if (next.kind === 'refused') return
        const now = daysAfter(wait)
        const back = undo(next.grant, now, before)
        if (back.kind === 'refused') return
        expect(wait).toBeLessThan(1)
        expect(notIn(back.grant.rights, before.rights, findProduct)).toEqual([])
        expect(rightsIn(back.grant.rights)).toEqual(rightsIn(before.rights.filter(({ notAfter }) => !isOver(notAfter, now))))
        for (const row of back.grant.rights) expect(before.rights).toContainEqual(row)
      },
    ),
  )
})
