// Registers a product console: what it says about itself is checked here, once, so that every address is known to be one Prokura may send
// people and messages to.
import type pg from 'pg'
import { z } from 'zod'
import { isLoopbackName } from '../platform/from-where.ts'
import { OperatorError } from '../platform/operator-error.ts'
import { insertConsole, type NewConsole } from './console-store.ts'

const urisMax = 10
const name = /^[\p{L}\p{N}][\p{L}\p{N} .&’'()_-]{0,79}$/u

const registration = z.strictObject({
  name: z.string().regex(name, 'a name of up to 80 letters, digits and spaces'),
  families: z
    .array(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'a product family, such as domain'))
    .min(1, 'at least one product family')
    .max(50),
  resource: z.string(),
  redirectUris: z.array(z.string()).min(1, 'at least one address to come back to').max(urisMax),
  postLogoutRedirectUris: z.array(z.string()).max(urisMax).default([]),
  initiateLoginUri: z.string(),
  backChannelLogoutUri: z.string().nullable().default(null),
})
export type ConsoleInput = z.input<typeof registration>

/** Answers with what the console signs in with; the secret is shown once. As prokura_system. Throws OperatorError on what cannot be. */
export async function registerConsole(
  pool: pg.Pool,
  publicUrl: string,
  input: ConsoleInput,
): Promise<{ readonly clientId: string; readonly secret: string }> {
  return insertConsole(pool, readConsole(input, publicUrl)).catch((failure: unknown) => {
    if ((failure as { constraint?: string }).constraint !== 'console_by_resource') throw failure
    throw new OperatorError(`There is a console with the resource ${input.resource} already: remove it first, or choose another one`)
  })
}

export function readConsole(input: ConsoleInput, publicUrl: string): NewConsole {
  const parsed = registration.safeParse(input)
  if (!parsed.success)
    throw new OperatorError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} is not usable: ${message}`).join('\n'))
  const { data } = parsed
  const uris = [
    ...[...data.redirectUris, ...data.postLogoutRedirectUris, data.initiateLoginUri, data.resource],
    ...(data.backChannelLogoutUri === null ? [] : [data.backChannelLogoutUri]),
  ]
  for (const uri of uris) {
    if (!isUsable(uri, publicUrl)) throw new OperatorError(`${uri} is not usable: give an https address without # and without a password`)
  }
  const pages = [...data.redirectUris, ...data.postLogoutRedirectUris, data.initiateLoginUri]
  for (const uri of pages) if (isUnderOurName(uri, publicUrl)) throw new OperatorError(`${uri} is not usable: ${whyNot}`)
  return data
}

const whyNot = 'browsers would hand the console everybody’s session of Prokura, since cookies know no ports: give it a host name of its own'

/** To try it, on one machine, there is but one name. */
function isUnderOurName(uri: string, publicUrl: string): boolean {
  const { hostname } = new URL(publicUrl)
  return new URL(uri).hostname === hostname && !isLoopbackName(hostname)
}

/** Plain http only where Prokura itself is on this machine, and the console too. */
export function isUsable(uri: string, publicUrl: string): boolean {
  if (!URL.canParse(uri) || uri.includes('#') || /[\s\p{Cc}]/u.test(uri)) return false
  const { protocol, username, password, hostname } = new URL(uri)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackName(hostname) && isLoopbackName(new URL(publicUrl).hostname))
}
