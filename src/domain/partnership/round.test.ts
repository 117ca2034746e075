import fc from 'fast-check'
import { expect, test } from 'vitest'
import { givenProposal, marc, petra, ruth } from '../given.ts'
import { asId, type ProposalId } from '../ids.ts'
import { proposalStates } from './proposal.ts'
import { hasAskedInRound, versionBefore } from './round.ts'

const version = (number: number, more: Parameters<typeof givenProposal>[0] = {}) =>
  givenProposal({ id: asId<ProposalId>(`version ${number}`), number, ...more })

test('whoever wrote the version before asked, too; whoever answered in between did not', () => {
  const versions = [
    version(1, { state: 'replaced', personId: marc, releasedBy: marc }),
    version(2, { state: 'countered' }),
    version(3, { state: 'countered', side: 'customer', personId: ruth, releasedBy: ruth }),
    version(4),
  ]
  const [first, , , last] = versions
  if (!first || !last) throw new Error('four versions')
  expect([petra, marc, ruth].map((person) => hasAskedInRound(last, versions, person))).toEqual([true, true, false])
  expect(hasAskedInRound(first, versions, petra)).toBe(false)
})

test('what was declined, withdrawn or ran out began nothing: only what was answered or replaced goes before', () => {
  fc.assert(
    fc.property(fc.constantFrom(...proposalStates), fc.boolean(), (state, isOther) => {
      const before = version(1, { state, personId: marc, releasedBy: marc, ...(isOther && { invitationId: null }) })
      const asked = version(2)
      const goesBefore = state === 'countered' || (state === 'replaced' && !isOther)
      expect(versionBefore(asked, [before, asked])).toBe(goesBefore ? before : undefined)
      expect(hasAskedInRound(asked, [before, asked], marc)).toBe(goesBefore)
      expect(hasAskedInRound(asked, [before, asked], petra)).toBe(true)
    }),
  )
})
