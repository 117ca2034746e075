// A product opens in the console of its family, for whoever may see the product.

import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { givenConsole } from '../../../tests/given-console.ts'
import { entriesOf, givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'
import { listConsoles, removeConsole } from './console-store.ts'

const server = await givenServer()
const { partners, beck, own, acting, narrow, products } = await givenProducts(server)
const { publicUrl } = server.config

test('where no console serves the family, there is none to open', async () => {
  const { status, body } = await beck.ruth.get(`${own}/products/${products.domain}/console`)
  expect([status, body]).toEqual([200, { console: null }])
})

test('a member is led to it with the organisation, a partner with the visit', async () => {
  const zones = await givenConsole(server, { families: ['domain', 'mail'] })
  const begin = (wanted: string) => `${zones.origin}/sign-in?${new URLSearchParams({ iss: publicUrl, target_link_uri: wanted })}`
  const mine = await beck.ruth.get(`${own}/products/${products.domain}/console`)
  expect(mine.body['console']).toEqual({
    name: expect.stringMatching(/^Zone editor/),
    url: begin(`${zones.origin}/?product=${products.domain}&organisation=${beck.id}`),
  })
  const { body } = await partners.petra.send('POST', `${acting}/visit`, {})
  const theirs = await partners.petra.get(`${acting}/products/${products.mail}/console`)
  expect(theirs.body['console']).toMatchObject({ url: begin(`${zones.origin}/?product=${products.mail}&visit=${String(body['id'])}`) })
  expect((await entriesOf(beck.ruth, beck.id, 'visit.read')).length).toBeGreaterThan(0)
})

test('the newest console of a family opens its products; a removed one opens none', async () => {
  const newest = await givenConsole(server, { families: ['hosting'] })
  const opens = async () => (await beck.ruth.get(`${own}/products/${products.hosting}/console`)).body['console']
  expect(await opens()).toMatchObject({ url: expect.stringContaining(newest.origin) })
  await removeConsole(server.database.system, newest.clientId)
  expect(await opens()).toBeNull()
})

test('whoever may not see the product is not told', async () => {
  expect((await partners.paul.get(`${narrow}/products/${products.domain}/console`)).status).toBe(404)
  expect((await beck.ruth.get(`${own}/products/${products.foreign}/console`)).status).toBe(404)
  expect((await beck.ruth.get(`${own}/products/${randomUUID()}/console`)).status).toBe(404)
})

test('the command registers a console, shows the secret once, and removes it', async () => {
  const { address } = server.database
  if (address.kind !== 'embedded') throw new Error('tests run on the embedded database')
  const url = `postgres://postgres@localhost/${address.database}?host=${encodeURIComponent(address.socketDirectory)}`
  const run = async (...args: string[]) => {
    const script = path.resolve(import.meta.dirname, '../../../scripts/console.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], {
      env: { DATABASE_URL: url, DATA_DIR: server.config.dataDirectory },
    })
    return stdout
  }
  const addresses = [
    '--redirect',
    'http://localhost:9999/callback',
    '--initiate',
    'http://localhost:9999/',
    '--resource',
    'http://localhost:9999/',
  ]
  const added = await run('add', '--name', 'Server panel', '--family', 'server', ...addresses)
  const [, clientId = '', secret = ''] = /client id +(\S+)\nclient secret +(\S+)/.exec(added) ?? []
  expect(secret.length).toBe(43)
  const listed = await run('list')
  expect(listed).toContain(`${clientId}  Server panel  server  http://localhost:9999/`)
  expect(listed).not.toContain(secret)
  expect(await run('remove', clientId)).toContain('is removed')
  expect((await listConsoles(server.database.system)).map((known) => known.clientId)).not.toContain(clientId)
}, 120_000)
