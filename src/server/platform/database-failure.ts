// What went wrong when the database failed: it is away, it cannot read a value, or one of its constraints said no.
import pg from 'pg'

const lost = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']

/** It cannot be reached, is shutting down, or has no connection left: the same request may succeed later. */
export function isDatabaseAway(failure: unknown): boolean {
  if (failure instanceof pg.DatabaseError && failure.severity === 'FATAL') return true
  const code = codeOf(failure)
  return code !== undefined && (/^(08|57P|53)/.test(code) || lost.includes(code))
}

/** A value that passed its contract and that the database cannot read all the same, such as the 31st of February. */
export const isUnreadable = (failure: unknown): boolean => failure instanceof pg.DatabaseError && /^22/.test(failure.code ?? '')

export const brokenConstraint = (failure: unknown): string | undefined =>
  failure instanceof pg.DatabaseError && failure.code === '23514' ? failure.constraint : undefined

function codeOf(failure: unknown): string | undefined {
  return failure instanceof Error && 'code' in failure && typeof failure.code === 'string' ? failure.code : undefined
}
