// Stands in for the test runner where thousands of mutants are tried in one process: collects tests, and compares as the runner does.
import { isDeepStrictEqual } from 'node:util'

export type Collected = { readonly file: string; readonly name: string; readonly run: () => unknown }
export const collected: Collected[] = []
let file = ''
/** Tests that are declared from now on belong to this file. */
export function collectFrom(name: string): void {
  file = name
}

type Body = (...values: never[]) => unknown
export function test(name: string, run: () => unknown): void {
  collected.push({ file, name, run })
}
test.each = (table: readonly unknown[]) => (name: string, body: Body) => {
  for (const [index, row] of table.entries()) test(`${name} ${index}`, () => body(...((Array.isArray(row) ? row : [row]) as never[])))
}
export function describe(_name: string, body: () => void): void {
  body()
}

const containing = Symbol('arrayContaining')
type Containing = { readonly [containing]: readonly unknown[] }

export function expect(seen: unknown, about = '') {
  return { ...matchers(seen, true, about), not: matchers(seen, false, about) }
}
expect.arrayContaining = (values: readonly unknown[]): Containing => ({ [containing]: values })

function matchers(seen: unknown, wanted: boolean, about: string) {
  const must = (holds: boolean) => {
    if (holds !== wanted) throw new Error(`not as expected ${about}`)
  }
  const number = seen as number
  return {
    toBe: (value: unknown) => must(Object.is(seen, value)),
    toEqual: (value: unknown) => must(isAs(seen, value, false)),
    toMatchObject: (value: unknown) => must(isAs(seen, value, true)),
    toBeNull: () => must(seen === null),
    toBeUndefined: () => must(seen === undefined),
    toBeGreaterThan: (value: number) => must(number > value),
    toBeGreaterThanOrEqual: (value: number) => must(number >= value),
    toBeLessThan: (value: number) => must(number < value),
    toBeLessThanOrEqual: (value: number) => must(number <= value),
    toContain: (value: unknown) => must((seen as readonly unknown[]).includes(value)),
    toHaveLength: (length: number) => must((seen as readonly unknown[]).length === length),
    toMatch: (pattern: RegExp | string) => must(new RegExp(pattern).test(seen as string)),
    toThrow: (said?: RegExp | string) => must(throwsAs(seen as () => unknown, said)),
  }
}

function throwsAs(run: () => unknown, said: RegExp | string = ''): boolean {
  try {
    run()
    return false
  } catch (failure) {
    const { message } = failure as Error
    return typeof said === 'string' ? message.includes(said) : said.test(message)
  }
}

/** Undefined counts as absent; `partly`: more properties may be there. */
function isAs(seen: unknown, value: unknown, partly: boolean): boolean {
  if (typeof value !== 'object' || value === null || typeof seen !== 'object' || seen === null) return Object.is(seen, value)
  if (containing in value) return (value as Containing)[containing].every((one) => (seen as unknown[]).some((it) => isAs(it, one, partly)))
  if (value instanceof Map || value instanceof Set || seen instanceof Map || seen instanceof Set) return isDeepStrictEqual(seen, value)
  if (Array.isArray(value) !== Array.isArray(seen)) return false
  if (Array.isArray(value) && (seen as unknown[]).length !== value.length) return false
  const [left, right] = [seen as Record<string, unknown>, value as Record<string, unknown>]
  const keys = new Set([...Object.keys(right), ...(partly ? [] : Object.keys(left))])
  return [...keys].every((key) => isAs(left[key], right[key], partly))
}
