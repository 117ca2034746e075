// The keys the installation signs with follow one another, the same on all nodes.
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { givenDatabase } from '../../../tests/database.ts'
import { openSecrets } from './secrets.ts'
import { openSigningKeys } from './signing-keys.ts'

const database = await givenDatabase()
const secrets = openSecrets('', 'ab'.repeat(32))
const node = () => openSigningKeys(database.signIn, secrets)
const kids = async () => (await node().keySet()).published.map(({ kid }) => kid)
const daysPass = (days: number) =>
  database.owner.query('update signing_key set signs_from = signs_from - make_interval(days => $1)', [days])
const signs = async () => (await node().keySet()).signing[0]?.kid

test('of several nodes that start at once, one makes the key and all sign with it', async () => {
  const sets = await Promise.all([1, 2, 3, 4].map(() => node().keySet()))
  expect(new Set(sets.map(({ signing }) => signing[0]?.kid)).size).toBe(1)
  expect(await kids()).toHaveLength(1)
})

test('what one node signs, every other can check', async () => {
  const token = await node().sign({ sub: 'x' }, 'test+jwt')
  const { published } = await node().keySet()
  const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: published } as unknown as JSONWebKeySet), { typ: 'test+jwt' })
  expect(payload.sub).toBe('x')
})

test('the next key is published a day before it signs, and the one before stays published after', async () => {
  const first = await signs()
  await daysPass(28)
  await node().rotate()
  expect(await kids()).toHaveLength(1)
  await daysPass(1)
  await database.owner.query("update signing_key set signs_from = signs_from - interval '1 hour'")
  await Promise.all([node().rotate(), node().rotate()])
  expect(await kids()).toHaveLength(2)
  expect(await signs()).toBe(first)
  const early = await node().sign({ sub: 'early' }, 'test+jwt')
  await daysPass(2)
  const second = await signs()
  expect(second).not.toBe(first)
  const { published } = await node().keySet()
  await jwtVerify(early, createLocalJWKSet({ keys: published } as unknown as JSONWebKeySet))
  await node().rotate()
  const { rows } = await database.owner.query<{ kid: string; kept: boolean }>('select kid, sealed is not null as kept from signing_key')
  expect(rows).toHaveLength(2)
  expect(Object.fromEntries(rows.map(({ kid, kept }) => [kid, kept]))).toEqual({ [first ?? '']: false, [second ?? '']: true })
})

test('after a long pause the next key is still published a day before it signs', async () => {
  await daysPass(100)
  const before = await signs()
  await node().rotate()
  expect(await signs()).toBe(before)
  const { rows } = await database.owner.query<{ hours: number }>(
    'select extract(epoch from max(signs_from) - now())::float8 / 3600 as hours from signing_key',
  )
  expect(rows[0]?.hours).toBeGreaterThan(23.9)
})

test('the private part is sealed: another installation cannot sign with it', async () => {
  const other = openSigningKeys(database.signIn, openSecrets('', 'cd'.repeat(32)))
  await expect(other.sign({}, 'test+jwt')).rejects.toThrow()
  const { rows } = await database.owner.query<{ row: string }>('select signing_key::text as row from signing_key')
  const d = (await node().keySet()).signing[0]?.d ?? ''
  expect(d.length).toBeGreaterThan(40)
  expect(rows.some(({ row }) => row.includes(d))).toBe(false)
})
