import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actor, alpweb, asPetra, asRuth, beat, daysAfter, noon, ruth, thePartnership, theProposal, zuercher } from '../given.ts'
import { asId, type SignatureId } from '../ids.ts'
import { askForSecond, decideSignature, type SignatureCommand } from './decide-signature.ts'
import { type Signature, signatureStates, stateOfSignature } from './signature.ts'

const digest = 'a'.repeat(64)
const waiting: Signature = {
  ...{ id: asId<SignatureId>('signature'), state: 'waiting', reason: 'two_signatures', act: 'answer' },
  ...{ customerId: zuercher, partnerId: alpweb, partnershipId: thePartnership, proposalId: theProposal },
  ...{ firstBy: ruth, firstAt: noon, expiresAt: daysAfter(14), digest, secondBy: null, secondAt: null },
}
const asBeat = actor(beat, 'customer')
const commands: readonly SignatureCommand[] = [
  { kind: 'sign', by: asBeat, digest },
  { kind: 'refuse', by: asBeat },
  { kind: 'withdraw', by: asRuth },
  { kind: 'spoil' },
  { kind: 'lapse' },
]
const codeOf = (signature: Signature, command: SignatureCommand, now = noon) => {
  const decided = decideSignature(signature, command, now)
  return decided.kind === 'refused' ? decided.code : decided.signature.state
}

test('every state answers every command', () => {
  const table = signatureStates.map((state) => [state, ...commands.map((command) => codeOf({ ...waiting, state }, command))].join(' '))
  expect(table).toEqual([
    'waiting given refused withdrawn void not_over_yet',
    'given already_answered already_answered already_answered already_answered already_answered',
    'refused already_answered already_answered already_answered already_answered already_answered',
    'withdrawn request_withdrawn request_withdrawn request_withdrawn request_withdrawn request_withdrawn',
    'void changed_meanwhile changed_meanwhile changed_meanwhile changed_meanwhile changed_meanwhile',
    'expired request_expired request_expired request_expired request_expired request_expired',
  ])
})

test('nobody is the second of their own, and only a legal representative of the customer is one at all', () => {
  expect(codeOf(waiting, { kind: 'sign', by: asRuth, digest })).toBe('asker_cannot_answer')
  expect(codeOf(waiting, { kind: 'refuse', by: asRuth })).toBe('asker_cannot_answer')
  expect(codeOf(waiting, { kind: 'sign', by: actor(beat, 'customer', 'administrator'), digest })).toBe('not_entitled')
  expect(codeOf(waiting, { kind: 'sign', by: asPetra, digest })).toBe('not_entitled')
  expect(codeOf(waiting, { kind: 'withdraw', by: asBeat })).toBe('not_entitled')
})

test('what the second one saw is what the first one signed, or it is not signed', () => {
  expect(codeOf(waiting, { kind: 'sign', by: asBeat, digest: 'b'.repeat(64) })).toBe('changed_meanwhile')
})

test('both sides read that it waits and what became of it', () => {
  expect(askForSecond(waiting)[0]).toMatchObject({ kind: 'signature.asked', readers: [zuercher, alpweb] })
  const decided = decideSignature(waiting, { kind: 'sign', by: asBeat, digest }, noon)
  expect(decided).toMatchObject({
    signature: { secondBy: beat, secondAt: noon },
    events: [{ kind: 'signature.given', data: { firstBy: ruth } }],
  })
})

test('it is over by the clock, at exactly its end, whatever is stored', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (past) => {
      const now = (waiting.expiresAt + past) as typeof noon
      expect(stateOfSignature(waiting, now)).toBe(past >= 0 ? 'expired' : 'waiting')
      expect(codeOf(waiting, { kind: 'sign', by: asBeat, digest }, now)).toBe(past >= 0 ? 'request_expired' : 'given')
      expect(codeOf(waiting, { kind: 'lapse' }, now)).toBe(past >= 0 ? 'expired' : 'not_over_yet')
    }),
  )
})
