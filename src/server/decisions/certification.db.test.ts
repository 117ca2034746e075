// The certification scenario of the OpenID Foundation for PDPs (alice, bob; record-1, record-2; read, write, delete) against a whole server,
// whose operator defined the family `record`. Requests are the scenario's own; ids are exchanged on the way, because ours are UUIDs.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import * as client from 'openid-client'
import { describe, expect, test } from 'vitest'
import { givenConsole } from '../../../tests/given-console.ts'
import { givenOrganisation, givenPerson } from '../../../tests/given-people.ts'
import { givenProvider } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'
import { givenTemporaryDirectory } from '../../../tests/temporary-directory.ts'

const inAll = (text: string) => ({ de: text, fr: text, it: text, en: text, es: text })
const right = (id: string, access: string) => ({ id, access, name: inAll(`Records: ${id}`), sentence: inAll(`Can ${id} your records.`) })
const catalogue = path.join(givenTemporaryDirectory(), 'catalogue.json')
/** Writing stands at `content`, which collaborators do not have: so bob reads record-1 and does not write it. */
const rights = [right('read', 'view'), right('write', 'content'), right('delete', 'manage')]
writeFileSync(catalogue, JSON.stringify({ families: [{ id: 'record', name: inAll('Records'), rights }] }))

const server = await givenServer({ set: { CATALOGUE: catalogue } })
const ids = new Map<string, string>()
for (const name of ['alice', 'bob']) ids.set(name, await givenPerson(server, { name, email: `${name}@records.example` }))
const provider = await givenProvider(server)
for (const [record, administrator, collaborator] of [
  ['record-1', 'alice', 'bob'],
  ['record-2', 'bob', 'alice'],
] as const) {
  const members = [
    [ids.get(administrator) ?? '', 'legal_representative'],
    [ids.get(collaborator) ?? '', 'collaborator'],
  ] as const
  const organisation = await givenOrganisation(server, {
    name: `Owner of ${record}`,
    members: members.map(([id, role]) => [id, role] as never),
  })
  const { rows } = await server.database.owner.query<{ number: string }>('select number from organisation where id = $1', [organisation])
  const told = await provider.tell('PUT', `/organisations/${rows[0]?.number}/products/${record}`, { family: 'record', name: record })
  ids.set(record, String(told.body['id']))
}
const { config } = await givenConsole(server, { families: ['record'] })
const { access_token: token } = await client.clientCredentialsGrant(config, { scope: 'decisions' })

const exchanged = (text: string, from: 0 | 1) =>
  [...ids].reduce((all, pair) => all.replaceAll(`"${pair[from]}"`, `"${pair[1 - from]}"`), text)

type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly headers: Headers }
async function send(operation: string, text: string, more: Record<string, string> = {}): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...more }
  const response = await fetch(`${server.url}/access/v1/${operation}`, { method: 'POST', headers, body: exchanged(text, 0) })
  const answer = exchanged(await response.text(), 1)
  return { status: response.status, headers: response.headers, body: answer.startsWith('{') ? JSON.parse(answer) : {} }
}
const ask = (operation: string, body: object, more?: Record<string, string>) => send(operation, JSON.stringify(body), more)
const user = (id: string, properties?: object) => ({ type: 'user', id, ...(properties ? { properties } : {}) })
const record = (id: string, properties?: object) => ({ type: 'record', id, ...(properties ? { properties } : {}) })
const question = (subject: object, name: string, resource: object, more = {}) => ({ subject, action: { name }, resource, ...more })
const decided = async (...asked: Parameters<typeof question>) => {
  const { status, body } = await ask('evaluation', question(...asked))
  expect(status).toBe(200)
  return body['decision']
}

describe('basic', () => {
  test('the fixture’s decisions (1.4, rules 1 to 7)', async () => {
    expect(await decided(user('alice'), 'read', record('record-1'))).toBe(true)
    expect(await decided(user('alice'), 'write', record('record-1'))).toBe(true)
    expect(await decided(user('bob'), 'read', record('record-1'))).toBe(true)
    expect(await decided(user('bob'), 'write', record('record-1'))).toBe(false)
    expect(await decided(user('alice'), 'write', record('record-2', { status: 'archived' }))).toBe(false)
    expect(await decided(user('bob', { role: 'admin' }), 'write', record('record-2', { status: 'archived' }))).toBe(true)
    const softly = { subject: user('alice'), action: { name: 'delete', properties: { soft: true } }, resource: record('record-1') }
    expect((await ask('evaluation', softly)).body['decision']).toBe(true)
  })

  test('what a caller asserts about itself decides nothing (so rule 8, which needs that, is not ours)', async () => {
    expect(await decided(user('bob', { role: 'admin' }), 'write', record('record-1', { status: 'active' }))).toBe(false)
    expect(await decided(user('alice', { role: 'admin' }), 'write', record('record-2'))).toBe(false)
  })

  test('context, additional properties and unknown fields (2.2.3, 2.2.8, 2.2.9)', async () => {
    const context = { time: '2025-06-27T18:03-07:00', ip: '192.168.1.1' }
    const strange = { foo: 'bar', futureField: { nested: true } }
    const alice = user('alice', { department: 'Sales', role: 'manager' })
    expect(await decided(user('alice'), 'read', record('record-1'), { context })).toBe(true)
    expect(await decided(alice, 'read', record('record-1', { status: 'active', owner: 'bob' }), strange)).toBe(true)
  })

  test('errors (2.4), request ids (2.5) and the same answer every time (2.6)', async () => {
    const whole = question(user('alice'), 'read', record('record-1'))
    for (const name of ['subject', 'action', 'resource']) {
      expect((await ask('evaluation', { ...whole, [name]: undefined })).status).toBe(400)
      expect((await ask('evaluation', { ...whole, [name]: {} })).status).toBe(400)
    }
    for (const text of ['', '{"subject":', '"text"']) expect((await send('evaluation', text)).status).toBe(400)
    expect((await ask('evaluation', whole, { 'content-type': 'text/plain' })).status).toBe(400)
    expect((await ask('evaluation', whole, { 'x-request-id': 'abc-123' })).headers.get('x-request-id')).toBe('abc-123')
    for (let time = 0; time < 5; time++) expect(await decided(user('alice'), 'read', record('record-1'))).toBe(true)
  })
})

describe('batch', () => {
  const decisions = async (body: object) => {
    const answer = await ask('evaluations', body)
    expect(answer.status).toBe(200)
    return (answer.body['evaluations'] as { decision: boolean }[]).map(({ decision }) => decision)
  }

  test('of the fixture, in order, with defaults and without (3.2)', async () => {
    const [one, two] = [{ resource: record('record-1', { status: 'active' }) }, { resource: record('record-2', { status: 'archived' }) }]
    const context = { time: '2025-06-27T18:03-07:00' }
    const both = [{ ...one }, { ...two, context: { source: 'batch-override' } }]
    expect(await decisions({ subject: user('alice'), action: { name: 'read' }, context, evaluations: both })).toEqual([true, true])
    expect(await decisions({ subject: user('alice'), action: { name: 'write' }, evaluations: [one, two] })).toEqual([true, false])
    const named = ['read', 'write'].map((name) => ({ action: { name } }))
    expect(await decisions({ subject: user('bob'), resource: record('record-1'), evaluations: named })).toEqual([true, false])
    const asked = [{ subject: user('alice') }, { subject: user('bob', { role: 'admin' }) }]
    expect(await decisions({ action: { name: 'write' }, resource: record('record-2'), evaluations: asked })).toEqual([false, true])
    const whole = [question(user('alice'), 'read', record('record-1')), question(user('bob'), 'write', record('record-1'))]
    expect(await decisions({ evaluations: whole })).toEqual([true, false])
  })

  test('with a fault in one question, without questions, and with none (3.4)', async () => {
    const asked = { subject: user('alice'), action: { name: 'read' } }
    expect(await decisions({ ...asked, evaluations: [{ resource: record('record-1') }, {}] })).toEqual([true, false])
    for (const more of [{}, { evaluations: [] }])
      expect((await ask('evaluations', { ...asked, resource: record('record-1'), ...more })).body['decision']).toBe(true)
  })
})

describe('search', () => {
  const found = async (what: string, body: object) => {
    const answer = await ask(`search/${what}`, body)
    expect(answer.status).toBe(200)
    return answer.body['results'] as object[]
  }

  test('of subjects, resources and actions (4.2 to 4.4)', async () => {
    const archived = record('record-2', { status: 'archived' })
    const [alice, bob] = [user('alice'), user('bob', { role: 'admin' })]
    expect(await found('subject', question({ type: 'user' }, 'read', record('record-1')))).toEqual(
      expect.arrayContaining([alice, user('bob')]),
    )
    expect(await found('subject', question({ type: 'user' }, 'write', archived))).toEqual([user('bob')])
    expect(await found('resource', question(alice, 'read', { type: 'record' }))).toContainEqual(record('record-1'))
    expect(await found('resource', question(bob, 'write', { type: 'record' }))).toEqual([record('record-2')])
    const actions = ['read', 'write', 'delete'].map((name) => ({ name }))
    expect(await found('action', { subject: alice, resource: record('record-1') })).toEqual(expect.arrayContaining(actions))
    expect(await found('action', { subject: bob, resource: archived, context: { time: 'now' } })).toContainEqual({ name: 'write' })
  })

  test('page by page (4.5), with empty results (4.6) and errors (4.7)', async () => {
    const query = question({ type: 'user' }, 'read', record('record-1'))
    const first = (await ask('search/subject', { ...query, page: { limit: 1 } })).body as { page: { next_token: string } }
    const second = await ask('search/subject', { ...query, page: { token: first.page.next_token } })
    expect([second.status, second.body['page']]).toEqual([200, { next_token: '', count: 1, total: 2 }])
    expect(await found('action', { subject: user('nonexistent-user'), resource: record('record-1') })).toEqual([])
    expect(await found('subject', question({ type: 'spaceship' }, 'read', record('record-1')))).toEqual([])
    expect((await ask('search/subject', { subject: { type: 'user' }, resource: record('record-1') })).status).toBe(400)
    expect((await ask('search/resource', { action: { name: 'read' }, resource: { type: 'record' } })).status).toBe(400)
    expect((await ask('search/action', { subject: user('alice') })).status).toBe(400)
  })
})

test('discovery (6): the metadata names the address it was asked under, and endpoints that answer', async () => {
  const response = await fetch(`${server.url}/.well-known/authzen-configuration`)
  const told = (await response.json()) as Record<string, string>
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
  expect(told['policy_decision_point']).toBe(server.config.publicUrl)
  for (const [name, address] of Object.entries(told))
    if (name.endsWith('_endpoint')) expect((await fetch(address, { method: 'POST' })).status).toBe(401)
})

test('the operator’s family is told to the web, and described', async () => {
  const { families } = (await (await fetch(`${server.url}/api/catalogue`)).json()) as { families: { id: string }[] }
  expect(families.map(({ id }) => id)).toEqual(['record'])
  expect(await (await fetch(`${server.url}/api/openapi.json`)).text()).toContain('"server","record"')
})
