// Histories of tiny worlds with questions about them, and what it means that an index agrees with decide(): one property for tests and proofs.
import fc from 'fast-check'
import type { Decision } from '../domain/authorization/decision.ts'
import { type Asked, missingOf, type Verdict } from './asked.ts'
import { aimed, oracle } from './given-oracle.ts'
import { after, anyAsked, anyChange, anyWorld, times, type World } from './given-world.ts'
import { inOneGo } from './in-slices.ts'
import { LiveIndex } from './live-index.ts'
import type { Change } from './records.ts'

export type History = {
  readonly changes: readonly Change[]
  /** How many of the changes were loaded before the feed began. */
  readonly loaded: number
  readonly questions: readonly (readonly [asked: Asked, now: number])[]
}

/** `atLeast` questions at random, and as many that are aimed at what is in the world. */
export function histories(atLeast: number): fc.Arbitrary<History> {
  const time = fc.constantFrom(...times)
  const number = fc.nat(99)
  const many = { minLength: atLeast, maxLength: 2 * atLeast }
  return fc
    .record({
      world: anyWorld,
      more: fc.array(anyChange, { maxLength: 12 }),
      loaded: fc.double({ min: 0, max: 1, noNaN: true }),
      questions: fc.array(fc.tuple(anyAsked, time), many),
      aims: fc.array(fc.tuple(number, number, number, number, time), many),
    })
    .map(({ world, more, loaded, questions, aims }) => {
      const changes = [...world, ...more]
      const truth = told(changes)
      const aimedAt = aims.map(([first, second, third, fourth, now]) => [aimed(truth, [first, second, third, fourth]), now] as const)
      return { changes, loaded: Math.floor(loaded * changes.length), questions: [...questions, ...aimedAt] }
    })
}

/** The world after all of it. */
export const told = (changes: readonly Change[]): World => changes.reduce(after, new Map())

/** An index that loaded the first changes and was fed the others. */
export function indexOf(changes: readonly Change[], loaded = changes.length): LiveIndex {
  const index = new LiveIndex()
  for (const change of changes.slice(0, loaded)) index.apply(change)
  inOneGo(index.settle())
  for (const change of changes.slice(loaded)) index.apply(change)
  return index
}

/** What decide(), the index, and the index's own decide() say to each question, in words. */
export function answersTo({
  changes,
  loaded,
  questions,
}: History): readonly (readonly [decided: string, checked: string, explained: string])[] {
  const truth = told(changes)
  const index = indexOf(changes, loaded)
  return questions.map(([asked, now]) => [
    said(oracle(truth, asked, now)),
    inWords(index.check(asked, now)),
    said(index.decide(asked, now)),
  ])
}

export const said = (decision: Decision) => (decision.allowed ? `allowed until ${decision.validUntil}` : decision.because.code)
export const inWords = ({ code, validUntil }: Verdict) =>
  code === 0 ? `allowed until ${Number.isFinite(validUntil) ? validUntil : null}` : missingOf(code)
