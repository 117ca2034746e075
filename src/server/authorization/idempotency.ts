// The same key gives the same answer: kept in the transaction of the mutation, authorised again at each repetition.

import { sql } from 'kysely'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import type { Asked } from '../asked.ts'
import { CookieAnswer, type Endpoint, FileAnswer, LaterAnswer, RefusedAnswer, StreamAnswer } from '../endpoint.ts'
import { isMutation } from '../is-mutation.ts'
import { hashToken } from '../platform/secrets.ts'
import { missingKey } from '../problem.ts'
import type { Work } from '../work.ts'

/** What is changed and where. The token of a link is a secret: of it only the hash is kept. */
function scopeOf({ method, path }: Endpoint, { params }: Asked): string {
  const value = (name: string) => (name === 'token' ? hashToken(params[name] ?? '').toString('base64url') : (params[name] ?? ''))
  return `${method} ${path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(value(name)))}`
}

/** What is asked, wherever it is said: one word in the address may change as much as another body. */
function saidIn({ query, body = null }: Asked): string {
  const isInAddress = typeof query === 'object' && query !== null && Object.keys(query).length > 0
  return JSON.stringify(isInAddress ? [query, body] : body)
}

/**
 * Answers with what the same key was answered before. A second request with the same key waits here for the first. What was only read and
 * not kept is read again.
 */
export async function claimKey(work: Work, endpoint: Endpoint, asked: Asked): Promise<unknown> {
  if (!isMutation(endpoint) || !work.person || endpoint.access.kind === 'sign-in') return undefined
  if (asked.idempotencyKey === undefined) throw missingKey()
  // Keyed: a body may hold what is guessed sooner than a key, such as a password.
  const fingerprint = Buffer.from(work.secrets.derive('idempotency', saidIn(asked)), 'base64url')
  const row = { person_id: work.person.id, scope: scopeOf(endpoint, asked), key: asked.idempotencyKey }
  const claimed = await work.tx
    .insertInto('idempotency_key')
    .values({ ...row, fingerprint, created_at: new Date(work.now) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined
  const known = await work.tx
    .selectFrom('idempotency_key')
    .select(['fingerprint', 'answer', sql<boolean>`answer is null`.as('is_unkept')])
    .where('person_id', '=', row.person_id)
    .where('scope', '=', row.scope)
    .where('key', '=', row.key)
    .executeTakeFirstOrThrow()
  if (!fingerprint.equals(known.fingerprint)) throw new Refusal('idempotency_conflict')
  if (known.is_unkept) return undefined
  return isRefused(known.answer) ? new RefusedAnswer(known.answer.refused) : (known.answer ?? null)
}

/** A "no" that left a trace is the answer to the same key, too. */
function isRefused(answer: unknown): answer is { readonly refused: RefusalCode } {
  return typeof answer === 'object' && answer !== null && Object.keys(answer).join() === 'refused'
}

export async function keepAnswer(work: Work, endpoint: Endpoint, asked: Asked, body: unknown): Promise<void> {
  if (!isMutation(endpoint) || !work.person || endpoint.access.kind === 'sign-in') return
  if ([FileAnswer, CookieAnswer, StreamAnswer, LaterAnswer].some((kind) => body instanceof kind)) return
  await work.tx
    .updateTable('idempotency_key')
    .set({ answer: JSON.stringify(body instanceof RefusedAnswer ? { refused: body.code } : (body ?? null)) })
    .where('person_id', '=', work.person.id)
    .where('scope', '=', scopeOf(endpoint, asked))
    .where('key', '=', asked.idempotencyKey ?? '')
    .execute()
}
