// The client against a running Prokura: questions, batches, searches and tokens, as a console meets them.
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { givenConsole } from '../../tests/given-console.ts'
import { givenProducts } from '../../tests/given-products.ts'
import { givenServer } from '../../tests/server.ts'
import { batchMax } from './decisions.ts'
import { openProkura } from './open-prokura.ts'
import { openReplica } from './open-replica.ts'
import { ProkuraError } from './prokura-error.ts'
import type { Question } from './question.ts'

const server = await givenServer()
const { partners, beck, products, partnershipId } = await givenProducts(server)
const { publicUrl: issuer } = server.config
const zones = await givenConsole(server)
const settings = { issuer, clientId: zones.clientId, clientSecret: zones.secret, resource: zones.resource }
let requests: string[] = []
const counting: typeof fetch = async (address, init) => {
  requests.push(new URL(address instanceof Request ? address.url : address).pathname)
  return fetch(address, init)
}
const prokura = openProkura({ ...settings, fetch: counting })
const { petra, people, alpweb } = partners
const visit = String((await petra.send('POST', `/c/${partnershipId}/visit`, {})).body['id'])
const family = 'domain'
const onDomain = (action: string, more: Partial<Question> = {}): Question => ({
  person: people.petra,
  action,
  resource: { family, product: products.domain },
  visit,
  ...more,
})
const all = async <T>(found: AsyncIterable<T>) => {
  const gathered: T[] = []
  for await (const one of found) gathered.push(one)
  return gathered
}

describe('decisions', () => {
  test('one question has an answer with its reason', async () => {
    const yes = await prokura.decisions.check(onDomain('manage'), { explain: true })
    expect(yes).toMatchObject({
      allowed: true,
      reason: 'allowed',
      givenBy: null,
      because: { by: 'role', partner: alpweb, right: 'domain.manage', visit },
    })
    expect(yes.validUntil).toBeGreaterThan(Date.now())
    const no = await prokura.decisions.check(onDomain('manage', { resource: { family, product: products.foreign } }))
    expect(no).toMatchObject({ allowed: false, reason: 'product', givenBy: 'nobody', because: null })
  })

  test('questions of one moment travel together, and each has its own answer', async () => {
    requests = []
    const questions = ['view', 'no_right', 'manage', 'mail.view'].map((action) => onDomain(action))
    const answers = await Promise.all(questions.map((question) => prokura.decisions.check(question)))
    expect(answers.map(({ reason }) => reason)).toEqual(['allowed', 'right_exists', 'allowed', 'right_exists'])
    expect(requests.filter((path) => path.startsWith('/access'))).toEqual(['/access/v1/evaluations'])
  })

  test('more than fit into one request keep their order; what is wrong with one is its answer alone', async () => {
    requests = []
    const wrong = { ...onDomain('view'), person: 7 as unknown as string }
    const many = Array.from({ length: batchMax + 3 }, (_, place) => (place === 5 ? wrong : onDomain(place % 2 === 0 ? 'view' : 'none')))
    const answers = await prokura.decisions.checkAll(many, { consistency: 'bounded' })
    expect(requests.filter((path) => path === '/access/v1/evaluations')).toHaveLength(2)
    expect(answers).toHaveLength(many.length)
    for (const [place, answer] of answers.entries()) {
      if (place === 5) expect(answer).toMatchObject({ code: 'invalid_request', message: 'subject.id is not a string' })
      else expect(answer instanceof ProkuraError ? answer : answer.allowed).toBe(place % 2 === 0)
    }
    await expect(prokura.decisions.check(wrong)).rejects.toMatchObject({ code: 'invalid_request' })
  })

  test('a batch may end early', async () => {
    const questions = [onDomain('view'), onDomain('none'), onDomain('manage')]
    expect(await prokura.decisions.checkAll(questions, { semantic: 'deny_on_first_deny' })).toHaveLength(2)
    expect(await prokura.decisions.checkAll(questions, { semantic: 'permit_on_first_permit' })).toHaveLength(1)
  })

  test('the replica says the same, word for word', async () => {
    const replica = openReplica(prokura)
    afterAll(() => replica.close())
    await replica.ready()
    const resources = [...Object.values(products), randomUUID()].map((product) => ({ family, product }))
    const places = [{ visit }, { partnership: partnershipId }, { visit: randomUUID() }, {}]
    const questions = resources.flatMap((resource) =>
      ['view', 'domain.manage', 'product.delete', 'none'].flatMap((action) =>
        places.map((place): Question => ({ person: people.petra, action, resource, ...place })),
      ),
    )
    const more: Question[] = [
      { person: people.petra, action: 'enter', resource: { partnership: partnershipId } },
      { person: people.petra, action: 'enter', resource: { organisation: beck.id }, visit },
      { person: beck.personId, action: 'enter', resource: { organisation: beck.id } },
      { person: people.petra, action: 'billing.view', resource: { organisation: beck.id }, visit },
      { person: people.petra, action: 'product.order', resource: { organisation: beck.id, family }, visit },
      { person: people.petra, action: 'product.order', resource: { organisation: beck.id, family: 'mail' }, visit },
      { person: people.petra, action: 'view', resource: { family: 'mail', product: products.mail }, visit },
    ]
    // Products of other families are absent from a replica: the same no, for another reason.
    const isForeign = ({ resource }: Question) => 'product' in resource && [products.mail, products.hosting].includes(resource.product)
    for (const question of [...questions, ...more]) {
      const [theirs, ours] = [await prokura.decisions.check(question, { explain: true }), await replica.strong(question, { explain: true })]
      if (isForeign(question)) expect([theirs.allowed, ours.allowed]).toEqual([false, false])
      else expect({ ...ours, position: 0 }, JSON.stringify(question)).toEqual({ ...theirs, position: 0 })
    }
  })
})

describe('searches', () => {
  test('bring exactly those for whom and for which check says yes, page by page', async () => {
    const domains = await all(prokura.searches.productsFor({ person: people.petra, action: 'view', family, visit }, { pageSize: 1 }))
    expect(domains.toSorted()).toEqual([products.domain, products.second].toSorted())
    const touchers = await all(prokura.searches.whoMay({ action: 'manage', resource: { family, product: products.domain } }))
    expect(touchers).toContainEqual({ person: people.petra, partnership: partnershipId })
    expect(touchers).toContainEqual({ person: beck.personId, partnership: null })
    const actions = await all(prokura.searches.actionsOn({ person: people.petra, resource: { family, product: products.domain }, visit }))
    expect(actions).toEqual(['view', 'manage', 'product.delete'])
    const customers = await all(prokura.searches.customersOf({ person: people.petra, search: 'zur' }))
    expect(customers).toEqual([{ partnership: partnershipId, customer: beck.id, partner: alpweb }])
  })
})

describe('tokens', () => {
  const claims = { iss: issuer, aud: zones.clientId, sub: people.petra, sid: 'some-session', jti: randomUUID() }
  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  const now = () => Math.floor(Date.now() / 1000)
  const signed = (more: object, typ = 'logout+jwt') =>
    server.server.house.keys.sign({ ...claims, events, iat: now(), exp: now() + 60, ...more }, typ)
  const reasonOf = (token: Promise<string>) =>
    token.then(prokura.tokens.verifyLogout).then(
      () => 'accepted',
      (failure: ProkuraError) => failure.reason,
    )

  test('a logout token says whose session or which visit is over', async () => {
    expect(await prokura.tokens.verifyLogout(await signed({ visit }))).toEqual({
      person: people.petra,
      sid: 'some-session',
      visit,
      id: claims.jti,
    })
    expect((await prokura.tokens.verifyLogout(await signed({}))).visit).toBeNull()
  })

  test('what is not for this console, over, of another kind or not signed here is refused', async () => {
    expect(await reasonOf(signed({ aud: 'another' }))).toBe('audience')
    expect(await reasonOf(signed({ iss: 'https://evil.example' }))).toBe('issuer')
    expect(await reasonOf(signed({ exp: now() - 60 }))).toBe('expired')
    expect(await reasonOf(signed({ iat: now() + 60, exp: now() + 120 }))).toBe('not_yet')
    expect(await reasonOf(signed({}, 'at+jwt'))).toBe('type')
    expect(await reasonOf(signed({ nonce: 'n' }))).toBe('claims')
    expect(await reasonOf(signed({ events: {} }))).toBe('claims')
    const token = await signed({})
    const [head = '', , signature = ''] = token.split('.')
    const forged = Buffer.from(JSON.stringify({ ...claims, events, iat: now(), exp: now() + 60, sid: 'another' })).toString('base64url')
    expect(await reasonOf(Promise.resolve(`${head}.${forged}.${signature}`))).toBe('signature')
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'logout+jwt', kid: 'x' })).toString('base64url')
    expect(await reasonOf(Promise.resolve(`${none}.${forged}.`))).toBe('signature')
    expect(await reasonOf(Promise.resolve('nothing'))).toBe('form')
  })
})

describe('what goes wrong is said as what it is', () => {
  test('a wrong secret, a wrong address, nobody there', async () => {
    const asking = (more: object) => openProkura({ ...settings, timeoutMs: 1_000, ...more }).decisions.check(onDomain('view'))
    await expect(asking({ clientSecret: 'wrong' })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(asking({ issuer: 'http://localhost:9', nodes: [] })).rejects.toMatchObject({ code: 'unreachable' })
    await expect(asking({ issuer: 'https://prokura.example', nodes: [server.url] })).rejects.toMatchObject({ code: 'unexpected_answer' })
    expect(() => openProkura({ ...settings, issuer: 'http://prokura.example' })).toThrow(ProkuraError)
  })

  test('when the first node is not there, the next one is asked', async () => {
    const { allowed } = await openProkura({ ...settings, nodes: ['http://localhost:9', server.url] }).decisions.check(onDomain('view'))
    expect(allowed).toBe(true)
  })
})
