// One text for one value, whatever order its fields came in; and the digest of it.
import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal. */
export function digestOfValue(value: unknown): string {
  return createHash('sha256').update(inOrder(value)).digest('hex')
}

/** JSON with the fields of each object in alphabetical order. */
export function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
