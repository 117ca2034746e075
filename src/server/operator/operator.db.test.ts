import { expect, test } from 'vitest'
import { type Caller, givenCaller } from '../../../tests/given-caller.ts'
import { givenOrganisation, givenPerson, mailTo } from '../../../tests/given-people.ts'
import { answered, requestTo } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'
import { dismissOperator, nameOperator } from './name-first-operator.ts'

const server = await givenServer()
const totpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const nora = await givenPerson(server, { name: 'Nora Imhof', email: 'nora@provider.example', totpSecret })
const ruth = await givenPerson(server, { name: 'Ruth Beck', email: 'ruth@beck.example', totpSecret })
const beck = await givenOrganisation(server, { name: 'Bäckerei Beck GmbH', members: [[ruth, 'legal_representative']] })
const pool = server.server.house.pools.system
await nameOperator(pool, 'nora@provider.example')
const asNora = await givenCaller(server, nora)
const asRuth = await givenCaller(server, ruth)

const code = async (asked: ReturnType<Caller['get']>) => {
  const { status, body } = await asked
  return [status, body['code']]
}

test('to whoever is no operator there is no console, and it is not mentioned', async () => {
  expect(await code(asRuth.get('/operator/shell'))).toEqual([404, 'not_found'])
  expect((await asRuth.get('/me')).body['isOperator']).toBe(false)
  expect((await asNora.get('/me')).body['isOperator']).toBe(true)
  expect((await asNora.get('/operator/shell')).body['person']).toEqual({ id: nora, name: 'Nora Imhof' })
})

test('an operator shows a second factor in this very session', async () => {
  const weaker = await givenCaller(server, nora, 'password')
  expect(await code(weaker.get('/operator/organisations'))).toEqual([403, 'second_factor_needed'])
  const without = await givenPerson(server, { name: 'Ohne Faktor', email: 'ohne@provider.example', password: 'nine geese swim across' })
  await nameOperator(pool, 'ohne@provider.example')
  expect(await code((await givenCaller(server, without)).get('/operator/shell'))).toEqual([403, 'second_factor_needed'])
})

test('naming another needs a fresh authentication', async () => {
  await server.database.owner.query("update session set authenticated_at = now() - interval '16 minutes' where person_id = $1", [nora])
  expect(await code(asNora.send('POST', '/operator/operators', { email: 'ruth@beck.example' }))).toEqual([
    403,
    'fresh_authentication_needed',
  ])
  expect((await asNora.get('/operator/health')).status).toBe(200)
  await server.database.owner.query('update session set authenticated_at = now() where person_id = $1', [nora])
})

test('organisations are found by a part of the name, whatever its accents, and by number', async () => {
  const found = async (search: string) =>
    ((await asNora.get(`/operator/organisations?search=${encodeURIComponent(search)}`)).body['organisations'] as { name: string }[]).map(
      ({ name }) => name,
    )
  expect(await found('backerei be')).toEqual(['Bäckerei Beck GmbH'])
  const { rows } = await server.database.owner.query<{ number: string }>('select number from organisation where id = $1', [beck])
  expect(await found(rows[0]?.number ?? '')).toEqual(['Bäckerei Beck GmbH'])
  expect(await found('nobody at all')).toEqual([])
})

test('whoever looks at an organisation stands in its activity, as the provider’s', async () => {
  const { body } = await asNora.get(`/operator/organisations/${beck}`)
  expect(body).toMatchObject({ organisation: { name: 'Bäckerei Beck GmbH', partner: 'none' }, members: [{ name: 'Ruth Beck' }] })
  const { entries } = (await asRuth.get(`/o/${beck}/activity`)).body as { entries: object[] }
  expect(entries[0]).toMatchObject({ kind: 'organisation.looked_at', operator: true, person: { name: 'Nora Imhof' } })
})

test('the health shows the head of the journal as it is', async () => {
  const { body } = await asNora.get('/operator/health')
  const { rows } = await server.database.owner.query<{ position: number; chain: string }>(
    "select position, encode(chain, 'hex') as chain from journal order by position desc limit 1",
  )
  expect(body['journal']).toMatchObject(rows[0] ?? {})
  expect(body['nodes']).toHaveLength(1)
})

test('operators name each other, nobody ends their own work, and an end is at once', async () => {
  expect(await code(asNora.send('POST', '/operator/operators', { email: 'nobody@provider.example' }))).toEqual([422, 'unknown_person'])
  expect(await code(asNora.send('POST', '/operator/operators', { email: 'Ruth@beck.example' }))).toEqual([200, undefined])
  for (const to of ['ohne@provider.example', 'ruth@beck.example']) {
    const { subject, text } = await mailTo(server, to)
    expect([subject, text.includes('Nora Imhof'), text.includes('ruth@beck.example')]).toEqual(['Ruth Beck is an operator now', true, true])
  }
  expect(await server.mailbox.list({ to: 'nora@provider.example' })).toEqual([])
  expect(await code(asNora.send('POST', '/operator/operators', { email: 'ruth@beck.example' }))).toEqual([409, 'nothing_changed'])
  const { operators } = (await asRuth.get('/operator/operators')).body as { operators: { name: string; addedBy: string | null }[] }
  expect(operators.map(({ name, addedBy }) => [name, addedBy])).toEqual([
    ['Nora Imhof', null],
    ['Ohne Faktor', null],
    ['Ruth Beck', 'Nora Imhof'],
  ])
  expect(await code(asRuth.send('DELETE', `/operator/operators/${ruth}`))).toEqual([403, 'not_entitled'])
  expect(await code(asNora.send('DELETE', `/operator/operators/${ruth}`))).toEqual([200, undefined])
  expect(await code(asRuth.get('/operator/shell'))).toEqual([404, 'not_found'])
  expect(await code(asNora.send('DELETE', `/operator/operators/${ruth}`))).toEqual([404, 'not_found'])
  const { rows } = await server.database.owner.query<{ kind: string }>(
    "select kind from journal where kind like 'operator.%' order by position",
  )
  expect(rows.map(({ kind }) => kind)).toEqual(['operator.added', 'operator.added', 'operator.added', 'operator.removed'])
})

test('whoever belongs to a partner is no operator: nobody decides about their own', async () => {
  const paul = await givenPerson(server, { name: 'Paul Web', email: 'paul@webwerk.example', totpSecret })
  await givenOrganisation(server, { name: 'Webwerk GmbH', isPartner: true, members: [[paul, 'collaborator']] })
  expect(await code(asNora.send('POST', '/operator/operators', { email: 'paul@webwerk.example' }))).toEqual([422, 'has_a_part'])
  await expect(nameOperator(pool, 'paul@webwerk.example')).rejects.toThrow(/belongs to a partner/)
})

test('an operator who joins a partner, or whose organisation has one, is let in no more', async () => {
  const [olga, otto] = [
    await givenPerson(server, { name: 'Olga Imhof', email: 'olga@provider.example', totpSecret }),
    await givenPerson(server, { name: 'Otto Frei', email: 'otto@provider.example', totpSecret }),
  ]
  for (const email of ['olga@provider.example', 'otto@provider.example']) await nameOperator(pool, email)
  const [asOlga, asOtto] = [await givenCaller(server, olga), await givenCaller(server, otto)]
  for (const one of [asOlga, asOtto]) expect((await one.get('/operator/organisations')).status).toBe(200)
  const partner = await givenOrganisation(server, { name: 'Olgas Agentur AG', isPartner: true, members: [[olga, 'legal_representative']] })
  const ottos = await givenOrganisation(server, { name: 'Ottos Laden', members: [[otto, 'legal_representative']] })
  expect(await code(asOlga.get('/operator/organisations'))).toEqual([404, 'not_found'])
  expect((await asOlga.get('/me')).body['isOperator']).toBe(false)
  expect((await asOtto.get('/operator/organisations')).status).toBe(200)
  const asked = await asOlga.send('POST', `/o/${partner}/requests`, requestTo({ email: 'otto@provider.example' }))
  const id = String(asked.body['managedCustomerId'])
  const shop = { id: ottos, name: 'Ottos Laden', email: 'otto@provider.example', number: '', personId: otto, ruth: asOtto }
  expect((await answered(server, shop, id, ['domain.view'])).status).toBe(200)
  expect(await code(asOtto.get('/operator/organisations'))).toEqual([404, 'not_found'])
})

test('the command line names whoever has no account yet, and ends the work of whoever has one', async () => {
  expect(await nameOperator(pool, 'eva.muster@provider.example')).toBe('Eva Muster')
  expect(await nameOperator(pool, 'eva.muster@provider.example')).toBeUndefined()
  expect(await dismissOperator(pool, 'Eva.Muster@provider.example')).toBe('Eva Muster')
  expect(await dismissOperator(pool, 'eva.muster@provider.example')).toBeUndefined()
})

test('the role of the database shows nothing without an operator, and never rights, products or credentials', async () => {
  const client = await server.database.operator.connect()
  const counted = async (table: string) => Number((await client.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n)
  await client.query('begin')
  await client.query("select set_config('app.person', $1, true)", [ruth])
  for (const table of ['organisation', 'person', 'member', 'journal', 'operator', 'job', 'node']) expect(await counted(table)).toBe(0)
  await client.query("select set_config('app.person', $1, true)", [nora])
  expect(await counted('organisation')).toBeGreaterThan(0)
  await client.query('commit')
  for (const table of ['granted_right', 'product', 'credential', 'session', 'invitation', 'payment_method', 'journal_detail'])
    await expect(client.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
  client.release()
})
