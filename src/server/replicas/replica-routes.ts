// POST /access/v1/replica: a console keeps the part of the live index that it needs in its own process. Authenticated as the decision API is.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { forFamilies } from '../../live-index/for-families.ts'
import { type WireRequest, wireVersion } from '../../live-index/replica-wire.ts'
import { markAsSeen } from '../authorization/mark-visits-seen.ts'
import type { House } from '../house.ts'
import { isDatabaseAway } from '../platform/database-failure.ts'
import { replicaPath, replicaRequest } from './contract.ts'
import { feedReplica } from './feed-replica.ts'
import { loadPage } from './first-load.ts'

type Console = NonNullable<Awaited<ReturnType<House['consoleOf']>>>

export async function replicaRoutes(http: FastifyInstance, { house }: { house: House }): Promise<void> {
  http.post(replicaPath, (request, reply) =>
    serve(house, request, reply.header('cache-control', 'no-store')).catch((failure: unknown) => {
      if (!isDatabaseAway(failure)) throw failure
      return refuse(reply, 503, 'stale')
    }),
  )
}

async function serve(house: House, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const console = await house.consoleOf(/^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '')
  if (!console) return refuse(reply.header('www-authenticate', `Bearer realm="${house.publicUrl}"`), 401, 'unauthenticated')
  const parsed = replicaRequest.safeParse(request.body)
  if (!parsed.success) return refuse(reply, 400, 'invalid_request')
  return answer(house, console, parsed.data as WireRequest, reply)
}

async function answer(house: House, console: Console, asked: WireRequest, reply: FastifyReply): Promise<unknown> {
  if (asked.version !== wireVersion) return { kind: 'other_version', version: wireVersion }
  const part = forFamilies(console.families)
  const pool = house.pools.system
  if (asked.since === undefined) return loadPage(pool, part, asked.page)
  const seen = (asked.seen ?? []).map((visitId) => ({ visitId, consoleId: console.id }))
  if (seen.length > 0) await markAsSeen(pool, seen)
  const fed = await feedReplica({ decisions: house.decisions, pool, part }, { ...asked, since: asked.since })
  if (fed === 'stale') return refuse(reply, 503, 'stale')
  // What it has reached is what it asked from: this answer may still be lost.
  const { replica: id, since } = asked
  house.doors.replicaSeen({ id, name: console.name, position: since.position, leaseUntil: fed.leaseUntil })
  return fed.answer
}

const refuse = (reply: FastifyReply, status: number, error: string) => reply.status(status).send({ error })
