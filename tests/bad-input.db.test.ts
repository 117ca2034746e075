// Bad input gets a clear error and loses nothing: never a 500, never a half-done change.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Called } from './given-caller.ts'
import { asked, givenActive, givenCustomer, givenPartners, requestTo } from './given-requests.ts'
import { givenServer } from './server.ts'

const server = await givenServer()
const partners = await givenPartners(server)
const beck = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
const { partnershipId } = await givenActive(server, partners, beck, ['domain.view', 'domain.manage'])
const { petra, marc, alpweb } = partners

const problemIn = ({ status, body }: Called) => ({
  status,
  code: body['code'],
  pointers: (body['errors'] as { pointer: string }[])?.map((one) => one.pointer),
})

describe('text that is none', () => {
  test.each([
    ['NUL', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
  ])('%s is refused where it stands', async (_, text) => {
    const reason = requestTo({ email: `${randomUUID()}@x.example` }, { rights: [asked('domain.view', { reason: text })] })
    expect(problemIn(await petra.send('POST', `/o/${alpweb}/requests`, reason))).toEqual({
      ...{ status: 422, code: 'invalid_input' },
      pointers: ['/body/what/rights/0/reason'],
    })
    expect(problemIn(await petra.send('POST', `/c/${partnershipId}/visit`, { reason: text })).pointers).toEqual(['/body/reason'])
    const path = `/o/${beck.id}/partnerships/${partnershipId}/end`
    expect(problemIn(await beck.ruth.send('POST', path, { reason: text })).pointers).toEqual(['/body/reason'])
    const search = `?search=${encodeURIComponent('abc\u0000')}`
    expect(problemIn(await petra.get(`/o/${alpweb}/verified-partners${search}`)).pointers).toEqual(['/query/search'])
  })
})

describe('words that one side writes and the other reads', () => {
  test.each([
    ['turned around', 'Alles gut \u202egut sella'],
    ['hidden', 'Al\u200bles'],
    ['with a terminal’s commands', 'rot \u001b[31m'],
    ['with another kind of line end', 'eins\u2028zwei'],
    ['marked', 'ei\ufeffns'],
  ])('are refused when they are %s', async (_, text) => {
    const request = requestTo({ email: `${randomUUID()}@x.example` }, { rights: [asked('domain.view', { reason: text })] })
    expect((await petra.send('POST', `/o/${alpweb}/requests`, request)).status).toBe(422)
    expect((await petra.send('POST', `/c/${partnershipId}/visit`, { reason: text })).status).toBe(422)
    expect((await beck.ruth.send('POST', `/o/${beck.id}/partnerships/${partnershipId}/end`, { reason: text })).status).toBe(422)
    for (const who of [{ ownReference: text }, { listName: text }])
      expect((await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: 'y@x.example', ...who }))).status).toBe(422)
    expect((await petra.send('PATCH', '/me', { name: text })).status).toBe(422)
  })

  test('come through as they are, in every language and over several lines', async () => {
    const reason = 'Für Ihre Website:\n– neue Seiten\n– “réservation” 👩🏽‍💻 Ω'
    const { body } = await petra.send(
      'POST',
      `/o/${alpweb}/requests`,
      requestTo({ email: 'neu@x.example' }, { rights: [asked('domain.view', { reason })] }),
    )
    const profile = await petra.get(`/o/${alpweb}/customers/${String(body['managedCustomerId'])}/profile`)
    expect((profile.body['rights'] as { reason: string }[])[0]?.reason).toBe(reason)
  })
})

describe('addresses', () => {
  test.each([
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example\u0000',
    '"a b"@c.example',
    'a(comment)@b.example',
    'Group: a@b.example;',
    'a@b.example,c@d.example',
    'a@[127.0.0.1]',
    'a@b',
    'a@b..example',
    'a@b\u0640.example',
    'a@\u0301b.example',
    'a\u2028b@c.example',
    'a@b.example\u202e',
    `${'a'.repeat(65)}@b.example`,
  ])('that mail programs would read in two ways are refused: %j', async (email) => {
    expect((await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email }))).status).toBe(422)
    const invited = { email, role: 'collaborator', language: 'en' }
    expect((await petra.send('POST', `/o/${alpweb}/member-invitations`, invited)).status).toBe(422)
    expect((await petra.send('POST', '/sign-in/code', { email, language: 'en' })).status).toBe(422)
  })
})

describe('a page that nobody was sent to', () => {
  const cursor = (...parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
  test.each([
    `/customers?sort=until&cursor=${cursor(['until', 'name'], ['ascending', 'ascending'], ['2026-99-99 00:00:00+00', 'a'], randomUUID())}`,
    `/customers?sort=name&cursor=${cursor(['name'], ['ascending'], ['a\u0000'], randomUUID())}`,
    '/customers?cursor=AAAA',
    `/billing/invoices?after=2026-99-99_${randomUUID()}`,
    `/billing/invoices?after=2026-01-01_${'-'.repeat(36)}`,
    '/activity?before=99999999999999999999',
    '/activity?limit=0',
    '/customers?sort=name&sort=until&sort=status&sort=access',
    '/customers?limit=50&limit=100',
    '/customers?__proto__=1',
    '/customers?search[]=a',
    '/customers?status=active&unknown=1',
  ])('is refused: %s', async (path) => {
    expect(problemIn(await petra.get(`/o/${alpweb}${path}`))).toMatchObject({ status: 422, code: 'invalid_input' })
  })
})

describe('a body', () => {
  const sent = async (body: string, type = 'application/json') => {
    const response = await fetch(`${server.url}/api/me`, {
      method: 'PATCH',
      headers: { cookie: `__Host-session=${petra.token}`, 'content-type': type, 'idempotency-key': randomUUID() },
      body,
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  test.each([
    ['of another kind', 422, '[]'],
    ['nested a hundred thousand times', 422, `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['nested in the place of a text', 422, `${'{"name":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['with a list for a text', 422, '{"name":["Petra"]}'],
    ['with an unknown field', 422, '{"name":"Petra","role":"legal_representative"}'],
    ['that reaches for the prototype', 400, '{"__proto__":{"admin":true},"name":"Petra"}'],
    ['that reaches for the constructor', 400, '{"constructor":{"prototype":{"admin":true}}}'],
    ['that breaks off', 400, '{"name":'],
    ['that is empty', 400, ''],
    ['of two megabytes', 413, JSON.stringify({ name: 'x'.repeat(2_000_000) })],
  ])('%s is a clear no', async (_, status, body) => {
    const answer = await sent(body)
    expect(answer).toMatchObject({ status, body: { status, code: 'invalid_input', requestId: expect.any(String) } })
    expect(JSON.stringify(answer.body)).not.toMatch(/\/src\/|node_modules|at async/)
  })
})

test('an address that cannot be read is a clear no', async () => {
  for (const path of [
    '/api/o/%ff/shell',
    '/%ff',
    `/api/o/${'a'.repeat(600)}/shell`,
    '/api/o/%00/shell',
    '/api/requests/%2e%2e%2f%2e%2e%2fetc',
  ]) {
    const { status } = await fetch(`${server.url}${path}`)
    expect({ path, clear: status >= 400 && status < 500 }).toEqual({ path, clear: true })
  }
})

test('a second click while entering finds the same visit', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => marc.send('POST', `/c/${partnershipId}/visit`, {})))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1)
})
