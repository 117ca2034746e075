import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alpweb, daysAfter, marc, noon, petra } from '../given.ts'
import { type ApplicationId, asId } from '../ids.ts'
import { type Application, type ApplicationState, applicationStates, applyAsPartner } from './application.ts'
import { type ApplicationCommand, applicationCommands, decideApplication } from './decide-application.ts'

const draft = {
  id: asId<ApplicationId>('application'),
  organisationId: alpweb,
  legalName: ' Alpweb  AG ',
  country: 'CH',
  city: 'Olten',
  registerNumber: 'che123456788',
  domain: 'https://www.alpweb.example/',
  contactEmail: 'kontakt@alpweb.example',
  token: 'abc',
}
const applying = { by: { personId: petra, role: 'legal_representative' }, verified: null, hasOpen: false, now: noon } as const
const firm = { legalName: 'Alpweb AG', country: 'CH', city: 'Olten', registerNumber: 'CHE-123.456.788', domain: 'alpweb.example' }

function given(state: ApplicationState = 'open', more: Partial<Application> = {}): Application {
  const applied = applyAsPartner(draft, applying)
  if (applied.kind === 'refused') throw new Error(applied.code)
  return { ...applied.application, state, ...more }
}
const nora = { personId: marc, belongs: false }
const verify: ApplicationCommand = { kind: 'verify', by: nora, lookAlikes: 0, isAcknowledged: false, until: daysAfter(365) }

describe('applying', () => {
  test('is done by a legal representative, and what was written is tidied', () => {
    expect(given()).toMatchObject({ ...firm, kind: 'first', state: 'open', proof: null })
    const code = (more: object, how: object = {}) => {
      const applied = applyAsPartner({ ...draft, ...more }, { ...applying, ...how })
      return applied.kind === 'refused' ? applied.code : applied.kind
    }
    expect(code({}, { by: { personId: marc, role: 'administrator' } })).toBe('not_entitled')
    expect(code({}, { hasOpen: true })).toBe('already_open')
    expect(code({ legalName: 'alpweb.example' })).toBe('invalid_name')
    expect(code({ registerNumber: 'CHE-123.456.789' })).toBe('invalid_register_number')
    expect(code({ domain: 'localhost' })).toBe('invalid_domain')
  })

  test('again, as it was verified, is a renewal; with another name, number or domain a change', () => {
    const kindOf = (verified: typeof firm) => {
      const applied = applyAsPartner(draft, { ...applying, verified })
      return applied.kind === 'done' && applied.application.kind
    }
    expect(kindOf(firm)).toBe('renewal')
    expect(kindOf({ ...firm, city: 'Bern' })).toBe('renewal')
    for (const other of [{ legalName: 'Bergweb AG' }, { registerNumber: 'CHE-234.567.895' }, { domain: 'bergweb.example' }])
      expect(kindOf({ ...firm, ...other })).toBe('change')
  })
})

describe('deciding', () => {
  const outcome = (application: Application, command: ApplicationCommand) => {
    const decided = decideApplication(application, command, noon)
    return decided.kind === 'refused' ? decided.code : decided.application.state
  }

  test('verifies only a proven domain, and a name like another’s only by somebody who saw that', () => {
    expect(outcome(given(), verify)).toBe('domain_not_proven')
    const proven = given('open', { proof: 'dns' })
    expect(outcome(proven, { ...verify, lookAlikes: 1 })).toBe('look_alike')
    expect(outcome(proven, { ...verify, lookAlikes: 1, isAcknowledged: true })).toBe('verified')
    expect(outcome(proven, verify)).toBe('verified')
  })

  test('nobody decides on their own organisation, or on what they asked for', () => {
    const proven = given('open', { proof: 'file' })
    for (const by of [
      { ...nora, belongs: true },
      { personId: petra, belongs: false },
    ]) {
      expect(outcome(proven, { ...verify, by })).toBe('asker_cannot_answer')
      expect(outcome(proven, { kind: 'refuse', by, reason: 'no' })).toBe('asker_cannot_answer')
    }
  })

  test('whatever is done, an application is decided once, and nobody is verified without a proof', () => {
    const command = fc.constantFrom<ApplicationCommand>(
      { kind: 'prove', proof: 'dns' },
      { kind: 'prove', proof: null },
      verify,
      { ...verify, lookAlikes: 2 },
      { kind: 'refuse', by: nora, reason: 'unknown' },
      { kind: 'withdraw' },
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let application = given()
        let decisions = 0
        for (const one of commands) {
          const decided = decideApplication(application, one, noon)
          if (decided.kind === 'refused') continue
          expect(decided.events).toHaveLength(1)
          if (decided.application.state !== 'open') decisions += 1
          if (decided.application.state === 'verified') expect(application.proof).not.toBeNull()
          application = decided.application
        }
        expect(decisions).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('every state knows every command', () => {
    for (const state of applicationStates)
      for (const kind of applicationCommands) {
        const commands = { prove: { kind, proof: 'dns' }, verify, refuse: { kind, by: nora, reason: 'x' }, withdraw: { kind } } as const
        expect(typeof outcome(given(state, { proof: 'file' }), commands[kind] as ApplicationCommand)).toBe('string')
      }
  })
})
