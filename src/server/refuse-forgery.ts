// A request that changes something and carries our cookie must come from our own pages: no other site can make one.
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../domain/refusal.ts'
import { missingKey } from './problem.ts'

/** Browsers say where a request comes from (Sec-Fetch-Site, Origin); other sites can send neither JSON nor our own headers without asking first. */
export function refuseForgery(request: FastifyRequest, publicUrl: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  // A key in the header is no cookie: no browser sends it by itself.
  if (showsKey(request)) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('not_entitled', 'another site asks')
  const { origin } = request.headers
  if (origin !== undefined && origin !== publicUrl && !isSameHost(origin, request.headers.host))
    throw new Refusal('not_entitled', 'another origin asks')
  const type = request.headers['content-type']
  if (type !== undefined && !/^application\/json\b/i.test(type)) throw new Refusal('invalid_input', 'the body is not JSON')
  if (type === undefined && request.headers['idempotency-key'] === undefined && request.headers['x-requested-with'] === undefined) {
    throw missingKey()
  }
}

/** Then the key alone says who asks. */
export const showsKey = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean => headers.authorization?.startsWith('Bearer ') ?? false

function isSameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
