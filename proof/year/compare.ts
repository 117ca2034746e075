// What was sent beside what was predicted, mail by mail: who, which kind, and when by the clock there. Nothing may be missing, too much or late.
import type { Said } from './life.ts'
import { shown } from './zurich.ts'

export type Compared = { readonly equal: number; readonly missing: readonly string[]; readonly unexpected: readonly string[] }

export function compare(predicted: readonly Said[], sent: readonly Said[]): Compared {
  const left = new Map<string, number>()
  for (const one of sent) left.set(lineOf(one), (left.get(lineOf(one)) ?? 0) + 1)
  const missing: string[] = []
  let equal = 0
  for (const one of predicted) {
    const count = left.get(lineOf(one)) ?? 0
    if (count === 0) missing.push(lineOf(one))
    else {
      left.set(lineOf(one), count - 1)
      equal++
    }
  }
  const unexpected = [...left].flatMap(([line, count]) => Array.from({ length: count }, () => line))
  return { equal, missing: missing.toSorted(), unexpected: unexpected.toSorted() }
}

const lineOf = ({ at, to, kind }: Said): string => `${shown(at)} ${kind} ${to}`
