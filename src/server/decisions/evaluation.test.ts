// Authorization API 1.0, sections 5 to 7 and 10: evaluation, batches, errors, requests and their ids.
import { describe, expect, test } from 'vitest'
import {
  carl,
  customer,
  domain,
  foreign,
  givenDecisionApi,
  mail,
  otherDomain,
  partnership,
  petra,
  ruth,
  session,
  visit,
  wide,
} from './given-decisions.ts'

const { ask, send, state } = await givenDecisionApi()
const person = (id: string) => ({ type: 'person', id })
const product = (id: string, type = 'domain') => ({ type, id })
const question = (id = petra, name = 'manage', resource: object = product(domain), context: object | null = { visit }) => ({
  ...{ subject: person(id), action: { name }, resource },
  ...(context === null ? {} : { context }),
})
const decisionOf = async (...asked: Parameters<typeof question>) => (await ask('evaluation', question(...asked), wide)).body

describe('5.5 a decision', () => {
  test('is a boolean, with the reason in its context', async () => {
    expect(await decisionOf()).toEqual({
      decision: true,
      context: {
        ...{ reason: 'allowed', valid_until: '2026-11-28T00:30:00.000Z', position: 41 },
        authenticated_at: '2026-11-27T23:00:00.000Z',
      },
    })
    expect(await decisionOf(petra, 'manage', product(otherDomain))).toMatchObject({
      decision: false,
      context: { reason: 'scope', given_by: 'customer_legal_representative', position: 41 },
    })
  })

  test('is explained by its chain of reasons when one asks for it', async () => {
    const { context } = await decisionOf(petra, 'domain.manage', product(domain), { visit, explain: true })
    expect(context).toMatchObject({
      because: {
        ...{ partnership, customer, grant_version: 3, right: 'domain.manage', role: 'administrator', by: 'role', visit },
        scope: { kind: 'product', product: domain },
      },
    })
    const own = await decisionOf(ruth, 'view', product(domain), { explain: true })
    expect(own['context']).toMatchObject({ because: { organisation: customer, role: 'legal_representative', by: 'membership' } })
  })

  test('concerns the own membership when nothing else is said, and never the union of both', async () => {
    expect(await decisionOf(ruth, 'manage', product(domain), null)).toMatchObject({ decision: true, context: { reason: 'allowed' } })
    expect(await decisionOf(petra, 'manage', product(domain), null)).toMatchObject({ context: { reason: 'membership' } })
    expect(await decisionOf(ruth, 'manage', product(domain), { visit })).toMatchObject({ context: { reason: 'session' } })
    expect(await decisionOf(carl, 'domain.view', product(domain), { session })).toMatchObject({ context: { reason: 'session' } })
  })

  test('may concern an organisation: to enter it, to order for it, and its rights where the console has them', async () => {
    const organisation = { type: 'organisation', id: customer }
    expect(await decisionOf(petra, 'enter', organisation)).toMatchObject({ decision: true })
    expect(await decisionOf(petra, 'organisation.view', organisation)).toMatchObject({ decision: true })
    expect(await decisionOf(petra, 'product.order', { ...organisation, properties: { family: 'mail' } })).toMatchObject({ decision: false })
    const narrow = async (name: string, properties = {}) =>
      (await ask('evaluation', question(petra, name, { ...organisation, properties }))).body
    expect(await narrow('enter')).toMatchObject({ decision: true })
    expect(await narrow('organisation.view')).toMatchObject({ decision: false, context: { reason: 'right_exists' } })
    expect(await narrow('product.order', { family: 'mail' })).toMatchObject({ context: { reason: 'not_served' } })
    expect(await narrow('product.order')).toMatchObject({ context: { reason: 'not_served' } })
  })

  test('is no for types, families and actions that the console does not serve, in the same words whether they exist or not', async () => {
    const asked = (resource: object, name = 'view') => ask('evaluation', question(petra, name, resource))
    const denied = (await asked(product(mail, 'mail'))).body
    expect(denied).toEqual({ decision: false, context: { reason: 'not_served', given_by: 'operator', position: 41 } })
    expect((await asked(product(mail, 'spaceship'))).body).toEqual(denied)
    expect((await ask('evaluation', { ...question(), subject: { type: 'spaceship', id: petra } })).body).toEqual(denied)
    expect((await asked(product(domain), 'mail.view')).body).toMatchObject({ context: { reason: 'right_exists' } })
    expect((await asked(product(domain), 'organisation.view')).body).toMatchObject({ context: { reason: 'right_exists' } })
    expect((await asked(product(mail, 'domain'))).body).toMatchObject({ context: { reason: 'product' } })
    expect((await asked(product(foreign))).body).toMatchObject({ context: { reason: 'product' } })
  })

  test('is no with the reason stale when nothing current is to be had', async () => {
    state.isStale = true
    const single = await ask('evaluation', question())
    const many = await ask('evaluations', { ...question(), evaluations: [{}, {}] })
    const search = await ask('search/action', question())
    state.isStale = false
    expect(single.body).toEqual({ decision: false, context: { reason: 'stale', given_by: 'time' } })
    expect(many.body['evaluations']).toEqual([single.body, single.body])
    expect(search.status).toBe(503)
  })
})

describe('freshness', () => {
  const howOf = async (context: object) => {
    await ask('evaluation', question(petra, 'view', product(domain), context))
    return state.asked.at(-1)
  }

  test('is strong unless bounded is asked for, and reaches at least a position', async () => {
    expect(await howOf({})).toEqual([{ consistency: 'strong' }, []])
    expect(await howOf({ consistency: 'bounded', visit, min_position: 7 })).toEqual([{ consistency: 'bounded', atLeast: 7 }, [{ visit }]])
    await ask('evaluations', {
      ...question(),
      context: { consistency: 'bounded' },
      evaluations: [{}, { context: { session, min_position: 9 } }],
    })
    expect(state.asked.at(-1)).toEqual([{ consistency: 'strong', atLeast: 9 }, [{ session }]])
  })

  test('is refused when it is none', async () => {
    for (const context of [
      { consistency: 'weak' },
      { min_position: -1 },
      { min_position: '7' },
      { explain: 1 },
      { visit: 7 },
      { session: {} },
    ])
      expect((await ask('evaluation', question(petra, 'view', product(domain), context))).status).toBe(400)
  })
})

describe('activity', () => {
  test('is noted of a visit that is asked about for its own person', async () => {
    state.seen.length = 0
    await ask('evaluation', question())
    await ask('evaluation', question(ruth))
    await ask('evaluations', { ...question(), evaluations: [{}, {}, { subject: person(ruth) }] })
    expect(state.seen).toEqual([`${visit} in console-1`, `${visit} in console-1`])
  })
})

describe('7 evaluations', () => {
  const [yes, no] = [{ resource: product(domain) }, { resource: product(otherDomain) }]
  const many = async (evaluations: unknown, more: object = {}) => ask('evaluations', { ...question(), ...more, evaluations })
  const decisions = async (evaluations: unknown, semantic?: string) => {
    const { body } = await many(evaluations, semantic === undefined ? {} : { options: { evaluations_semantic: semantic } })
    return (body['evaluations'] as { decision: boolean }[]).map(({ decision }) => decision)
  }

  test('7.1 without an array, or with an empty one, are a single evaluation', async () => {
    const single = (await ask('evaluation', question())).body
    expect((await ask('evaluations', question())).body).toEqual(single)
    expect((await many([])).body).toEqual(single)
    expect((await ask('evaluations', { evaluations: [] })).status).toBe(400)
  })

  test('7.1.1 take whole objects from the top where they bring none, never parts of them', async () => {
    expect(await decisions([yes, no, {}])).toEqual([true, false, true])
    const { body } = await many([{ resource: { id: domain } }, { subject: null }])
    expect(body['evaluations']).toEqual([
      { decision: false, context: { error: { status: 400, message: 'resource.type is not a string' } } },
      { decision: false, context: { error: { status: 400, message: 'subject is not an object' } } },
    ])
    const whole = await ask('evaluations', { evaluations: [question(), question(petra, 'manage', product(otherDomain))] })
    expect(whole.body['evaluations']).toMatchObject([{ decision: true }, { decision: false }])
  })

  test('7.1.2 end early on a denial or a permission, if that is asked for', async () => {
    expect(await decisions([yes, no, yes], 'execute_all')).toEqual([true, false, true])
    expect(await decisions([yes, no, yes], 'deny_on_first_deny')).toEqual([true, false])
    expect(await decisions([yes, {}, yes], 'deny_on_first_deny')).toEqual([true, true, true])
    expect(await decisions([yes, 7, yes], 'deny_on_first_deny')).toEqual([true, false])
    expect(await decisions([no, yes, no], 'permit_on_first_permit')).toEqual([false, true])
    expect(await decisions([no, no], 'permit_on_first_permit')).toEqual([false, false])
    expect((await many([yes], { options: { evaluations_semantic: 'first' } })).status).toBe(400)
    expect((await many([yes], { options: { another_option: 'value' } })).status).toBe(200)
  })

  test('7.2 answer in the order of the questions, each with a decision, without one at the top', async () => {
    const { body, headers } = await many(Array.from({ length: 1_000 }, (_, place) => (place % 2 ? no : yes)))
    const answers = body['evaluations'] as { decision: boolean }[]
    expect(answers.map(({ decision }) => decision)).toEqual(answers.map((_, place) => place % 2 === 0))
    expect(Object.keys(body)).toEqual(['evaluations'])
    expect(headers.get('journal-position')).toBe('41')
    expect(answers[0]).toEqual({ decision: true, context: { reason: 'allowed', valid_until: '2026-11-28T00:30:00.000Z' } })
  })

  test('7.3 keep a fault to the question that has it', async () => {
    const { status, body } = await many([yes, 'no object', { resource: {} }, { action: { name: 7 } }, { context: { visit: 7 } }, yes])
    expect(status).toBe(200)
    expect(body['evaluations']).toMatchObject([true, false, false, false, false, true].map((decision) => ({ decision })))
    for (const more of [{ subject: 'petra' }, { context: [] }, { options: 7 }]) expect((await many([yes], more)).status).toBe(400)
    expect((await many({})).status).toBe(400)
    expect((await many(Array.from({ length: 1_001 }, () => yes))).status).toBe(400)
  })
})

describe('10 over HTTP', () => {
  const good = JSON.stringify(question())
  const path = '/access/v1/evaluation'

  test('10.1 a denial is a 200 of application/json', async () => {
    const { status, headers } = await ask('evaluation', question(petra, 'manage', product(otherDomain)))
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([200, 'application/json', 'nosniff'])
  })

  test('10.1 unknown fields and properties are ignored', async () => {
    const asked = { ...question(), foo: 'bar', future: { nested: true }, page: 7, evaluations: 'none' }
    const strange = { ...asked, subject: { ...person(petra), properties: { department: 'Sales' }, more: 1 } }
    expect((await ask('evaluation', strange)).body).toMatchObject({ decision: true })
  })

  test.each([
    ['a missing subject', { subject: undefined }],
    ['a missing action', { action: undefined }],
    ['a missing resource', { resource: undefined }],
    ['a subject without a type', { subject: { id: petra } }],
    ['a subject without an id', { subject: { type: 'person' } }],
    ['an action without a name', { action: {} }],
    ['a resource without a type', { resource: { id: domain } }],
    ['a resource without an id', { resource: { type: 'domain' } }],
    ['a subject that is a text', { subject: 'petra' }],
    ['a name that is a number', { action: { name: 123 } }],
    ['properties that are no object', { subject: { ...person(petra), properties: [] } }],
    ['a context that is no object', { context: 'visit' }],
  ])('10.1.1 %s is a 400', async (_, more) => {
    const { status, headers, text } = await ask('evaluation', { ...question(), ...more })
    expect([status, headers.get('content-type')]).toEqual([400, 'text/plain'])
    expect(text).toMatch(/^\S+ is /)
  })

  test('10.1.1 what is not JSON, not an object, empty or of another type is a 400', async () => {
    for (const body of ['', '{', '[]', 'null', '"text"', '7']) expect((await send(path, body)).status).toBe(400)
    expect((await send(path, good, { 'content-type': 'text/plain' })).status).toBe(400)
    expect((await send(path, good, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200)
    expect((await send(path, ' '.repeat(3_000_000))).status).toBe(413)
    expect((await send(path, undefined, {}, 'GET')).status).toBe(405)
  })

  test('10.1.1 and 11.3 whoever shows no token of a console gets a 401 that says how', async () => {
    const nobody = await send(path, good, { authorization: '' })
    const wrong = await send(path, good, { authorization: 'Bearer some-other-token' })
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="https://prokura.example"'])
    expect([wrong.status, wrong.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="https://prokura.example", error="invalid_token"',
    ])
  })

  test('10.1.3 a request’s id comes back, with errors too, and none is needed', async () => {
    const id = 'bfe9eb29-ab87-4ca3 ÿ, a b'
    for (const [body, more] of [
      [good, {}],
      ['{', {}],
      [good, { authorization: '' }],
    ] as const)
      expect((await send(path, body, { 'x-request-id': id, ...more })).headers.get('x-request-id')).toBe(id)
    expect((await send(path, good)).headers.get('x-request-id')).toBeNull()
  })

  test('9 the metadata names every endpoint', async () => {
    const { status, body, headers } = await send('/.well-known/authzen-configuration', undefined, {}, 'GET')
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(body).toEqual({
      policy_decision_point: 'https://prokura.example',
      access_evaluation_endpoint: 'https://prokura.example/access/v1/evaluation',
      access_evaluations_endpoint: 'https://prokura.example/access/v1/evaluations',
      search_subject_endpoint: 'https://prokura.example/access/v1/search/subject',
      search_resource_endpoint: 'https://prokura.example/access/v1/search/resource',
      search_action_endpoint: 'https://prokura.example/access/v1/search/action',
    })
    expect((await send('/.well-known/authzen-configuration/tenant', undefined, {}, 'GET')).status).toBe(404)
  })
})
