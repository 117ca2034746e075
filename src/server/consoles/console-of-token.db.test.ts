// Which console asks decisions: known by the token that its own credentials gave it.
import * as client from 'openid-client'
import { expect, test, vi } from 'vitest'
import { givenConsole } from '../../../tests/given-console.ts'
import { givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'
import { openConsoleOf } from '../authorization/console-of-token.ts'
import { removeConsole } from './console-store.ts'

const server = await givenServer()
const { partners } = await givenProducts(server)
const { house } = server.server
const zones = await givenConsole(server, { families: ['domain', 'mail'] })
const grant = (scope: string) => client.clientCredentialsGrant(zones.config, { scope })

test('a console with the scope for decisions is known with the families it serves', async () => {
  const { access_token, expires_in } = await grant('decisions')
  expect(expires_in).toBeLessThanOrEqual(600)
  expect(await house.consoleOf(access_token)).toEqual({
    id: expect.any(String),
    clientId: zones.clientId,
    name: expect.stringMatching(/^Zone editor/),
    families: ['domain', 'mail'],
    resource: zones.resource,
  })
})

test('whatever else it holds is no such token', async () => {
  const without = await client.clientCredentialsGrant(zones.config)
  const person = await zones.signIn(partners.petra.token)
  for (const token of [
    without.access_token,
    person.access_token,
    person.id_token ?? '',
    partners.petra.token,
    '',
    'x'.repeat(43),
    "x' or 1=1",
  ])
    expect(await house.consoleOf(token)).toBeUndefined()
})

test('a token that was given back, or whose console was removed, is believed for half a second at most by whoever verified it', async () => {
  const { access_token } = await grant('decisions')
  const other = (await grant('decisions')).access_token
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    expect(await house.consoleOf(access_token)).toBeDefined()
    await zones.revoke(access_token)
    const fresh = openConsoleOf(server.database.signIn, house.secrets)
    expect(await fresh(access_token)).toBeUndefined()
    vi.advanceTimersByTime(500)
    expect(await house.consoleOf(access_token)).toBeUndefined()
    expect(await fresh(other)).toBeDefined()
    await removeConsole(server.database.system, zones.clientId)
    vi.advanceTimersByTime(500)
    expect(await fresh(other)).toBeUndefined()
  } finally {
    vi.useRealTimers()
  }
})
