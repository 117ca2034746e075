// Who is at the browser: begun by Prokura or here, back from it, signed out here or there.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Console } from './console.ts'
import { notice, page } from './page.ts'
import type { Session } from './sessions.ts'
import { languageOf, wordsIn } from './texts.ts'

export type Exchange = {
  readonly console: Console
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
}

const sessionCookie = '__Host-zone-console'
const begunCookie = '__Host-zone-console-begun'

export function sessionOf({ console, request }: Exchange): Session | undefined {
  return console.sessions.find(cookieIn(request, sessionCookie))
}

/** Third-party-initiated login (OpenID Connect Core, 4): only for our Prokura, and only to pages of our own. */
export async function signIn(exchange: Exchange): Promise<void> {
  const { console, url } = exchange
  const target = new URL(url.searchParams.get('target_link_uri') ?? '/', console.config.url)
  const isOurs =
    target.origin === console.config.url && (url.searchParams.get('iss') ?? console.config.prokuraUrl) === console.config.prokuraUrl
  await beginSignIn(exchange, isOurs ? target : new URL('/', console.config.url))
}

export async function beginSignIn({ console, response }: Exchange, target: URL): Promise<void> {
  const { location, state } = await console.signIn.begin(target)
  response.writeHead(303, { location, 'set-cookie': `${begunCookie}=${state}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600` }).end()
}

export async function back(exchange: Exchange): Promise<void> {
  const { console, request, response, url } = exchange
  const finished = await console.signIn.finish(url, cookieIn(request, begunCookie))
  if (!finished) {
    const { words, frame } = stranger(exchange)
    return show(exchange, 400, page(frame, notice(words.title, words.notBegun, [{ to: console.config.prokuraUrl, label: words.back }])))
  }
  const before = sessionOf(exchange)
  if (before !== undefined) console.sessions.end(before)
  const session = console.sessions.begin(finished.who)
  const cookies = [
    `${sessionCookie}=${session.id}; Path=/; Secure; HttpOnly; SameSite=Lax`,
    `${begunCookie}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`,
  ]
  response.writeHead(303, { location: finished.target.href, 'set-cookie': cookies }).end()
}

export async function signOut(exchange: Exchange): Promise<void> {
  const { console, request, response } = exchange
  const session = sessionOf(exchange)
  const form = await readForm(request)
  if (session === undefined || form.get('key') !== session.formKey) return void response.writeHead(303, { location: '/goodbye' }).end()
  console.sessions.end(session)
  const location = await console.signIn.signOutAt(session)
  response.writeHead(303, { location, 'set-cookie': `${sessionCookie}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0` }).end()
}

export function goodbye(exchange: Exchange): void {
  const { words, frame } = stranger(exchange)
  show(exchange, 200, page(frame, notice(words.title, words.goodbye, [{ to: exchange.console.config.prokuraUrl, label: words.back }])))
}

/** Prokura says that a session or a visit is over (OpenID Connect Back-Channel Logout 1.0). */
export async function logout({ console, request, response }: Exchange): Promise<void> {
  const form = await readForm(request)
  const over = await console.prokura.tokens.verifyLogout(form.get('logout_token') ?? '').catch(() => undefined)
  if (over === undefined) return void response.writeHead(400).end()
  console.sessions.endOf(over.sid, over.visit)
  response.writeHead(200).end()
}

export function show({ response }: Exchange, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text)
}

/** For somebody who is not known: in the language of the browser. */
export function stranger({ request }: Exchange) {
  const language = languageOf(request.headers['accept-language'] ?? '')
  const words = wordsIn(language)
  return { words, frame: { language, words, title: words.title } }
}

const mostBytes = 64 * 1024

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new Error('the form is too large')
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

function cookieIn({ headers }: IncomingMessage, name: string): string | undefined {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value) return value
  }
  return undefined
}
