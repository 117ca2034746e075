// Calls of Prokura's API in somebody's name: with a token to act with beside the console's own, under the place that it is for.
import { idempotencyKey } from './call.ts'
import type { Connection } from './decisions.ts'
import type { Answer, Request } from './http.ts'
import { sendAsConsole } from './own-token.ts'
import type { Acting } from './tokens.ts'

/** What `tokens.exchange` gives. */
export type ActingToken = { readonly token: string; readonly acting: Acting }

export type InName = Pick<Request, 'method' | 'json'> & {
  /** Under the place: the partnership of a visit, or the own organisation. */
  readonly path: string
}

export async function askInName(
  { transport, own }: Connection,
  { token, acting }: ActingToken,
  { method, json, path }: InName,
): Promise<Answer> {
  const place = acting.kind === 'visit' ? `/api/c/${acting.partnership}` : `/api/o/${acting.organisation}`
  const headers = { 'acting-token': token, ...(method === 'GET' ? {} : { 'idempotency-key': idempotencyKey() }) }
  const body = json === undefined ? {} : { json }
  return sendAsConsole(transport, own, { method, to: place + path, headers, repeatable: true, ...body })
}
