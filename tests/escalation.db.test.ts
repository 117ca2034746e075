// No sequence of steps on the partner's side, and no lower role on either side, ends with more rights than the customer's representative gave.
import { describe, expect, test } from 'vitest'
import { app } from '../src/server/app.ts'
import type { Endpoint } from '../src/server/endpoint.ts'
import type { Caller } from './given-caller.ts'
import { givenProducts } from './given-products.ts'
import { answered, asked, givenActive, givenCustomer, noTerms, requestTo, tokenOf } from './given-requests.ts'
import { givenServer } from './server.ts'

const server = await givenServer()
const story = await givenProducts(server, ['domain.view', 'domain.manage', 'mail.view'])
const { partners, beck, partnershipId, administrator, collaborator } = story
const { petra, marc, anna, alpweb } = partners
const { rows: listed } = await server.database.owner.query<{ id: string }>('select id from managed_customer where partnership_id = $1', [
  partnershipId,
])
const row = listed[0]?.id ?? ''
const at = (act: string) => `/o/${alpweb}/customers/${row}/${act}`
const atBeck = (act = '') => `/o/${beck.id}/partnerships/${partnershipId}${act}`
const more = (rights: readonly string[]) => ({ rights: rights.map((right) => asked(right)), terms: noTerms, validityDays: 30 })

type Grant = { readonly version: number; readonly rights: { right: string; scopes: object[] }[] }
const grant = async () => (await beck.ruth.get(atBeck())).body['grant'] as Grant
const inForce = async () => (await grant()).rights.map(({ right }) => right)
const narrowTo = async (rights: readonly string[]) => {
  const { version, rights: before } = await grant()
  const keep = before.filter(({ right }) => rights.includes(right)).map(({ right, scopes }) => ({ right, scopes }))
  return beck.ruth.send('POST', atBeck('/narrow'), { version, keep, end: null })
}

describe('a lower role', () => {
  const addressOf = ({ path }: Endpoint, organisation: string) =>
    path
      .replace('{organisation}', organisation)
      .replace('{managedCustomer}', row)
      .replace('{partnership}', partnershipId)
      .replace(/\{\w+\}/g, beck.id)
  const closedTo = (role: 'administrator' | 'collaborator') =>
    app.filter(({ access }) => access.kind === 'member' && !access.roles.includes(role))
  const cases: readonly (readonly [string, 'administrator' | 'collaborator', Caller, string])[] = [
    ['an administrator of the partner', 'administrator', marc, alpweb],
    ['a collaborator of the partner', 'collaborator', anna, alpweb],
    ['an administrator of the customer', 'administrator', administrator, beck.id],
    ['a collaborator of the customer', 'collaborator', collaborator, beck.id],
  ]
  test.each(cases)('%s is refused whatever a higher one is for', async (_, role, caller, organisation) => {
    const rows = closedTo(role)
    expect(rows.length).toBeGreaterThan(10)
    const seen = []
    for (const endpoint of rows) {
      const path = addressOf(endpoint, organisation)
      const { status, body } = endpoint.method === 'GET' ? await caller.get(path) : await caller.send(endpoint.method, path, {})
      if (status !== 403 || body['code'] !== 'not_entitled') seen.push([endpoint.method, path, status, body['code']])
    }
    expect(seen).toEqual([])
  })

  test('an administrator’s request goes nowhere by any other way than its release', async () => {
    const { body } = await marc.send('POST', `/o/${alpweb}/requests`, requestTo({ email: 'neu@stranger.example' }))
    expect(body['state']).toBe('prepared')
    const id = String(body['managedCustomerId'])
    const there = (act: string) => `/o/${alpweb}/customers/${id}/${act}`
    expect((await marc.send('POST', there('resend'), {})).body['code']).toBe('request_not_released')
    expect((await marc.get(there('link'))).body['code']).toBe('request_not_released')
    expect((await marc.send('POST', there('correct-address'), { email: 'anders@stranger.example' })).status).toBe(200)
    expect((await marc.send('POST', `/o/${alpweb}/requests/release`, { ids: [id] })).body['code']).toBe('not_entitled')
    expect((await petra.get(`/requests/${await tokenOf(server, id)}`)).status).toBe(404)
    expect(await server.mailbox.list({ to: 'stranger.example' })).toEqual([])
    expect((await marc.send('POST', at('more'), more(['mail.manage']))).body).toEqual({ state: 'prepared' })
    expect((await beck.ruth.get(atBeck())).body['proposal']).toBeNull()
    expect((await marc.send('POST', at('withdraw'), {})).status).toBe(200)
  })
})

describe('the partner', () => {
  test('answers no question of its own, however often it asks', async () => {
    expect((await petra.send('POST', at('more'), more(['mail.manage']))).body).toEqual({ state: 'sent' })
    for (const number of [1, 2, 3])
      for (const act of ['accept', 'decline'])
        expect((await petra.send('POST', at(`proposal/${act}`), { number })).body['code']).toBe('own_proposal')
    expect((await petra.send('POST', at('proposal/counter'), { ...more(['mail.content']), number: 2 })).body['code']).toBe('own_proposal')
    expect((await petra.send('POST', at('more'), more(['mail.content']))).body['code']).toBe('already_open')
    const byNumber = requestTo({ customerNumber: beck.number }, { rights: [asked('mail.content')] })
    expect((await petra.send('POST', `/o/${alpweb}/requests`, byNumber)).body['code']).toBe('already_open')
    expect(await inForce()).toEqual(['domain.view', 'domain.manage', 'mail.view'])
    expect((await petra.send('POST', at('withdraw'), {})).status).toBe(200)
  })

  test('gets nothing back by a yes to something else: what went meanwhile stays away, and stopped access stays stopped', async () => {
    expect((await petra.send('POST', at('more'), more(['hosting.view']))).status).toBe(200)
    const { proposal } = (await beck.ruth.get(atBeck())).body as { proposal: { id: string } }
    expect((await narrowTo(['domain.view', 'mail.view'])).status).toBe(200)
    expect((await beck.ruth.send('POST', atBeck('/stop'), {})).status).toBe(200)
    const rights = [{ right: 'hosting.view', scopes: [{ kind: 'all', future: true }] }]
    const answer = { proposalId: proposal.id, decision: 'grant', rights, notGranted: [], terms: noTerms }
    expect((await beck.ruth.send('POST', atBeck('/proposal/answer'), answer)).status).toBe(200)
    expect(await inForce()).toEqual(['domain.view', 'mail.view', 'hosting.view'])
    expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).body['code']).toBe('access_stopped')
    expect((await petra.send('POST', atBeck('/resume'), {})).status).toBe(404)
    expect((await beck.ruth.send('POST', atBeck('/resume'), {})).status).toBe(200)
  })

  test('takes an offer word for word: what the customer took back meanwhile is gone', async () => {
    const customer = await givenCustomer(server, 'Angebot AG', 'ruth@angebot.example')
    const sent = await petra.send(
      'POST',
      `/o/${alpweb}/requests`,
      requestTo({ email: customer.email }, { rights: [asked('domain.manage', { required: true })] }),
    )
    const id = String(sent.body['managedCustomerId'])
    const offered = await answered(server, customer, id, ['domain.view'], { decision: 'propose' })
    const theirs = `/o/${customer.id}/partnerships/${String(offered.body['partnershipId'])}`
    const { proposal } = (await customer.ruth.get(theirs)).body as { proposal: { id: string } }
    const answers = await Promise.all([
      customer.ruth.send('POST', `${theirs}/proposal/withdraw`, { proposalId: proposal.id }),
      ...Array.from({ length: 6 }, () => petra.send('POST', `/o/${alpweb}/customers/${id}/proposal/accept`, { number: 2 })),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const { rows } = await server.database.owner.query('select "right" from granted_right where partnership_id = $1', [
      offered.body['partnershipId'],
    ])
    expect(rows).toEqual(answers[0]?.status === 200 ? [] : [{ right: 'domain.view' }])
  })

  test('takes no offer of somebody who lost the say since', async () => {
    const customer = await givenCustomer(server, 'Wechsel AG', 'ruth@wechsel.example')
    const { body } = await petra.send(
      'POST',
      `/o/${alpweb}/requests`,
      requestTo({ email: customer.email }, { rights: [asked('domain.manage', { required: true })] }),
    )
    const id = String(body['managedCustomerId'])
    const offered = await answered(server, customer, id, ['domain.view'], { decision: 'propose' })
    expect(offered.body['outcome']).toBe('proposed')
    await replace(customer.id, customer.personId, beck.personId)
    const accept = () => petra.send('POST', `/o/${alpweb}/customers/${id}/proposal/accept`, { number: 2 })
    expect((await accept()).body['code']).toBe('request_withdrawn')
    await replace(customer.id, beck.personId, customer.personId)
    expect((await accept()).status).toBe(200)
  })

  test('that is ended begins again only with the customer’s yes', async () => {
    const customer = await givenCustomer(server, 'Ende AG', 'ruth@ende.example')
    const { id, partnershipId: old } = await givenActive(server, partners, customer)
    expect((await customer.ruth.send('POST', `/o/${customer.id}/partnerships/${old}/end`, { reason: null })).status).toBe(200)
    const there = (act: string) => `/o/${alpweb}/customers/${id}/${act}`
    expect((await petra.send('POST', there('more'), more(['domain.view']))).body['code']).toBe('already_ended')
    expect((await petra.send('POST', there('proposal/accept'), { number: 1 })).body['code']).toBe('already_answered')
    expect((await petra.send('POST', there('assign'), { people: [{ id: partners.people.anna, rights: null }] })).body['code']).toBe(
      'not_active',
    )
    expect((await petra.send('POST', `/c/${old}/visit`, {})).body['code']).toBe('access_stopped')
    const { body } = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ customerNumber: customer.number }))
    expect(body['state']).toBe('sent')
    expect((await petra.get(`/c/${old}/shell`)).status).toBe(403)
  })
})

/** Another legal representative, behind the journal's back. */
async function replace(organisation: string, one: string, other: string): Promise<void> {
  const client = await server.database.owner.connect()
  await client.query('begin; set local session_replication_role = replica')
  await client.query('delete from member where organisation_id = $1 and person_id = $2', [organisation, one])
  await client.query("insert into member (organisation_id, person_id, role, added_at) values ($1, $2, 'legal_representative', now())", [
    organisation,
    other,
  ])
  await client.query('commit')
  client.release()
}
