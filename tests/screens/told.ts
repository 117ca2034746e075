// What every part of the story behind the screens is told with: its people, its rows, and asking over the API.
import type { Caller } from '../given-caller.ts'
import type { TestServer } from '../server.ts'

export type Place = Pick<TestServer, 'url' | 'server'> & { readonly database: Pick<TestServer['database'], 'owner'> }
export type Told = {
  readonly place: Place
  readonly as: (name: string) => Promise<Caller>
  /** The id that this query finds; the values stand for $1, $2 … */
  readonly one: (sql: string, ...values: readonly unknown[]) => Promise<string>
  readonly organisation: (name: string) => Promise<string>
  readonly partnership: (partner: string, customer: string) => Promise<string>
  readonly row: (partner: string, customer: string) => Promise<string>
}

/** What was answered; a refusal is a mistake in the story. */
export async function asked(
  caller: Caller,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body: object = {},
): Promise<Readonly<Record<string, unknown>>> {
  const answered = method === 'GET' ? await caller.get(path) : await caller.send(method, path, body)
  if (answered.status >= 300) throw new Error(`${method} ${path}: ${answered.status} ${JSON.stringify(answered.body)}`)
  return answered.body
}

/** Once it is so. */
export async function until(whether: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await whether())) {
    if (Date.now() > end) throw new Error(`the story waits in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
