// A browser that keeps its cookie, calling the API of a test server as the web does.
import { v7 } from 'uuid'
import type { TestServer } from './server.ts'

export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>>; readonly headers: Headers }
export type Browser = {
  /** The session's token, as long as there is one. */
  readonly token: () => string | undefined
  readonly get: (path: string) => Promise<Answer>
  readonly send: (method: string, path: string, body?: unknown) => Promise<Answer>
}

const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

export function givenBrowser({ url }: Pick<TestServer, 'url'>, token?: string): Browser {
  let cookie = token
  const ask = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        'user-agent': agent,
        ...(cookie === undefined ? {} : { cookie: `__Host-session=${cookie}` }),
        ...(method === 'GET' ? {} : { 'idempotency-key': v7() }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const set = /^__Host-session=([^;]*);/.exec(response.headers.get('set-cookie') ?? '')
    if (set) cookie = set[1] === '' ? undefined : set[1]
    const text = await response.text()
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>), headers: response.headers }
  }
  return { token: () => cookie, get: (path) => ask('GET', path), send: ask }
}
