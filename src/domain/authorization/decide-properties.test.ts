import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  alpweb,
  anna,
  daysAfter,
  everyRow,
  givenGrant,
  givenPartnership,
  inForce,
  marc,
  noon,
  products,
  thePartnership,
  zuercher,
} from '../given.ts'
import { asId, type PartnershipId } from '../ids.ts'
import { type Role, roles } from '../organisation.ts'
import type { PartnershipState } from '../partnership/partnership.ts'
import { neverDelegable, rightIds } from '../rights/catalogue.ts'
import { reaches } from '../rights/scope.ts'
import { sessionStrengths } from '../session.ts'
import { type Instant, later, minuteMs, type Period } from '../time.ts'
import { decide } from './decide.ts'
import { explain } from './explain.ts'
import type { ActingFacts, Facts } from './facts.ts'
import { givenActing, givenFacts, lessOf, onMail, theVisit } from './given-facts.ts'
import { heldRights } from './held-rights.ts'
import type { Question } from './question.ts'

const mostly = <Value>(usual: Value, ...others: readonly Value[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(usual, ...others) })
const anyEnd = mostly<Instant | null>(null, later(noon, minuteMs), later(noon, 2 * minuteMs), noon, daysAfter(-1))
const anyRows = fc.array(fc.tuple(fc.constantFrom(...everyRow), anyEnd, mostly(daysAfter(-10), daysAfter(1))), {
  minLength: 5,
  maxLength: 40,
})
const anyPartnership = fc
  .record({
    rows: anyRows,
    end: anyEnd,
    state: mostly<PartnershipState>('active', 'ended', 'proposed'),
    byCustomer: mostly(null, noon),
    byOperator: mostly(null, noon),
    securedAt: mostly<Instant | null>(daysAfter(-1), null),
    namedPeopleOnly: fc.boolean(),
    secondFactorNeeded: mostly(false, true),
    partnerClosedAt: mostly<Instant | null>(null, noon),
    sensitiveSuspendedAt: mostly<Instant | null>(null, noon),
  })
  .map(({ rows, end, byCustomer, byOperator, ...rest }) => {
    const rights = rows.map(([row, notAfter, notBefore]) => inForce(row, { notAfter, notBefore }))
    return givenPartnership({
      ...rest,
      suspendedByCustomerAt: byCustomer,
      suspendedByOperatorAt: byOperator,
      grant: givenGrant(rights, { notAfter: end }),
    })
  })
const anyAssignments = fc.array(
  fc.record({
    partnershipId: mostly(thePartnership, asId<PartnershipId>('other')),
    personId: mostly(anna, marc),
    rights: fc.option(fc.subarray([...rightIds])),
    period: mostly<Period>(
      { notBefore: daysAfter(-1), notAfter: null },
      { notBefore: noon, notAfter: daysAfter(1) },
      { notBefore: daysAfter(-1), notAfter: noon },
      { notBefore: later(noon, 1), notAfter: null },
    ),
  }),
  { maxLength: 3 },
)
const anyActing: fc.Arbitrary<ActingFacts> = fc
  .record({
    partnership: anyPartnership,
    role: fc.constantFrom<Role>(...roles),
    admittedByName: fc.boolean(),
    assignments: anyAssignments,
    visit: mostly(givenActing().visit, null),
  })
  .map(({ role, ...rest }) => ({ ...rest, membership: { organisationId: alpweb, personId: anna, role } }))
const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    acting: anyActing,
    strength: mostly('two_factors' as const, ...sessionStrengths),
    product: fc.constantFrom(...products),
    member: fc.option(fc.constantFrom<Role>(...roles)),
  })
  .map(({ acting, strength, product, member }) => {
    const { session } = givenFacts()
    const membership = member === null ? null : { organisationId: zuercher, personId: anna, role: member }
    return { acting, product, membership, session: session === null ? null : { ...session, strength } }
  })
const anyQuestion = (facts: Facts) =>
  fc.record({ action: fc.constantFrom('enter' as const, ...rightIds), hasProduct: fc.boolean(), isActing: mostly(true, false) }).map(
    ({ action, hasProduct, isActing }): Question => ({
      personId: anna,
      organisationId: zuercher,
      action,
      ...(hasProduct && facts.product !== null ? { productId: facts.product.productId } : {}),
      ...(isActing ? { visit: { partnershipId: thePartnership, visitId: theVisit } } : {}),
    }),
  )
const anyCase = anyFacts.chain((facts) => anyQuestion(facts).map((question) => ({ facts, question })))
const isAllowed = (question: Question, facts: Facts, now: Instant) => decide(question, facts, now).allowed

test('taking a fact away never adds a permission', () => {
  fc.assert(
    fc.property(anyCase, ({ question, facts }) => {
      if (isAllowed(question, facts, noon)) return
      for (const less of lessOf(facts)) expect(isAllowed(question, less, noon)).toBe(false)
    }),
    { numRuns: 400 },
  )
})

test('a product right is allowed only where a row of the grant reaches the product and is in time', () => {
  fc.assert(
    fc.property(anyCase, ({ question, facts }) => {
      fc.pre(question.visit !== undefined && question.productId !== undefined && question.action !== 'enter')
      const { product, acting } = facts
      if (product === null || acting === null || !isAllowed(question, facts, noon)) return
      const rows = acting.partnership.grant?.rights.filter(({ right }) => right === question.action) ?? []
      const isInTime = rows.some((row) => row.notBefore <= noon && (row.notAfter === null || noon < row.notAfter))
      expect(isInTime).toBe(true)
      expect(rows.some((row) => row.scope.kind === 'organisation' || reaches(row, product))).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('whatever stands in the facts, nothing that is never delegable is ever allowed', () => {
  fc.assert(
    fc.property(anyCase, fc.constantFrom(...neverDelegable), ({ question, facts }, never) => {
      const forged = { ...question, action: never as unknown as 'mail.view' }
      const rights = [inForce({ right: never as unknown as 'mail.view', scope: { kind: 'all', future: true } })]
      const acting =
        facts.acting === null ? null : { ...facts.acting, partnership: { ...facts.acting.partnership, grant: givenGrant(rights) } }
      expect(decide(forged, { ...facts, acting }, noon)).toEqual({ allowed: false, because: { code: 'right_exists', givenBy: 'nobody' } })
    }),
  )
})

test('the own membership changes nothing about acting, and acting nothing about the own membership', () => {
  fc.assert(
    fc.property(anyCase, ({ question, facts }) => {
      const without = question.visit === undefined ? { ...facts, acting: null } : { ...facts, membership: null }
      expect(decide(question, without, noon)).toEqual(decide(question, facts, noon))
    }),
    { numRuns: 400 },
  )
})

test('an answer holds until the instant it names, and not at it', () => {
  fc.assert(
    fc.property(anyCase, ({ question, facts }) => {
      const decision = decide(question, facts, noon)
      if (!decision.allowed || decision.validUntil === null) return
      expect(decision.validUntil > noon).toBe(true)
      expect(isAllowed(question, facts, later(decision.validUntil, -1))).toBe(true)
      expect(isAllowed(question, facts, decision.validUntil)).toBe(false)
    }),
    { numRuns: 2_000 },
  )
})

test('allowed is what every requirement agrees to', () => {
  fc.assert(
    fc.property(anyCase, ({ question, facts }) => {
      expect(explain(question, facts, noon).every(({ holds }) => holds)).toBe(isAllowed(question, facts, noon))
    }),
  )
})

test('what is allowed on a product is among the held rights', () => {
  fc.assert(
    fc.property(anyCase, ({ question: { action, ...place }, facts }) => {
      const { product } = facts
      if (product === null || action === 'enter' || place.visit === undefined) return
      const held = heldRights(place, facts, noon)
      const isHeld = held.some((row) => row.right === action && (row.scope.kind === 'organisation' || reaches(row, product)))
      const question = { ...place, action, productId: product.productId }
      if (isAllowed(question, facts, noon)) expect(isHeld).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('an answer holds no longer than the right that is needed beside', () => {
  const [view, manage] =
    givenActing().partnership.grant?.rights.filter(({ right }) => right === 'mail.view' || right === 'mail.manage') ?? []
  if (view === undefined || manage === undefined) throw new Error('no rights')
  const partnership = givenPartnership({ grant: givenGrant([{ ...view, notAfter: later(noon, minuteMs) }, manage]) })

  expect(decide(onMail('mail.manage'), givenFacts({ acting: givenActing({ partnership }) }), noon)).toMatchObject({
    allowed: true,
    validUntil: later(noon, minuteMs),
  })
})
