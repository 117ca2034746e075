// The console's own access token (client credentials, RFC 6749, 4.4), kept fresh: asked for once by however many need it.
import { about, type Request, readJson, send, type Transport } from './http.ts'
import { ProkuraError } from './prokura-error.ts'

export type Credentials = { readonly clientId: string; readonly clientSecret: string }

export type OwnToken = {
  /** A token that is good for a few seconds at least. */
  readonly get: () => Promise<string>
  /** It was refused: the next one is a new one. */
  readonly forget: (token: string) => void
}

const spareMs = 30_000
const barelyMs = 3_000

export function openOwnToken(transport: Transport, credentials: Credentials, tokenEndpoint: () => Promise<string>): OwnToken {
  let current: { readonly token: string; readonly until: number } | undefined
  let asked: Promise<string> | undefined
  const fetchOne = async () => {
    const sentAt = performance.now()
    const form = { grant_type: 'client_credentials', scope: 'decisions' }
    const body = await askForToken(transport, credentials, await tokenEndpoint(), form)
    const life = Number(body['expires_in'])
    current = { token: String(body['access_token']), until: sentAt + (Number.isFinite(life) ? life : 60) * 1000 }
    return current.token
  }
  return {
    async get() {
      const left = current === undefined ? 0 : current.until - performance.now()
      if (current !== undefined && left > spareMs) return current.token
      asked ??= fetchOne().finally(() => {
        asked = undefined
      })
      if (current === undefined || left < barelyMs) return asked
      // Nobody waits for the next token while this one is good.
      asked.catch(() => {})
      return current.token
    },
    forget(token) {
      if (current?.token === token) current = undefined
    },
  }
}

/** Sends a request under the console's own token, and once more with a new one when it was refused. */
export async function sendAsConsole(transport: Transport, own: OwnToken, request: Request) {
  const under = (token: string) => send(transport, { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } })
  const token = await own.get()
  const answer = await under(token)
  if (answer.status !== 401) return answer
  own.forget(token)
  return under(await own.get())
}

/** Any grant at the token endpoint. Refusals of an exchange begin with what is missing, as a word before a colon. */
export async function askForToken(
  transport: Transport,
  { clientId, clientSecret }: Credentials,
  endpoint: string,
  form: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, unknown>>> {
  const authorization = `Basic ${btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`)}`
  const answer = await send(transport, { method: 'POST', to: endpoint, form, headers: { authorization }, repeatable: true })
  const body = readJson(answer)
  if (answer.status === 200 && typeof body['access_token'] === 'string') return body
  const [error, description] = [body['error'], body['error_description']].map((text) => (typeof text === 'string' ? text : ''))
  if (answer.status === 401 || error === 'invalid_client')
    throw new ProkuraError('unauthenticated', `Prokura does not know this console: ${description}`, about(answer))
  const reason = /^([a-z_]+):/.exec(description ?? '')?.[1] ?? error
  throw new ProkuraError('refused', description || 'Prokura gives no such token', { ...about(answer), reason })
}
