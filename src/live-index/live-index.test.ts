import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../domain/authorization/decision.ts'
import { type Asked, missingOf, type Verdict } from './asked.ts'
import { aimed, oracle } from './given-oracle.ts'
import {
  after,
  anyAsked,
  anyChange,
  anyWorld,
  customers,
  firstPartner,
  partnerships,
  people,
  products,
  times,
  type World,
} from './given-world.ts'
import { inOneGo } from './in-slices.ts'
import { LiveIndex } from './live-index.ts'
import type { Change } from './records.ts'

const runs = 1_000
const told = (changes: readonly Change[]): World => changes.reduce(after, new Map())

function indexOf(changes: readonly Change[], loaded = changes.length): LiveIndex {
  const index = new LiveIndex()
  for (const change of changes.slice(0, loaded)) index.apply(change)
  inOneGo(index.settle())
  for (const change of changes.slice(loaded)) index.apply(change)
  return index
}

const said = (decision: Decision) => (decision.allowed ? `allowed until ${decision.validUntil}` : decision.because.code)
const inWords = ({ code, validUntil }: Verdict) =>
  code === 0 ? `allowed until ${Number.isFinite(validUntil) ? validUntil : null}` : missingOf(code)

const history = fc.record({
  world: anyWorld,
  more: fc.array(anyChange, { maxLength: 12 }),
  loaded: fc.double({ min: 0, max: 1, noNaN: true }),
  questions: fc.array(fc.tuple(anyAsked, fc.constantFrom(...times)), { minLength: 20, maxLength: 40 }),
  aims: fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99), fc.constantFrom(...times)), { minLength: 20, maxLength: 40 }),
})

describe('the index answers as decide does', () => {
  let answers = { yes: 0, no: new Set<string>() }

  test('after any history, wherever the load ended and the feed began', () => {
    fc.assert(
      fc.property(history, ({ world, more, loaded, questions, aims }) => {
        const changes = [...world, ...more]
        const index = indexOf(changes, Math.floor(loaded * changes.length))
        const truth = told(changes)
        const aimedAt = aims.map(([first, second, third, fourth, now]) => [aimed(truth, [first, second, third, fourth]), now] as const)
        for (const [asked, now] of [...questions, ...aimedAt]) {
          const expected = said(oracle(truth, asked, now))
          expect(inWords(index.check(asked, now)), JSON.stringify(asked)).toBe(expected)
          expect(said(index.decide(asked, now))).toBe(expected)
          if (expected.startsWith('allowed')) answers.yes++
          else answers.no.add(expected)
        }
      }),
      { numRuns: runs },
    )
  })

  test('and the questions had every answer', () => {
    expect(answers.yes).toBeGreaterThan(2_000)
    expect(answers.no.size).toBeGreaterThanOrEqual(22)
    answers = { yes: 0, no: new Set() }
  })

  test('delivered twice, or again later, a change changes nothing', () => {
    fc.assert(
      fc.property(history, ({ world, more, questions }) => {
        const changes = [...world, ...more]
        const last = new Map(changes.map((change) => [change.key, change]))
        const again = indexOf([...changes.flatMap((change) => [change, change]), ...last.values()], world.length)
        const once = indexOf(changes)
        for (const [asked, now] of questions) expect(again.check(asked, now)).toEqual(once.check(asked, now))
      }),
      { numRuns: Math.ceil(runs / 5) },
    )
  })
})

describe('check, lists and "who" are dual', () => {
  const small = fc.record({ world: anyWorld, more: fc.array(anyChange, { maxLength: 8 }), now: fc.constantFrom(...times) })
  const each = (property: (index: LiveIndex, now: number) => void) =>
    fc.assert(
      fc.property(small, ({ world, more, now }) => property(indexOf([...world, ...more], world.length), now)),
      { numRuns: Math.ceil(runs / 5) },
    )

  test('enterable customers are those that may be entered, sorted, and page by page equals whole', () => {
    each((index, now) => {
      for (const person of people) {
        const whole = inOneGo(index.enterable({ person, limit: 100 }, now))
        const may = partnerships.filter((partnership) => index.isAllowed({ person, action: 'enter', partnership }, now))
        expect([...whole].toSorted()).toEqual(may.toSorted())
        const paged: string[] = []
        for (let after: string | undefined; ; ) {
          const page = inOneGo(index.enterable({ person, limit: 2, after }, now))
          paged.push(...page)
          if (page.length < 2) break
          after = page.at(-1)
        }
        expect(paged).toEqual(whole)
        const ofFirst = inOneGo(index.enterable({ person, partner: firstPartner, limit: 100 }, now))
        expect(ofFirst).toEqual(whole.filter((partnership) => index.partnershipOf(partnership)?.partnerId === firstPartner))
      }
    })
  })

  test('who may touch a product is everybody for whom the check says yes', () => {
    each((index, now) => {
      for (const product of products) {
        for (const action of ['domain.view', 'product.delete']) {
          const who = inOneGo(index.whoMay({ product, action }, now))
          const places: Partial<Asked>[] = [{}, ...partnerships.map((partnership) => ({ partnership }))]
          const expected = people.flatMap((person) =>
            places
              .filter((place) => index.isAllowed({ person, action, product, ...place }, now))
              .map((place) => `${person} ${place.partnership ?? ''}`),
          )
          expect(who.map(({ person, partnership }) => `${person} ${partnership ?? ''}`)).toEqual(expected.toSorted())
        }
      }
    })
  })

  test('the products somebody may touch are those for which the check says yes', () => {
    each((index, now) => {
      for (const person of people) {
        for (const place of [{}, ...partnerships.map((partnership) => ({ partnership })), { organisation: customers[0] }]) {
          const asked = { person, action: 'mail.view', ...place }
          const expected = products.filter((product) => index.isAllowed({ ...asked, product }, now))
          expect(inOneGo(index.onWhat(asked, now))).toEqual(expected)
        }
      }
    })
  })
})
