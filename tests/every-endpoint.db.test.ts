// Every row of the table of endpoints, asked by nobody and by somebody of another organisation. What is not theirs is not there.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { app } from '../src/server/app.ts'
import type { Endpoint } from '../src/server/endpoint.ts'
import { givenServer } from './server.ts'

const given = await givenServer({ demo: true })
const { rows: ids } = await given.database.owner.query<{
  alpweb: string
  bakery: string
  partnership: string
  product: string
  row: string
}>(`
  select a.id as alpweb, b.id as bakery, p.id as partnership,
    (select x.id from product x where x.organisation_id = b.id and x.family = 'domain' limit 1) as product,
    (select m.id from managed_customer m where m.partner_id = a.id and m.partnership_id = p.id) as row
  from organisation a, organisation b, partnership p
  where a.name = 'Alpweb AG' and b.name = 'Bäckerei Zürcher GmbH' and p.partner_id = a.id and p.customer_id = b.id`)
const real = ids[0] ?? { alpweb: '', bakery: '', partnership: '', product: '', row: '' }

/** Ids that exist, of Alpweb and the bakery: for whoever has nothing to do with them they must be as good as none. */
function addressOf({ path }: Endpoint): string {
  const organisation = path.includes('/customers') || path.includes('/requests') || path.includes('/switcher') ? real.alpweb : real.bakery
  const known: Record<string, string> = {
    organisation,
    partnership: real.partnership,
    product: real.product,
    managedCustomer: real.row,
    number: 'C-1',
    reference: 'abcdefab-cdef-4abc-8def-abcdefabcdef',
    token: 'x'.repeat(43),
  }
  return `${given.url}/api${path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? randomUUID())}`
}

async function ask(row: Endpoint, token?: string): Promise<{ status: number; code: string | undefined }> {
  const response = await fetch(addressOf(row), {
    method: row.method,
    headers: {
      'idempotency-key': randomUUID(),
      ...(row.method === 'GET' ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(row.method === 'GET' ? {} : { body: '{}' }),
  })
  const body = (await response.json().catch(() => ({}))) as { code?: string }
  return { status: response.status, code: body.code }
}

/** Jürg represents another partner: Webwerk, which serves the bakery too, under a partnership of its own. */
async function juergsToken(): Promise<string> {
  const { demoSignIns } = await import('../src/server/demo/seed.ts')
  const { password } = demoSignIns(given.config)[0] ?? { password: '' }
  const response = await fetch(`${given.url}/api/sign-in/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ email: 'juerg.luethi@webwerk.example', password }),
  })
  return /__Host-session=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''
}
const juerg = await juergsToken()

const named = app.map((row) => [`${row.method} ${row.path}`, row] as const)
const closed = named.filter(([, { access }]) => !(access.kind === 'open' || (access.kind === 'sign-in' && !access.signedIn)))
const operators = named.filter(([, { access }]) => access.kind === 'operator')
const tenants = named.filter(([, { access }]) => access.kind === 'member' || access.kind === 'acting')

describe('nobody', () => {
  test('there are endpoints to ask', () => {
    expect(closed.length).toBeGreaterThan(80)
    expect(Object.values(real).every((id) => id !== '')).toBe(true)
  })

  test.each(closed)('is asked to sign in by %s', async (_, row) => {
    expect(await ask(row)).toEqual({ status: 401, code: 'not_signed_in' })
  })
})

describe('somebody of another organisation', () => {
  test('is signed in', () => {
    expect(juerg).not.toBe('')
  })

  test.each(tenants)('finds nothing at %s', async (_, row) => {
    expect(await ask(row, juerg)).toEqual({ status: 404, code: 'not_found' })
  })
})

describe('somebody who does not work for the provider', () => {
  test('is not told of a console', () => {
    expect(operators.length).toBeGreaterThan(5)
  })

  test.each(operators)('finds nothing at %s', async (_, row) => {
    expect(await ask(row, juerg)).toEqual({ status: 404, code: 'not_found' })
  })
})

describe('what is no session', () => {
  test.each(['x'.repeat(43), '../../etc/passwd', ' '])('opens nothing: %s', async (token) => {
    const response = await fetch(`${given.url}/api/me`, { headers: { authorization: `Bearer ${token}` } })
    expect(response.status).toBe(401)
  })
})
