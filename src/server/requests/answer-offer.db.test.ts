import { describe, expect, test, vi } from 'vitest'
import { addPasskey, givenAuthenticator } from '../../../tests/given-authenticator.ts'
import { answered, asked, givenActive, givenCustomer, givenPartners, noTerms, requestTo } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra, marc } = story
const at = (id: string, act: string) => `/o/${alpweb}/customers/${id}/${act}`
const query = async (text: string, values: readonly unknown[] = []) => (await server.database.owner.query(text, [...values])).rows
const subjectsTo = async (address: string) => (await server.mailbox.list({ to: address })).map(({ subject }) => subject)
const grantedIn = async (partnershipId: string) =>
  (await query('select "right" from granted_right where partnership_id = $1 order by 1', [partnershipId])).map(({ right }) => right)

/** Alpweb needs mail.manage; the customer proposes to leave it out. */
async function givenCounter(name: string, terms: object = noTerms) {
  const customer = await givenCustomer(server, name, `ruth@${name.toLowerCase()}.example`)
  const rights = [asked('domain.view'), asked('domain.manage'), asked('mail.manage', { required: true })]
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: customer.email }, { rights }))
  const id = String(sent.body['managedCustomerId'])
  const proposed = await answered(server, customer, id, ['domain.view', 'hosting.view'], { decision: 'propose', terms })
  if (proposed.body['outcome'] !== 'proposed') throw new Error(JSON.stringify(proposed.body))
  return { customer, id, partnershipId: String(proposed.body['partnershipId']) }
}

describe('a counter-proposal of the customer', () => {
  test('made by somebody without a password is secured by their passkey, and not without one', async () => {
    const secured = async (name: string, withPasskey: boolean) => {
      const { id, partnershipId, customer } = await givenCounter(name)
      await query('update credential set password_hash = null where person_id = $1', [customer.personId])
      if (withPasskey) expect((await addPasskey(customer.ruth, givenAuthenticator(server.url))).status).toBe(200)
      expect((await petra.send('POST', at(id, 'proposal/accept'), { number: 2 })).status).toBe(200)
      return query('select secured_at is not null as is from grant_version where partnership_id = $1', [partnershipId])
    }
    expect(await secured('Keyless', false)).toEqual([{ is: false }])
    expect(await secured('Keys', true)).toEqual([{ is: true }])
  })

  test('is told to the sender, and taken word for word becomes the grant', async () => {
    const { id, partnershipId, customer } = await givenCounter('Counter')
    await vi.waitFor(
      async () => expect(await subjectsTo('petra@alpweb.example')).toContain('Counter proposes other rights: your answer is needed'),
      { timeout: 20_000 },
    )
    expect((await marc.send('POST', at(id, 'proposal/accept'), { number: 2 })).body['code']).toBe('not_entitled')
    expect((await petra.send('POST', at(id, 'proposal/accept'), { number: 1 })).body['code']).toBe('changed_meanwhile')
    expect((await petra.send('POST', at(id, 'proposal/accept'), { number: 2 })).status).toBe(200)
    expect(await grantedIn(partnershipId)).toEqual(['domain.view', 'hosting.view'])
    const [grant] = await query('select granted_by, version, secured_at from grant_version where partnership_id = $1', [partnershipId])
    expect(grant).toMatchObject({ granted_by: customer.personId, version: 1 })
    expect(grant?.secured_at).not.toBeNull()
    expect((await petra.send('POST', at(id, 'proposal/accept'), { number: 2 })).body['code']).toBe('already_answered')
    expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
    await vi.waitFor(async () => expect(await subjectsTo(customer.email)).toContain('Alpweb AG accepted your invitation'), {
      timeout: 20_000,
    })
  })

  test('answered with an own version waits for the customer, and can be taken back', async () => {
    const { id, partnershipId } = await givenCounter('Own')
    const own = { number: 2, rights: [asked('domain.view'), asked('domain.manage', { required: true })], terms: noTerms, validityDays: 30 }
    expect((await petra.send('POST', at(id, 'proposal/counter'), own)).status).toBe(200)
    expect(await query('select number, side, state from proposal where partnership_id = $1 order by number', [partnershipId])).toEqual([
      { number: 1, side: 'partner', state: 'countered' },
      { number: 2, side: 'customer', state: 'countered' },
      { number: 3, side: 'partner', state: 'open' },
    ])
    expect((await petra.send('POST', at(id, 'proposal/accept'), { number: 3 })).body['code']).toBe('own_proposal')
    expect((await marc.send('POST', at(id, 'proposal/withdraw'), { number: 3 })).status).toBe(200)
    expect(await query('select state from partnership where id = $1', [partnershipId])).toEqual([{ state: 'not_concluded' }])
  })

  test('declined ends what never began', async () => {
    const { id, partnershipId } = await givenCounter('Declined')
    expect((await petra.send('POST', at(id, 'proposal/decline'), { number: 2, reason: 'Not without the mailboxes.' })).status).toBe(200)
    expect(await query('select state from partnership where id = $1', [partnershipId])).toEqual([{ state: 'not_concluded' }])
    expect(await grantedIn(partnershipId)).toEqual([])
  })

  test('that asks the partner to pay makes it pay only with its yes', async () => {
    const { id, partnershipId } = await givenCounter('Pay', { ...noTerms, payer: 'partner' })
    expect((await petra.send('POST', at(id, 'proposal/accept'), { number: 2 })).status).toBe(200)
    expect(await query("select terms ->> 'payer' as payer from grant_version where partnership_id = $1", [partnershipId])).toEqual([
      { payer: 'partner' },
    ])
  })
})

test('fifty answers at once, of both sides, end in exactly one outcome', async () => {
  const { id, partnershipId } = await givenCounter('Fifty')
  const own = { number: 2, rights: [asked('domain.view')], terms: noTerms, validityDays: 30 }
  const acts = ['accept', 'counter', 'decline', 'withdraw'] as const
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => {
      const act = acts[index % acts.length] ?? 'accept'
      return petra.send('POST', at(id, `proposal/${act}`), act === 'counter' ? own : { number: 2 })
    }),
  )
  const done = answers.filter(({ status }) => status === 200)
  expect(done).toHaveLength(1)
  const refusals = new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body['code']))
  expect(['already_answered', 'changed_meanwhile', 'not_entitled', 'own_proposal']).toEqual(expect.arrayContaining([...refusals]))
  const [{ outcomes } = { outcomes: 0 }] = await query(
    "select count(*)::int as outcomes from proposal where partnership_id = $1 and number = 2 and state in ('accepted', 'countered', 'declined')",
    [partnershipId],
  )
  expect(outcomes).toBe(1)
  const events = await query(
    "select kind from journal where partnership_id = $1 and body ->> 'side' = 'customer' and kind <> 'proposal.made'",
    [partnershipId],
  )
  expect(events).toHaveLength(1)
})

describe('more rights on a living partnership', () => {
  const more = (rights: object[], more: object = {}) => ({ rights, terms: { ...noTerms, payer: null }, validityDays: 30, ...more })

  test('are prepared by an administrator and released by a legal representative; what is in force stays meanwhile', async () => {
    const customer = await givenCustomer(server, 'Mehr', 'ruth@mehr.example')
    const { id, partnershipId } = await givenActive(server, story, customer)
    expect((await marc.send('POST', at(id, 'more'), more([asked('mail.view')]))).body).toEqual({ state: 'prepared' })
    expect((await petra.send('POST', `/o/${alpweb}/requests/release`, { ids: [id] })).body['results']).toEqual([{ id, result: 'sent' }])
    expect((await petra.send('POST', at(id, 'more'), more([asked('mail.view')]))).body['code']).toBe('already_open')
    expect(await grantedIn(partnershipId)).toEqual(['domain.manage', 'domain.view'])
    await vi.waitFor(async () => expect(await subjectsTo(customer.email)).toContain('Alpweb AG asks for 1 more right'), { timeout: 20_000 })
  })

  test('for what is in force already is nothing to ask', async () => {
    const customer = await givenCustomer(server, 'Schon', 'ruth@schon.example')
    const { id } = await givenActive(server, story, customer)
    const same = [asked('domain.view', { scope: { kind: 'all', future: true } })]
    expect(await petra.send('POST', at(id, 'more'), more(same))).toMatchObject({ status: 422, body: { code: 'nothing_asked' } })
  })

  test('never restore what the customer removed meanwhile', async () => {
    const customer = await givenCustomer(server, 'Entfernt', 'ruth@entfernt.example')
    const { id, partnershipId } = await givenActive(server, story, customer, ['domain.view', 'domain.manage', 'mail.view'])
    await petra.send('POST', at(id, 'more'), more([asked('domain.manage'), asked('hosting.view')]))
    const partners = `/o/${customer.id}/partnerships/${partnershipId}`
    const kept = [
      { right: 'domain.view', scopes: [{ kind: 'all', future: true }] },
      { right: 'mail.view', scopes: [{ kind: 'all', future: true }] },
    ]
    expect((await customer.ruth.send('POST', `${partners}/narrow`, { version: 1, keep: kept, end: null })).status).toBe(200)
    const open = await query("select id from proposal where partnership_id = $1 and state = 'open'", [partnershipId])
    await customer.ruth.send('POST', `${partners}/proposal/answer`, {
      proposalId: open[0]?.id,
      decision: 'grant',
      rights: [
        ...kept,
        { right: 'domain.manage', scopes: [{ kind: 'all', future: true }] },
        { right: 'hosting.view', scopes: [{ kind: 'all', future: true }] },
      ],
      notGranted: [],
      terms: noTerms,
    })
    expect(await grantedIn(partnershipId)).toEqual(['domain.view', 'hosting.view', 'mail.view'])
  })
})
