// Text that no database can keep, and that no keyboard writes: NUL, and halves of characters. Refused at the edge, with where it stands.
import { invalidText } from './problem.ts'

/** What was parsed, at whatever depth; pointers begin with `part`. */
export function refuseUnstorable(part: 'query' | 'body', value: unknown): void {
  const path = pathToUnstorable(value, [])
  if (path) throw invalidText(part, path)
}

function pathToUnstorable(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    const found = pathToUnstorable(inner, [...path, name])
    if (found) return found
  }
  return undefined
}
