import { expect, test } from 'vitest'
import type { Assignment } from '../assignment.ts'
import {
  alpweb,
  anna,
  bakeryMail,
  daysAfter,
  everywhere,
  givenGrant,
  givenProduct,
  inForce,
  marc,
  noon,
  ruth,
  thePartnership,
  webwerk,
  zuercher,
  zuercherCh,
} from '../given.ts'
import { asId, type PartnershipId, type VisitId } from '../ids.ts'
import { rightsEffective } from '../partnership/partnership.ts'
import { isSensitive, rightIds } from '../rights/catalogue.ts'
import { later, minuteMs, type Period } from '../time.ts'
import { decide } from './decide.ts'
import { explain } from './explain.ts'
import type { Facts } from './facts.ts'
import { acting, atHome, givenActing, givenFacts, onMail, theVisit, withPartnership, withRole } from './given-facts.ts'
import type { Question } from './question.ts'

const missing = (question: Question, facts: Facts, now = noon) => {
  const { allowed, because } = decide(question, facts, now)
  return allowed ? 'allowed' : because.code
}
const withGrant = (...rows: Parameters<typeof givenGrant>[0]) => withPartnership({ grant: givenGrant(rows) })
const { session } = givenFacts()
const withPassword = session && { ...session, strength: 'password' as const }
const forATime = (period: Partial<Period>, rights: Assignment['rights'] = null): Assignment => {
  return { partnershipId: thePartnership, personId: anna, rights, period: { notBefore: daysAfter(-1), notAfter: null, ...period } }
}
const act = (more: Parameters<typeof givenActing>[0]) => givenFacts({ acting: givenActing(more) })

test('an assigned collaborator does what was granted, and the answer says why and until when', () => {
  expect(decide(onMail('mail.manage'), givenFacts(), noon)).toEqual({
    allowed: true,
    because: {
      kind: 'grant',
      customerId: zuercher,
      partnerId: alpweb,
      partnershipId: thePartnership,
      grantVersion: 1,
      right: 'mail.manage',
      scope: { kind: 'all', future: true },
      role: 'collaborator',
      by: 'assignment',
      personId: anna,
      visitId: theVisit,
    },
    validUntil: later(noon, 30 * minuteMs),
  })
})

test('the first thing that is missing is named, with who could give it', () => {
  expect(decide(onMail('mail.manage'), withPartnership({ suspendedByCustomerAt: noon }), noon)).toEqual({
    allowed: false,
    because: { code: 'not_suspended_by_customer', givenBy: 'customer_legal_representative' },
  })
  const without: readonly [string, Facts][] = [
    ['session', givenFacts({ session: null })],
    ['partnership', givenFacts({ acting: null })],
    ['partner_membership', act({ membership: null })],
    ['partner_membership', act({ membership: { organisationId: webwerk, personId: anna, role: 'legal_representative' } })],
    ['partner_membership', act({ membership: { organisationId: alpweb, personId: marc, role: 'administrator' } })],
    ['partnership_active', withPartnership({ state: 'ended' })],
    ['partnership_active', withPartnership({ state: 'proposed', grant: null })],
    ['not_suspended_by_operator', withPartnership({ suspendedByOperatorAt: noon })],
    ['not_suspended_by_operator', withPartnership({ partnerClosedAt: noon })],
    ['grant_started', withPartnership({ grant: givenGrant([], { notBefore: daysAfter(1) }) })],
    ['grant_not_over', withPartnership({ grant: givenGrant([], { notAfter: noon }) })],
    ['admitted_by_name', withPartnership({ namedPeopleOnly: true })],
    ['assignment', act({ assignments: [] })],
    ['assignment', act({ assignments: [{ partnershipId: thePartnership, personId: marc, rights: null }] })],
    ['assignment', act({ assignments: [{ partnershipId: asId<PartnershipId>('other'), personId: anna, rights: null }] })],
    ['assignment_in_time', act({ assignments: [forATime({ notAfter: noon })] })],
    ['second_factor_to_enter', { ...withPartnership({ secondFactorNeeded: true }), session: withPassword }],
    ['assigned_right', act({ assignments: [{ partnershipId: thePartnership, personId: anna, rights: ['mail.view'] }] })],
    ['visit', act({ visit: null })],
    ['product', givenFacts({ product: null })],
    ['product', givenFacts({ product: { ...bakeryMail, ownerId: alpweb } })],
    ['product', givenFacts({ product: zuercherCh })],
    ['right_granted', withGrant(inForce(everywhere('mail.view')))],
    ['right_started', withGrant(inForce(everywhere('mail.manage'), { notBefore: daysAfter(1) }))],
    ['right_not_over', withGrant(inForce(everywhere('mail.manage'), { notAfter: noon }))],
    ['scope', withGrant(inForce({ right: 'mail.manage', scope: { kind: 'product', productId: zuercherCh.productId } }))],
    ['needed_right', withGrant(inForce(everywhere('mail.manage')))],
  ]
  expect(without.map(([, facts]) => missing(onMail('mail.manage'), facts))).toEqual(without.map(([code]) => code))
})

test('a right is there until, and not at, the instant it ends', () => {
  const rows = [everywhere('mail.view'), everywhere('mail.manage')].map((row) => inForce(row, { notAfter: later(noon, minuteMs) }))
  expect(missing(onMail('mail.manage'), withGrant(...rows), later(noon, minuteMs - 1))).toBe('allowed')
  expect(missing(onMail('mail.manage'), withGrant(...rows), later(noon, minuteMs))).toBe('right_not_over')
})

test('a visit carries acts until, and not at, the instant it is over', () => {
  expect(missing(onMail('mail.view'), givenFacts(), later(noon, 30 * minuteMs - 1))).toBe('allowed')
  expect(missing(onMail('mail.view'), givenFacts(), later(noon, 30 * minuteMs))).toBe('visit_not_over')
})

test('a visit serves its own person, session and partnership only', () => {
  const { visit } = givenActing()
  if (visit === null) throw new Error('no visit')
  const others = [
    { id: asId<VisitId>('other') },
    { personId: marc },
    { sessionId: asId<typeof visit.sessionId>('other') },
    { partnershipId: asId<PartnershipId>('other') },
  ]
  for (const other of others) expect(missing(onMail('mail.view'), act({ visit: { ...visit, ...other } }))).toBe('visit')
})

test('sensitive rights need a second factor, and a granter with a credential', () => {
  const { session } = givenFacts()
  if (session === null) throw new Error('no session')
  const weak = givenFacts({ session: { ...session, strength: 'password' } })
  expect([missing(onMail('mail.content'), weak), missing(onMail('mail.manage'), weak)]).toEqual(['second_factor', 'allowed'])
  const unsecured = withPartnership({ securedAt: null })
  expect([missing(onMail('mail.content'), unsecured), missing(onMail('mail.manage'), unsecured)]).toEqual(['granter_secured', 'allowed'])
})

test('representatives and administrators of the partner need no assignment, unless the customer admits named people only', () => {
  for (const role of ['legal_representative', 'administrator'] as const) {
    expect(missing(onMail('mail.manage'), act({ membership: withRole(role), assignments: [] }))).toBe('allowed')
    const { partnership } = withPartnership({ namedPeopleOnly: true }).acting ?? givenActing()
    const named = (admittedByName: boolean) => act({ membership: withRole(role), assignments: [], partnership, admittedByName })
    expect([missing(onMail('mail.manage'), named(false)), missing(onMail('mail.manage'), named(true))]).toEqual([
      'admitted_by_name',
      'allowed',
    ])
  }
})

test('an assignment for a time counts from its start on, not at its end, and the answer ends with it', () => {
  const soon = later(noon, minuteMs)
  const given = act({ assignments: [forATime({ notBefore: noon, notAfter: soon })] })
  const at = (time: typeof noon) => missing(onMail('mail.manage'), given, time)
  expect([at(later(noon, -1)), at(noon), at(later(soon, -1)), at(soon)]).toEqual([
    ...['assignment_in_time', 'allowed', 'allowed', 'assignment_in_time'],
  ])
  expect(decide(onMail('mail.manage'), given, noon)).toMatchObject({ validUntil: soon })
  const both = act({
    assignments: [forATime({}, ['mail.view', 'mail.manage']), forATime({ notAfter: soon }, ['mail.view', 'mail.content'])],
  })
  const until = (right: 'mail.manage' | 'mail.content') => decide(onMail(right), both, noon)
  expect(until('mail.content')).toMatchObject({ validUntil: soon })
  expect(until('mail.manage')).toMatchObject({ validUntil: later(noon, 30 * minuteMs) })
  expect(missing(onMail('mail.content'), both, soon)).toBe('assigned_right')
  const leader = act({ membership: withRole('administrator'), assignments: [forATime({ notAfter: soon })] })
  expect(decide(onMail('mail.manage'), leader, noon)).toMatchObject({ validUntil: later(noon, 30 * minuteMs) })
})

test('a customer may demand a second factor of everyone who enters', () => {
  const strict = withPartnership({ secondFactorNeeded: true })
  const enter: Question = { ...acting('enter'), visit: { partnershipId: thePartnership, visitId: null } }
  expect([missing(enter, strict), missing(onMail('mail.view'), strict)]).toEqual(['allowed', 'allowed'])
  const weak = { ...strict, session: withPassword }
  expect([missing(enter, weak), missing(onMail('mail.view'), weak)]).toEqual(['second_factor_to_enter', 'second_factor_to_enter'])
  expect(missing({ ...enter, standing: true }, { ...strict, session: null })).toBe('allowed')
})

test('while the operator suspends what is sensitive, the rest goes on', () => {
  const suspended = withPartnership({ sensitiveSuspendedAt: noon })
  const rights = ['mail.view', 'mail.manage', 'mail.content'] as const
  expect(rights.map((right) => missing(onMail(right), suspended))).toEqual(['allowed', 'allowed', 'sensitive_not_suspended'])
  const effective = rightsEffective(suspended.acting?.partnership ?? givenActing().partnership, noon)
  expect(effective.some(({ right }) => isSensitive(right))).toBe(false)
  expect(effective.map(({ right }) => right)).toContain('mail.manage')
})

test('a product created after the grant is reached only where future products are included', () => {
  const newest = givenProduct('newest', 'mail', daysAfter(-1))
  const question: Question = { ...acting('mail.view'), productId: newest.productId }
  const at = (future: boolean) => ({ ...withGrant(inForce(everywhere('mail.view', future))), product: newest })
  expect([missing(question, at(true)), missing(question, at(false))]).toEqual(['allowed', 'scope'])
})

test('ordering what is not yet there needs a scope with future products', () => {
  const order: Question = { ...acting('product.order'), family: 'mail' }
  const on = (family: 'mail' | 'domain', future: boolean) =>
    withGrant(inForce({ right: 'product.order', scope: { kind: 'family', family, future } }))
  expect([on('mail', true), on('mail', false), on('domain', true)].map((facts) => missing(order, facts))).toEqual([
    'allowed',
    'scope',
    'scope',
  ])
})

test('deleting a product needs to see its family', () => {
  const rows = [inForce(everywhere('product.delete')), inForce(everywhere('domain.view'))]
  expect(missing(onMail('product.delete'), withGrant(...rows))).toBe('needed_right')
  expect(missing(onMail('product.delete'), withGrant(...rows, inForce(everywhere('mail.view'))))).toBe('allowed')
  expect(missing(acting('product.delete'), givenFacts())).toBe('needed_right')
})

test('entering needs a living partnership and the person’s part in it, no right and no visit yet', () => {
  const enter: Question = { ...acting('enter'), visit: { partnershipId: thePartnership, visitId: null } }
  const noVisit = givenFacts({ acting: givenActing({ visit: null }, []), product: null })
  expect(missing(enter, noVisit)).toBe('allowed')
  expect(missing(enter, act({ assignments: [], visit: null }))).toBe('assignment')
  expect(missing({ ...onMail('mail.view'), visit: { partnershipId: thePartnership, visitId: null } }, act({ visit: null }))).toBe('visit')
})

test('own membership and acting are never added up', () => {
  const both = givenFacts({ membership: { organisationId: zuercher, personId: anna, role: 'legal_representative' } })
  const nothingGranted = { ...both, acting: givenActing({}, []) }
  expect(missing(onMail('mail.view'), nothingGranted)).toBe('right_granted')
  const asMember: Question = { personId: anna, organisationId: zuercher, action: 'mail.view', productId: bakeryMail.productId }
  expect(missing(asMember, givenFacts())).toBe('membership')
  expect(decide(asMember, nothingGranted, noon)).toMatchObject({ allowed: true, because: { kind: 'member', role: 'legal_representative' } })
})

test('at home the role decides', () => {
  const as = (role: 'legal_representative' | 'administrator' | 'collaborator') =>
    givenFacts({ membership: { organisationId: alpweb, personId: anna, role } })
  for (const role of ['legal_representative', 'administrator'] as const) {
    for (const right of rightIds) expect(missing(atHome(right), as(role))).toBe('allowed')
  }
  const refused = rightIds.filter((right) => missing(atHome(right), as('collaborator')) !== 'allowed')
  expect(refused).toEqual(
    expect.arrayContaining(['members.view', 'members.manage', 'billing.view', 'billing.pay', 'product.order', 'product.delete']),
  )
  expect([missing(atHome('mail.manage'), as('collaborator')), missing(atHome('enter'), as('collaborator'))]).toEqual(['allowed', 'allowed'])
  expect(missing({ ...atHome('mail.manage'), productId: bakeryMail.productId }, as('collaborator'))).toBe('product')
  expect(missing({ ...atHome('mail.view'), personId: ruth }, as('legal_representative'))).toBe('session')
})

test('the explanation lists every requirement, and shows what is missing', () => {
  const steps = explain(onMail('mail.manage'), withPartnership({ suspendedByOperatorAt: noon }), noon)
  expect(steps.filter(({ holds }) => !holds)).toEqual([{ code: 'not_suspended_by_operator', givenBy: 'operator', holds: false }])
  expect(explain(onMail('mail.manage'), givenFacts({ session: null, acting: null, product: null }), noon).some(({ holds }) => holds)).toBe(
    true,
  )
})
