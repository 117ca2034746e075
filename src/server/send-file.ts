// A download on its way: written row by row from connections of its own, and only as long as it would be let in anew.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyReply } from 'fastify'
import type { Refusal } from '../domain/refusal.ts'
import { type Answered, transactAgain } from './command.ts'
import type { FileAnswer } from './endpoint.ts'
import type { House } from './house.ts'
import { problemOf } from './problem.ts'

type StillMay = () => Promise<Refusal | undefined>
const askEveryMs = 1_000
/** Whoever reads nothing for so long has gone. */
const patienceMs = 60_000

export async function sendFile(
  house: House,
  { context, person }: Answered,
  file: FileAnswer,
  { reply, stillMay }: { readonly reply: FastifyReply; readonly stillMay: StillMay },
): Promise<void> {
  reply.hijack()
  const { raw } = reply
  raw.setTimeout(patienceMs, () => raw.destroy())
  const headers = {
    ...(reply.getHeaders() as Record<string, string>),
    'cache-control': 'no-store',
    'content-type': file.contentType,
    'content-disposition': `attachment; filename="${file.name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  }
  try {
    await transactAgain(house.pools.files, context, person, async (tx) => {
      raw.writeHead(200, headers)
      await pipeline(Readable.from(whileAllowed(file.content(tx), stillMay)), raw)
    })
  } catch (failure) {
    house.log.error({ err: failure }, 'a download broke off')
    if (!raw.headersSent) {
      raw.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '10' })
      raw.end(JSON.stringify(problemOf('unavailable', reply.request.id)))
      return
    }
    raw.destroy() // the receiver sees a broken download, never a complete-looking half
  }
}

/** Asks about every second whether the reader would still be let in; the first "no" ends it. */
export async function* whileAllowed<T>(content: AsyncIterable<T>, stillMay: StillMay, everyMs = askEveryMs): AsyncGenerator<T> {
  let askedAt = performance.now()
  for await (const piece of content) {
    if (performance.now() - askedAt >= everyMs) {
      const refusal = await stillMay()
      if (refusal) throw refusal
      askedAt = performance.now()
    }
    yield piece
  }
}
