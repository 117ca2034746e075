// Authorization API 1.0, section 8: searches are the duals of evaluation, and their pages together the whole.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anna,
  carl,
  customer,
  domain,
  foreign,
  givenDecisionApi,
  mail,
  otherCustomer,
  otherDomain,
  otherPartnership,
  ownSession,
  partner,
  partnership,
  petra,
  ruth,
  session,
  visit,
  wide,
} from './given-decisions.ts'

const { ask, index, send, state } = await givenDecisionApi()
const person = (id: string) => ({ type: 'person', id })
type Entity = { readonly type: string; readonly id: string; readonly name?: string; readonly properties?: object }
type Page = { readonly next_token: string; readonly count: number; readonly total?: number }
const people = [petra, anna, ruth, carl]

async function search(what: string, query: object): Promise<{ results: Entity[]; page: Page }> {
  const { status, body } = await ask(`search/${what}`, query, wide)
  expect(status).toBe(200)
  return body as { results: Entity[]; page: Page }
}

async function byPages(what: string, query: object, limit: number): Promise<Entity[]> {
  const all: Entity[] = []
  let token = ''
  do {
    const { results, page } = await search(what, { ...query, page: token === '' ? { limit } : { token } })
    expect(results.length).toBeLessThanOrEqual(limit)
    expect(page.count).toBe(results.length)
    all.push(...results)
    token = page.next_token
  } while (token !== '')
  return all
}

const isAllowed = async (query: object) => (await ask('evaluation', query, wide)).body['decision']

describe('8.4 subject search', () => {
  test('finds who may touch a product: members of its owner, and people of partners under their partnership', async () => {
    const { results, page } = await search('subject', {
      subject: { type: 'user', id: 'ignored' },
      action: { name: 'view' },
      resource: { type: 'domain', id: domain },
    })
    expect(results).toEqual([
      { type: 'user', id: petra, properties: { partnership } },
      { type: 'user', id: anna, properties: { partnership } },
      { type: 'user', id: ruth },
      { type: 'user', id: carl },
    ])
    expect(page).toEqual({ next_token: '', count: 4, total: 4 })
  })

  test('finds only the one person of a visit or a session, and only people under a partnership', async () => {
    const query = { subject: { type: 'person' }, action: { name: 'manage' }, resource: { type: 'domain', id: domain } }
    expect((await search('subject', { ...query, context: { visit } })).results).toEqual([person(petra)])
    expect((await search('subject', { ...query, context: { session: ownSession } })).results).toEqual([person(ruth)])
    expect((await search('subject', { ...query, context: { session } })).results).toEqual([])
    expect((await search('subject', { ...query, context: { partnership } })).results).toEqual([person(petra)])
  })
})

describe('8.5 resource search', () => {
  test('finds products of one family', async () => {
    const query = { subject: person(petra), action: { name: 'view' }, resource: { type: 'domain', id: 7 } }
    expect((await search('resource', { ...query, context: { visit } })).results.map(({ id }) => id)).toEqual([domain, otherDomain])
    expect((await search('resource', { ...query, context: { partnership: otherPartnership } })).results.map(({ id }) => id)).toEqual([
      foreign,
    ])
    expect((await search('resource', query)).results).toEqual([])
    expect((await search('resource', { ...query, resource: { type: 'mail' }, context: { visit } })).results).toEqual([
      { type: 'mail', id: mail },
    ])
  })

  test('finds the organisations somebody is in', async () => {
    const query = { subject: person(petra), action: { name: 'enter' }, resource: { type: 'organisation' } }
    expect((await search('resource', query)).results.map(({ id }) => id)).toEqual([partner])
    expect((await search('resource', { ...query, context: { visit } })).results.map(({ id }) => id)).toEqual([customer])
  })

  test('finds the customers somebody may enter, by their names, and no names', async () => {
    const query = { subject: person(petra), action: { name: 'enter' }, resource: { type: 'partnership' } }
    const both = [
      { type: 'partnership', id: otherPartnership, properties: { customer: otherCustomer, partner } },
      { type: 'partnership', id: partnership, properties: { customer, partner } },
    ]
    expect((await search('resource', query)).results).toEqual(both)
    expect(await byPages('resource', query, 1)).toEqual(both)
    const found = async (properties: object) =>
      (await search('resource', { ...query, resource: { type: 'partnership', properties } })).results
    expect(await found({ search: 'zur back' })).toEqual(both.slice(1))
    expect(await found({ partner })).toEqual(both)
    expect(await found({ partner: customer })).toEqual([])
    expect((await search('resource', { ...query, action: { name: 'view' } })).results).toEqual([])
    expect((await search('resource', { ...query, subject: person(anna) })).results.map(({ id }) => id)).toEqual([partnership])
  })
})

describe('8.6 action search', () => {
  test('finds actions by the names they are asked by', async () => {
    const query = { subject: person(petra), resource: { type: 'domain', id: domain }, context: { visit } }
    expect((await search('action', query)).results).toEqual([{ name: 'view' }, { name: 'manage' }, { name: 'product.order' }])
    expect((await search('action', { ...query, action: 'ignored', resource: { type: 'domain', id: otherDomain } })).results).toEqual([
      { name: 'view' },
      { name: 'product.order' },
    ])
    expect((await search('action', { ...query, resource: { type: 'organisation', id: customer } })).results).toEqual([
      { name: 'enter' },
      { name: 'organisation.view' },
    ])
    expect(await byPages('action', { subject: person(ruth), resource: { type: 'mail', id: mail } }, 2)).toHaveLength(5)
  })
})

describe('what a search finds, an evaluation allows, and nothing else', () => {
  const contexts = [{}, { visit }, { session }, { session: ownSession }, { partnership }, { partnership: otherPartnership }]
  const resources = [
    ...[domain, otherDomain, foreign].map((id) => ({ type: 'domain', id })),
    ...[
      { type: 'mail', id: mail },
      { type: 'organisation', id: customer },
      { type: 'organisation', id: partner },
      { type: 'partnership', id: partnership },
    ],
  ]
  const actions = ['enter', 'view', 'manage', 'content', 'organisation.view', 'product.order', 'product.delete']
  const anyContext = fc.constantFrom(...contexts)

  test('of subjects', async () => {
    const query = fc.record({ context: anyContext, action: fc.constantFrom(...actions), resource: fc.constantFrom(...resources) })
    await fc.assert(
      fc.asyncProperty(query, async ({ action, ...rest }) => {
        const asked = { ...rest, action: { name: action } }
        const { results } = await search('subject', { ...asked, subject: { type: 'person' } })
        for (const subject of results) expect(await isAllowed({ ...asked, subject })).toBe(true)
        const plain = results.filter(({ properties }) => properties === undefined).map(({ id }) => id)
        for (const id of people) if (!plain.includes(id)) expect(await isAllowed({ ...asked, subject: person(id) })).toBe(false)
        expect(await byPages('subject', { ...asked, subject: { type: 'person' } }, 1)).toEqual(results)
      }),
      { numRuns: 30 },
    )
  })

  test('of resources', async () => {
    const types = fc.constantFrom('domain', 'mail', 'organisation', 'partnership', 'spaceship')
    const query = fc.record({ context: anyContext, action: fc.constantFrom(...actions), id: fc.constantFrom(...people), type: types })
    await fc.assert(
      fc.asyncProperty(query, async ({ action, id, type, context }) => {
        const asked = { context, action: { name: action }, subject: person(id) }
        const { results } = await search('resource', { ...asked, resource: { type } })
        for (const resource of results) expect(await isAllowed({ ...asked, resource })).toBe(true)
        const others = resources.filter((one) => one.type === type && !results.some((found) => found.id === one.id))
        for (const resource of others) expect(await isAllowed({ ...asked, resource })).toBe(false)
        expect(await byPages('resource', { ...asked, resource: { type } }, 1)).toEqual(results)
      }),
      { numRuns: 30 },
    )
  })

  test('of actions', async () => {
    const query = fc.record({ context: anyContext, id: fc.constantFrom(...people), resource: fc.constantFrom(...resources) })
    await fc.assert(
      fc.asyncProperty(query, async ({ id, ...rest }) => {
        const asked = { ...rest, subject: person(id) }
        const names = (await search('action', asked)).results.map(({ name }) => name)
        for (const name of actions) expect(await isAllowed({ ...asked, action: { name } })).toBe(names.includes(name))
      }),
      { numRuns: 30 },
    )
  })
})

describe('8.2 pages', () => {
  const query = { subject: { type: 'person' }, action: { name: 'view' }, resource: { type: 'domain', id: domain } }
  const next = async (page: object = { limit: 2 }) => (await search('subject', { ...query, page })).page.next_token
  const refused = async (more: object, token?: string) =>
    (await ask('search/subject', { ...query, ...more, page: { token: token ?? (await next()) } }, wide)).status

  test('a token holds for its own question alone, and for its own console', async () => {
    expect(await refused({})).toBe(200)
    expect(await refused({ subject: { type: 'person', id: 'ignored' } })).toBe(200)
    expect(await refused({ action: { name: 'manage' } })).toBe(400)
    expect(await refused({ context: { partnership } })).toBe(400)
    expect(await refused({ resource: { type: 'domain', id: otherDomain } })).toBe(400)
    expect((await ask('search/subject', { ...query, page: { token: await next() } })).status).toBe(400)
    const again = { ...query, page: { token: await next(), limit: 3 } }
    expect((await ask('search/subject', again, wide)).status).toBe(400)
  })

  test('a token that was changed, or made up, is none', async () => {
    const token = await next()
    const [text = '', seal = ''] = token.split('.')
    const other = Buffer.from(JSON.stringify([2, ''])).toString('base64url')
    for (const wrong of [`${text}x.${seal}`, `${other}.${seal}`, `${text}.${seal}x`, text, '.', 'x'.repeat(600)])
      expect(await refused({}, wrong)).toBe(400)
  })

  test('are as long as asked for, up to a thousand', async () => {
    for (const page of [{ limit: -1 }, { limit: 1.5 }, { limit: '2' }, { token: 7 }, [], 'page', { properties: 7 }])
      expect((await ask('search/subject', { ...query, page }, wide)).status).toBe(400)
    expect(await search('subject', { ...query, page: { limit: 5_000 } })).toMatchObject({ page: { count: 4, next_token: '' } })
    const none = await search('subject', { ...query, page: { limit: 0 } })
    expect([none.results, none.page.count, none.page.total]).toEqual([[], 0, 4])
    expect(none.page.next_token).not.toBe('')
  })

  test('come first in the answer, and say how many there are in all', async () => {
    const { text } = await ask('search/subject', { ...query, page: { limit: 3 } }, wide)
    expect(text).toMatch(/^\{"page":\{"next_token":"[^"]+","count":3,"total":4\}/)
  })
})

describe('searches refuse and answer with nothing', () => {
  test('what misses a field is a 400', async () => {
    const whole = { subject: person(petra), action: { name: 'view' }, resource: { type: 'domain', id: domain } }
    const missing = [
      ['subject', { action: undefined }],
      ['subject', { resource: { type: 'domain' } }],
      ['subject', { subject: {} }],
      ['resource', { subject: undefined }],
      ['resource', { subject: { type: 'person' } }],
      ['resource', { resource: {} }],
      ['action', { resource: undefined }],
      ['action', { resource: { type: 'domain' } }],
    ] as const
    for (const [what, more] of missing) expect((await ask(`search/${what}`, { ...whole, ...more })).status).toBe(400)
  })

  test('what nobody knows, and what the console does not serve, has no results', async () => {
    const resource = { type: 'domain', id: domain }
    const empty = async (what: string, query: object) => expect((await ask(`search/${what}`, query)).body['results']).toEqual([])
    await empty('action', { subject: person('nonexistent'), resource })
    await empty('subject', { subject: { type: 'spaceship' }, action: { name: 'view' }, resource })
    await empty('subject', { subject: { type: 'person' }, action: { name: 'fly' }, resource })
    await empty('subject', { subject: { type: 'person' }, action: { name: 'view' }, resource: { type: 'mail', id: mail } })
    await empty('resource', { subject: person(ruth), action: { name: 'view' }, resource: { type: 'mail' } })
    await empty('action', { subject: person(ruth), resource: { type: 'mail', id: mail } })
  })
})

describe('whatever is sent', () => {
  const keys = fc.constantFrom(
    'subject',
    'action',
    'resource',
    'context',
    'evaluations',
    'options',
    'page',
    'type',
    'id',
    'name',
    'properties',
  )
  const values = fc.constantFrom(
    'person',
    'domain',
    'partnership',
    'organisation',
    'view',
    'enter',
    petra,
    domain,
    visit,
    partnership,
    '__proto__',
    '\ud800',
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.oneof(values, fc.jsonValue()),
      fc.dictionary(keys, tie('tree')),
      fc.array(tie('tree'), { maxLength: 4 }),
    ),
  }))
  const paths = fc.constantFrom('evaluation', 'evaluations', 'search/subject', 'search/resource', 'search/action')

  test('the answer is 200 or 400, and comes at once', async () => {
    await fc.assert(
      fc.asyncProperty(paths, fc.oneof(fc.dictionary(keys, tree), tree), async (path, body) => {
        const began = process.cpuUsage()
        expect([200, 400]).toContain((await ask(path, body)).status)
        // Of the processor, whatever else the machine does meanwhile.
        expect(process.cpuUsage(began).user / 1000).toBeLessThan(2_000)
      }),
      { numRuns: 400 },
    )
    const nested = `${'{"a":['.repeat(100_000)}7${']}'.repeat(100_000)}`
    const query = { subject: person(petra), action: { name: 'view' }, resource: { type: 'domain', id: domain } }
    const text = JSON.stringify({ ...query, context: 0 }).replace('"context":0', `"context":${nested}`)
    for (const path of ['evaluation', 'evaluations', 'search/action'])
      expect([200, 400]).toContain((await send(`/access/v1/${path}`, text)).status)
    expect(state.failures).toEqual([])
    expect(index.size.products).toBe(4)
  })
})
