// A case is decided once, by the right one, and each side is heard once.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Case, type CaseCommand, caseKinds, caseOutcomes, decideCase, outcomesFor } from './case.ts'
import { asAnna, asBeat, asPetra, asRuth, noon } from './given.ts'
import { asId, type CaseId, type PersonId } from './ids.ts'

const olga = asId<PersonId>('olga')
const otto = asId<PersonId>('otto')
const dispute: Case = {
  ...{ id: asId<CaseId>('case'), kind: 'dispute', state: 'open', customerId: asId('zuercher'), partnerId: asId('alpweb') },
  ...{ partnershipId: asId('partnership'), openedBy: asRuth.personId, views: { customer: null, partner: null } },
  ...{ outcome: null, closedBy: null, closedAt: null },
}
const after = (of: Case, command: CaseCommand) => {
  const decided = decideCase(of, command, noon)
  return decided.kind === 'done' ? decided.case : decided.code
}

test('both sides are heard once, by their legal representatives', () => {
  const heard = after(dispute, { kind: 'state_view', by: asPetra, text: 'It was asked for.' })
  expect(heard).toMatchObject({ views: { customer: null, partner: 'It was asked for.' } })
  expect(after(heard as Case, { kind: 'state_view', by: asPetra, text: 'And more.' })).toBe('already_answered')
  expect(after(dispute, { kind: 'state_view', by: asAnna, text: 'Me too.' })).toBe('not_entitled')
})

test('the customer alone takes its dispute back', () => {
  expect(after(dispute, { kind: 'withdraw', by: asRuth })).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
  expect(after(dispute, { kind: 'withdraw', by: asPetra })).toBe('not_entitled')
  expect(after(dispute, { kind: 'withdraw', by: asBeat })).toBe('not_entitled')
})

test('nobody appoints a representative alone: another operator closes the case', () => {
  const of: Case = { ...dispute, kind: 'representation', openedBy: olga }
  expect(after(of, { kind: 'close', operator: olga, outcome: 'appointed' })).toBe('second_operator_needed')
  expect(after(of, { kind: 'close', operator: otto, outcome: 'appointed' })).toMatchObject({ outcome: 'appointed', closedBy: otto })
})

const anyCommand: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.record({ kind: fc.constant('state_view' as const), by: fc.constantFrom(asRuth, asPetra, asBeat, asAnna), text: fc.string() }),
  fc.record({ kind: fc.constant('withdraw' as const), by: fc.constantFrom(asRuth, asPetra, asBeat, asAnna) }),
  fc.record({
    kind: fc.constant('close' as const),
    operator: fc.constantFrom(olga, otto),
    outcome: fc.constantFrom(...caseOutcomes.filter((outcome) => outcome !== 'withdrawn')),
  }),
)

test('whatever is tried, a closed case stays as it is, and ends as its kind may end', () => {
  fc.assert(
    fc.property(fc.constantFrom(...caseKinds), fc.array(anyCommand, { maxLength: 12 }), (kind, commands) => {
      let of: Case = { ...dispute, kind, openedBy: kind === 'representation' ? olga : asRuth.personId }
      for (const command of commands) {
        const decided = decideCase(of, command, noon)
        if (of.state === 'closed') expect(decided).toEqual({ kind: 'refused', code: 'case_closed' })
        if (decided.kind === 'done') of = decided.case
      }
      if (of.outcome !== null) expect(outcomesFor(kind)).toContain(of.outcome)
      if (of.outcome === 'appointed') expect(of.closedBy).not.toBe(of.openedBy)
      expect((of.state === 'closed') === (of.outcome !== null)).toBe(true)
    }),
  )
})
