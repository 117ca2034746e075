// TABLE: method · path → what answers. Everything this console does stands here.
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { changeZone } from './change-zone.ts'
import type { Console } from './console.ts'
import { openLive } from './live.ts'
import { notice, page } from './page.ts'
import { showZone, showZoneFile } from './show-zone.ts'
import { back, type Exchange, goodbye, logout, signIn, signOut } from './signing.ts'
import { languageOf, wordsIn } from './texts.ts'

type Answers = (exchange: Exchange) => Promise<void> | void

const table: readonly (readonly [method: string, path: RegExp, answers: Answers])[] = [
  ['GET', /^\/$/, showZone],
  ['POST', /^\/$/, changeZone],
  ['GET', /^\/zones\/([a-z0-9._-]+)\.zone$/, showZoneFile],
  ['GET', /^\/live$/, openLive],
  ['GET', /^\/sign-in$/, signIn],
  ['GET', /^\/callback$/, back],
  ['POST', /^\/sign-out$/, signOut],
  ['GET', /^\/goodbye$/, goodbye],
  ['POST', /^\/logout$/, logout],
  ['GET', /^\/console\.css$/, file('console.css', 'text/css')],
  ['GET', /^\/console\.js$/, file('console.js', 'text/javascript')],
]

export async function answer(console: Console, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { config } = console
  const url = new URL(request.url ?? '/', config.url)
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self' ${config.prokuraUrl}; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`
  response.setHeaders(
    new Map([
      ['content-security-policy', policy],
      ['x-content-type-options', 'nosniff'],
      ['referrer-policy', 'no-referrer'],
      ['cross-origin-opener-policy', 'same-origin'],
      ['cache-control', 'no-store'],
    ]),
  )
  const row = table.find(([method, path]) => method === request.method && path.test(url.pathname))
  try {
    if (row) await row[2]({ console, request, response, url })
    else response.writeHead(404).end()
  } catch (failure) {
    process.stderr.write(`${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`)
    const language = languageOf(request.headers['accept-language'] ?? '')
    const words = wordsIn(language)
    const frame = { language, words, title: words.title }
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page(frame, notice(words.title, words.failed, [{ to: config.prokuraUrl, label: words.back }])))
  }
}

function file(name: string, type: string): Answers {
  const content = readFileSync(new URL(`public/${name}`, import.meta.url))
  return ({ response }) => void response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(content)
}
