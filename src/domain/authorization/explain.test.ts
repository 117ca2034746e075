// Explanations of anything: whatever is absent is missing, and never in the way.
import { expect, test } from 'vitest'
import {
  alpweb,
  anna,
  bakeryMail,
  daysAfter,
  everywhere,
  givenGrant,
  givenPartnership,
  inForce,
  noon,
  thePartnership,
  zuercher,
  zuercherCh,
} from '../given.ts'
import { asId, type OrganisationId, type PartnershipId } from '../ids.ts'
import { later, minuteMs } from '../time.ts'
import { decide } from './decide.ts'
import { explain } from './explain.ts'
import type { Facts } from './facts.ts'
import { acting, atHome, givenActing, givenFacts, onMail, withPartnership } from './given-facts.ts'
import type { Question } from './question.ts'

const nothing: Facts = { session: null, membership: null, acting: null, product: null }
const holding = (question: Question, facts: Facts) =>
  explain(question, facts, noon)
    .filter(({ holds }) => holds)
    .map(({ code }) => code)
const missing = (question: Question, facts: Facts) => {
  const decision = decide(question, facts, noon)
  return decision.allowed ? 'allowed' : decision.because.code
}

test('of nothing at all, only that there is such a right holds', () => {
  expect(holding(onMail('mail.content'), nothing)).toEqual(['right_exists'])
  expect(holding(acting('billing.view'), nothing)).toEqual([
    ...['right_exists', 'product', 'needed_right', 'granter_secured', 'sensitive_not_suspended', 'second_factor'],
  ])
  expect(holding(atHome('mail.view'), nothing)).toEqual(['right_exists', 'product'])
  expect(holding({ ...onMail('mail.view'), action: 'partnership.decide' as never }, nothing)).toEqual([])
  expect(holding(acting('enter'), nothing)).toEqual([
    ...['right_exists', 'product', 'right_granted', 'right_started', 'right_not_over', 'scope', 'assigned_right', 'needed_right'],
    ...['granter_secured', 'sensitive_not_suspended', 'second_factor'],
  ])
})

test('each requirement names who could give what is missing', () => {
  const named = (question: Question) => explain(question, nothing, noon).map(({ code, givenBy }) => `${code} by ${givenBy}`)
  expect(named(atHome('enter'))).toEqual([
    ...['session by person', 'right_exists by nobody', 'membership by own_administrator', 'role by own_administrator', 'product by nobody'],
  ])
  expect(named(acting('enter'))).toEqual([
    ...['session by person', 'right_exists by nobody', 'partnership by customer_legal_representative'],
    ...['partner_membership by partner_administrator', 'assignment by partner_administrator'],
    'assignment_in_time by partner_administrator',
    ...['partnership_active by customer_legal_representative', 'not_suspended_by_customer by customer_legal_representative'],
    ...['not_suspended_by_operator by operator', 'grant_started by time', 'grant_not_over by customer_legal_representative'],
    ...['admitted_by_name by customer_legal_representative', 'second_factor_to_enter by person', 'visit by person'],
    ...['visit_not_over by person', 'product by nobody'],
    ...['right_granted by customer_legal_representative', 'right_started by time', 'right_not_over by customer_legal_representative'],
    ...[
      'scope by customer_legal_representative',
      'assigned_right by partner_administrator',
      'needed_right by customer_legal_representative',
    ],
    ...['granter_secured by customer_legal_representative', 'sensitive_not_suspended by operator', 'second_factor by person'],
  ])
})

test('an answer ends with the grant, and before a visit with no visit', () => {
  const soon = later(noon, minuteMs)
  const ending = givenGrant([inForce(everywhere('mail.view'))], { notAfter: soon })
  expect(decide(onMail('mail.view'), withPartnership({ grant: ending }), noon)).toMatchObject({ validUntil: soon })
  const enter: Question = { ...acting('enter'), visit: { partnershipId: thePartnership, visitId: null } }
  expect(decide(enter, givenFacts(), noon)).toMatchObject({ validUntil: daysAfter(1) })
})

test('a partnership that granted nothing yet holds nobody back but itself', () => {
  const facts = {
    ...nothing,
    acting: { ...givenActing({ membership: null, visit: null }), partnership: givenPartnership({ grant: null }) },
  }
  expect(holding(onMail('mail.manage'), facts)).toEqual([
    ...[
      'right_exists',
      'partnership',
      'not_suspended_by_customer',
      'not_suspended_by_operator',
      'admitted_by_name',
      'second_factor_to_enter',
      'granter_secured',
      'sensitive_not_suspended',
      'second_factor',
    ],
  ])
})

test('the facts must be those of the question', () => {
  const elsewhere = asId<OrganisationId>('elsewhere')
  const other = { partnershipId: asId<PartnershipId>('other'), visitId: null }
  expect(missing({ ...onMail('mail.view'), organisationId: elsewhere }, givenFacts())).toBe('partnership')
  expect(missing({ ...onMail('enter'), visit: other }, givenFacts())).toBe('partnership')
  expect(missing({ ...onMail('mail.view'), productId: zuercherCh.productId }, givenFacts())).toBe('product')
  expect(missing({ ...onMail('mail.view'), productId: zuercherCh.productId }, givenFacts({ product: zuercherCh }))).toBe('product')
  const membership = { organisationId: zuercher, personId: anna, role: 'administrator' as const }
  expect(missing(atHome('enter'), givenFacts({ membership }))).toBe('membership')
  expect(missing({ ...atHome('enter'), organisationId: alpweb }, givenFacts({ membership }))).toBe('membership')
})

test('one row or assignment that does is enough, whatever the others say', () => {
  const [view, manage] = [inForce(everywhere('mail.view')), inForce(everywhere('mail.manage'))]
  const late = inForce(
    { right: 'mail.manage', scope: { kind: 'product', productId: bakeryMail.productId } },
    { notBefore: (noon + 1) as never },
  )
  expect(missing(onMail('mail.manage'), withPartnership({ grant: givenGrant([late, view, manage]) }))).toBe('allowed')
  const assigned = (rights: 'mail.view' | null) => ({
    partnershipId: thePartnership,
    personId: anna,
    rights: rights === null ? null : [rights],
  })
  const facts = givenFacts({ acting: givenActing({ assignments: [assigned('mail.view'), assigned(null)] }) })
  expect(missing(onMail('mail.manage'), facts)).toBe('allowed')
})

test('one thing that is absent leaves the others as they are', () => {
  const lacking = (question: Question, facts: Facts) => explain(question, facts, noon).flatMap(({ code, holds }) => (holds ? [] : [code]))
  expect(lacking(onMail('mail.view'), givenFacts({ product: null }))).toEqual(['product', 'scope'])
  expect(lacking(onMail('product.delete'), givenFacts({ product: null }))).toEqual(['product', 'scope', 'needed_right'])
  expect(lacking(onMail('mail.content'), givenFacts({ session: null }))).toEqual(['session', 'visit', 'second_factor'])
})

test('a grant and its rights are there from the instant at which they begin', () => {
  const beginning = (at: typeof noon) => givenGrant([inForce(everywhere('mail.view'), { notBefore: at })], { notBefore: at })
  expect(missing(onMail('mail.view'), withPartnership({ grant: beginning(noon) }))).toBe('allowed')
  expect(missing(onMail('mail.view'), withPartnership({ grant: beginning(later(noon, 1)) }))).toBe('grant_started')
})

test('rights of the organisation count on the organisation only', () => {
  const on = (kind: 'organisation' | 'all') =>
    withPartnership({ grant: givenGrant([inForce({ right: 'billing.view', scope: kind === 'all' ? { kind, future: true } : { kind } })]) })
  expect([missing(acting('billing.view'), on('organisation')), missing(acting('billing.view'), on('all'))]).toEqual(['allowed', 'scope'])
})

test('what is to be deleted must be of a family that is seen, also when it is named by its family alone', () => {
  const rows = [inForce(everywhere('product.delete')), inForce(everywhere('mail.view'))]
  const facts = withPartnership({ grant: givenGrant(rows) })
  const of = (family: 'mail' | 'domain') => missing({ ...acting('product.delete'), family }, { ...facts, product: null })
  expect([of('mail'), of('domain')]).toEqual(['allowed', 'needed_right'])

  const unknown = inForce({ right: 'record.view' as 'mail.view', scope: { kind: 'all', future: true } })
  const forged = withPartnership({ grant: givenGrant([...rows, unknown]) })
  expect(missing({ ...acting('product.delete'), family: 'record' as 'mail' }, forged)).toBe('needed_right')
})

test('the chain says by which the person has the customer, and the row that lasts longest', () => {
  const team = { partnershipId: thePartnership, personId: anna, teamId: 'web' as never, rights: null }
  const own = { partnershipId: thePartnership, personId: anna, rights: null }
  const by = (assignments: readonly (typeof own)[]) => {
    const decision = decide(onMail('mail.view'), givenFacts({ acting: givenActing({ assignments }) }), noon)
    return decision.allowed && decision.because.kind === 'grant' ? decision.because.by : 'denied'
  }
  expect([by([own]), by([team]), by([own, team]), by([team, own])]).toEqual(['assignment', 'team', 'assignment', 'assignment'])
  const asAdministrator = givenActing({ membership: { organisationId: alpweb, personId: anna, role: 'administrator' } })
  expect(decide(onMail('mail.view'), givenFacts({ acting: asAdministrator }), noon)).toMatchObject({ because: { by: 'role' } })
  const short = inForce(
    { right: 'mail.view', scope: { kind: 'product', productId: bakeryMail.productId } },
    { notAfter: (noon + 1) as never },
  )
  const rows = [short, inForce(everywhere('mail.view'))]
  expect(decide(onMail('mail.view'), withPartnership({ grant: givenGrant(rows) }), noon)).toMatchObject({
    because: { scope: { kind: 'all', future: true } },
  })
})
