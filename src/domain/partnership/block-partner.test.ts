import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alpweb, beat, ruth, zuercher } from '../given.ts'
import { roles, sides } from '../organisation.ts'
import { decideBlock } from './block-partner.ts'

const representative = { personId: ruth, side: 'customer', role: 'legal_representative' } as const
const blocking = { partnerId: alpweb, customerId: zuercher, isBlocked: false }

test('a customer blocks a partner, and of that only the customer reads', () => {
  expect(decideBlock(blocking, 'block', representative)).toEqual({
    kind: 'done',
    events: [{ kind: 'partner.blocked', readers: [zuercher], data: { partnerId: alpweb } }],
  })
  const administrator = { personId: beat, side: 'customer', role: 'administrator' } as const
  expect(decideBlock(blocking, 'block', administrator).kind).toBe('done')
  expect(decideBlock({ ...blocking, isBlocked: true }, 'lift', administrator)).toEqual({ kind: 'refused', code: 'not_entitled' })
  expect(decideBlock({ ...blocking, isBlocked: true }, 'lift', representative).kind).toBe('done')
})

test('whoever does what, blocked and lifted alternate, the partner’s side does neither and never reads of it', () => {
  const actor = fc.record({ personId: fc.constant(ruth), side: fc.constantFrom(...sides), role: fc.constantFrom(...roles) })
  const act = fc.constantFrom('block', 'lift')
  fc.assert(
    fc.property(fc.array(fc.tuple(act, fc.option(actor)), { maxLength: 20 }), fc.boolean(), (steps, hasOrganisation) => {
      let isBlocked = false
      const customerId = hasOrganisation ? zuercher : null
      for (const [step, by] of steps) {
        const decided = decideBlock({ partnerId: alpweb, customerId, isBlocked }, step, by)
        if (decided.kind === 'refused') continue
        expect(by?.side).not.toBe('partner')
        expect(by === null).toBe(!hasOrganisation)
        expect(decided.events.flatMap(({ readers }) => readers)).not.toContain(alpweb)
        expect(isBlocked).toBe(step === 'lift')
        isBlocked = step === 'block'
      }
    }),
  )
})
