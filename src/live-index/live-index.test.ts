import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingCodes } from '../domain/authorization/decision.ts'
import type { Asked } from './asked.ts'
import { answersTo, histories, indexOf, told } from './given-histories.ts'
import { asBefore, lessOf } from './given-less.ts'
import { anyChange, anyWorld, customers, firstPartner, partnerships, people, products, times } from './given-world.ts'
import { inOneGo } from './in-slices.ts'
import type { LiveIndex } from './live-index.ts'

const runs = 1_000
const history = histories(20)

describe('the index answers as decide does', () => {
  let answers = { yes: 0, no: new Set<string>() }
  const agreesThroughout = () =>
    fc.assert(
      fc.property(history, (one) => {
        for (const [index, [decided, checked, explained]] of answersTo(one).entries()) {
          expect(checked, JSON.stringify(one.questions[index])).toBe(decided)
          expect(explained).toBe(decided)
          if (decided.startsWith('allowed')) answers.yes++
          else answers.no.add(decided)
        }
      }),
      { numRuns: runs },
    )

  test('after any history, wherever the load ended and the feed began', agreesThroughout)

  // The rarest answer comes in one of 200 histories: where chance left it out, more are drawn.
  test('and the questions had every answer', () => {
    for (let more = 0; more < 10 && answers.no.size < missingCodes.length; more++) agreesThroughout()
    expect(answers.yes).toBeGreaterThan(1_000)
    expect([...answers.no].toSorted()).toEqual([...missingCodes].toSorted())
    answers = { yes: 0, no: new Set() }
  })

  test('delivered twice, or again later, a change changes nothing', () => {
    fc.assert(
      fc.property(history, ({ changes, loaded, questions }) => {
        const last = new Map(changes.map((change) => [change.key, change]))
        const again = indexOf([...changes.flatMap((change) => [change, change]), ...last.values()], loaded)
        const once = indexOf(changes)
        for (const [asked, now] of questions) expect(again.check(asked, now)).toEqual(once.check(asked, now))
      }),
      { numRuns: Math.ceil(runs / 5) },
    )
  })
})

test('taking anything away never allows what was denied', () => {
  fc.assert(
    fc.property(histories(10), ({ changes, questions }) => {
      const world = told(changes)
      const index = indexOf(changes)
      const denied = questions.filter(([asked, now]) => !index.isAllowed(asked, now))
      for (const less of lessOf(world)) {
        index.apply(less)
        for (const [asked, now] of denied) expect(index.isAllowed(asked, now)).toBe(false)
        index.apply(asBefore(world, less))
      }
      for (const [asked, now] of denied) expect(index.isAllowed(asked, now)).toBe(false)
    }),
    { numRuns: Math.ceil(runs / 20) },
  )
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
