// The body of a request as text, bounded. With callbacks: most bodies are one chunk that is there already, and promises would be felt.
import type { IncomingMessage } from 'node:http'

const bytesMax = 2 * 1024 * 1024

export class TooLarge extends Error {}
/** Whoever asked is not there any more. */
export class Gone extends Error {}

/** Calls either `done` or `failed`, once. */
export function readBody(request: IncomingMessage, done: (text: string) => void, failed: (failure: unknown) => void): void {
  const declared = Number(request.headers['content-length'])
  const chunks: Buffer[] = []
  let length = 0
  let isOver = false
  const end = () => {
    if (isOver) return
    isOver = true
    const [first] = chunks
    done(first === undefined ? '' : (chunks.length === 1 ? first : Buffer.concat(chunks)).toString())
  }
  const fail = (failure: unknown) => {
    if (isOver) return
    isOver = true
    failed(failure)
  }
  request.on('data', (chunk: Buffer) => {
    if (isOver) return
    chunks.push(chunk)
    length += chunk.length
    if (length > bytesMax) fail(new TooLarge(`The body is larger than ${bytesMax} bytes`))
    else if (length === declared) end()
  })
  request.on('end', end)
  request.on('error', () => fail(new Gone('The connection broke before the body was read')))
}
