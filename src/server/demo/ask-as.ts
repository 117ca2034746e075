// The demo story is told through the same table of endpoints as everybody's: each step is a request of the person whose step it is.
import { randomUUID } from 'node:crypto'
import { app } from '../app.ts'
import { run } from '../command.ts'
import { CookieAnswer, type Method } from '../endpoint.ts'
import type { House } from '../house.ts'

export type Asking = { readonly params?: Readonly<Record<string, string>>; readonly query?: object; readonly body?: object }
/** Asks as one person; the answer is what the API would send. */
export type Ask = (method: Method, path: string, asking?: Asking) => Promise<Readonly<Record<string, unknown>>>

export function askAs(house: House, token: string): Ask {
  return async (method, path, { params = {}, query = {}, body } = {}) => {
    const row = app.find((endpoint) => endpoint.method === method && endpoint.path === path)
    if (!row) throw new Error(`No endpoint ${method} ${path}`)
    const url = `/api${path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')}`
    const asked = {
      params,
      query,
      body,
      token,
      actingToken: undefined,
      idempotencyKey: randomUUID(),
      url,
      client: 'Prokura demo',
      address: '127.0.0.1',
    }
    const { body: answer } = await run(house, row, asked)
    return (answer instanceof CookieAnswer ? answer.body : answer) as Readonly<Record<string, unknown>>
  }
}
