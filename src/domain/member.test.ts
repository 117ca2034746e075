import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alpweb, anna, marc, petra, ruth } from './given.ts'
import { type MemberChange, refusalOfMemberChange, touchOf } from './member.ts'
import { type Member, roles } from './organisation.ts'
import { actsOf, mayDo } from './who-may.ts'

const isRepresentative = ({ role }: Member) => role === 'legal_representative'
const members: readonly Member[] = [
  { organisationId: alpweb, personId: petra, role: 'legal_representative' },
  { organisationId: alpweb, personId: marc, role: 'administrator' },
  { organisationId: alpweb, personId: anna, role: 'collaborator' },
]

test('the last legal representative neither leaves nor loses the role', () => {
  expect(refusalOfMemberChange(members, petra, { kind: 'leave' })).toBe('last_legal_representative')
  expect(refusalOfMemberChange(members, petra, { kind: 'change_role', personId: petra, role: 'collaborator' })).toBe(
    'last_legal_representative',
  )
  expect(refusalOfMemberChange(members, petra, { kind: 'remove', personId: petra })).toBe('last_legal_representative')
})

test('administrators look after collaborators, only legal representatives name each other and administrators', () => {
  expect(refusalOfMemberChange(members, marc, { kind: 'invite', role: 'collaborator' })).toBeNull()
  expect(refusalOfMemberChange(members, marc, { kind: 'invite', role: 'administrator' })).toBe('not_entitled')
  expect(refusalOfMemberChange(members, marc, { kind: 'change_role', personId: anna, role: 'administrator' })).toBe('not_entitled')
  expect(refusalOfMemberChange(members, marc, { kind: 'remove', personId: petra })).toBe('not_entitled')
  expect(refusalOfMemberChange(members, petra, { kind: 'change_role', personId: marc, role: 'legal_representative' })).toBeNull()
  expect(refusalOfMemberChange(members, anna, { kind: 'leave' })).toBeNull()
  expect(refusalOfMemberChange(members, ruth, { kind: 'leave' })).toBe('not_entitled')
})

test('one more representative, or one less, is more than a change of members; to go oneself is not', () => {
  const both: readonly Member[] = [...members, { organisationId: alpweb, personId: ruth, role: 'legal_representative' }]
  const touched = (change: MemberChange, by = petra) => touchOf(both, by, change)
  expect(touched({ kind: 'invite', role: 'legal_representative' })).toBe('names')
  expect(touched({ kind: 'invite', role: 'administrator' })).toBeNull()
  expect(touched({ kind: 'change_role', personId: marc, role: 'legal_representative' })).toBe('names')
  expect(touched({ kind: 'change_role', personId: marc, role: 'collaborator' })).toBeNull()
  expect(touched({ kind: 'change_role', personId: ruth, role: 'administrator' })).toBe('dismisses')
  expect(touched({ kind: 'remove', personId: ruth })).toBe('dismisses')
  expect(touched({ kind: 'remove', personId: anna })).toBeNull()
  for (const change of [{ kind: 'leave' }, { kind: 'remove', personId: petra }] as const) expect(touched(change)).toBeNull()
})

test('whatever changes, an organisation keeps a legal representative', () => {
  const people = [petra, marc, anna, ruth]
  const anyMembers = fc
    .subarray(people, { minLength: 1 })
    .chain((some) =>
      fc.tuple(...some.map((personId) => fc.constantFrom(...roles).map((role): Member => ({ organisationId: alpweb, personId, role })))),
    )
  const anyChange: fc.Arbitrary<MemberChange> = fc.oneof(
    fc.constant({ kind: 'leave' as const }),
    fc.record({ kind: fc.constant('remove' as const), personId: fc.constantFrom(...people) }),
    fc.record({ kind: fc.constant('change_role' as const), personId: fc.constantFrom(...people), role: fc.constantFrom(...roles) }),
  )
  fc.assert(
    fc.property(anyMembers, fc.constantFrom(...people), anyChange, (some, by, change) => {
      fc.pre(some.some(({ role }) => role === 'legal_representative'))
      if (refusalOfMemberChange(some, by, change) !== null) return
      const isTouched = after(some, by, change).filter(isRepresentative).length !== some.filter(isRepresentative).length
      const isOwn = change.kind === 'leave' || (change.kind !== 'invite' && change.personId === by)
      if (!isOwn) expect(touchOf(some, by, change) !== null).toBe(isTouched)
      expect(after(some, by, change).some(({ role }) => role === 'legal_representative')).toBe(true)
    }),
  )
})

test('only legal representatives of the customer grant, change and resume; only those of the partner send', () => {
  for (const act of ['change_grant', 'resume', 'admit_people'] as const) {
    for (const role of roles) {
      expect(mayDo(act, { side: 'customer', role })).toBe(role === 'legal_representative')
      expect(mayDo(act, { side: 'partner', role })).toBe(false)
    }
  }
  for (const side of ['partner', 'customer'] as const) {
    for (const role of roles) {
      expect(mayDo('release', { side, role })).toBe(role === 'legal_representative')
      expect(mayDo('answer', { side, role })).toBe(role === 'legal_representative')
    }
  }
})

test('an administrator of the customer stops access at once; a collaborator of the partner decides nothing', () => {
  expect(mayDo('suspend', { side: 'customer', role: 'administrator' })).toBe(true)
  expect(actsOf('partner', 'administrator')).toEqual(expect.arrayContaining(['prepare', 'resend', 'withdraw', 'end', 'assign']))
  expect(actsOf('partner', 'collaborator')).toEqual(['ask_access'])
})

function after(some: readonly Member[], by: Member['personId'], change: MemberChange): readonly Member[] {
  switch (change.kind) {
    case 'invite':
      return some
    case 'leave':
      return some.filter(({ personId }) => personId !== by)
    case 'remove':
      return some.filter(({ personId }) => personId !== change.personId)
    case 'change_role':
      return some.map((member) => (member.personId === change.personId ? { ...member, role: change.role } : member))
  }
}
