import { expect, test, vi } from 'vitest'
import { givenBrowser } from '../../../tests/given-browser.ts'
import { givenStranger } from '../../../tests/given-caller.ts'
import { givenPerson } from '../../../tests/given-people.ts'
import { givenCustomer, givenPartners, requestTo, tokenOf } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const { alpweb, petra } = await givenPartners(server)
const stranger = givenStranger(server)

async function givenRequest(who: Parameters<typeof requestTo>[0], what?: object) {
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo(who, what))
  expect(sent.status).toBe(200)
  const id = String(sent.body['managedCustomerId'])
  return { id, token: await tokenOf(server, id) }
}

const wholeState = async (id: string) => {
  const { rows } = await server.database.owner.query(
    `select row_to_json(i)::text || (select json_agg(p)::text from proposal p where p.invitation_id = i.id)
      || (select count(*) from journal j where j.body ->> 'invitationId' = i.id::text) as state from invitation i where i.id = $1`,
    [id],
  )
  return rows[0].state as string
}

test('whoever has the link sees who asks and until when, and nothing of what is asked', async () => {
  const { token } = await givenRequest({ email: 'info@baeckerei.example', language: 'de' })
  const opened = await stranger.get(`/requests/${token}`)
  expect(opened.status).toBe(200)
  expect(opened.body).toMatchObject({
    partner: { name: 'Alpweb AG', country: 'CH' },
    state: 'open',
    language: 'de',
    addresses: [{ number: 1, hint: 'in…@baeckerei.example' }],
  })
  expect(Object.keys(opened.body).toSorted()).toEqual(['addresses', 'language', 'partner', 'state', 'until'])
  expect(JSON.stringify(opened.body)).not.toMatch(/domain\.view|rights|info@/)
})

test('opening the link, however often, changes nothing', async () => {
  const { id, token } = await givenRequest({ email: 'scanner@mail.example' })
  await vi.waitFor(async () => expect(await wholeState(id)).toContain('"delivery":"sent"'), 20_000)
  const before = await wholeState(id)
  await Promise.all(Array.from({ length: 10 }, () => stranger.get(`/requests/${token}`)))
  expect(await wholeState(id)).toBe(before)
})

test('a link that leads nowhere, and one that was never sent, are the same 404', async () => {
  const unknown = await stranger.get(`/requests/${'x'.repeat(43)}`)
  const odd = await stranger.get('/requests/a%20b')
  expect([unknown.status, odd.status]).toEqual([404, 404])
  expect(unknown.body['code']).toBe('not_found')
  expect(odd.body['code']).toBe('not_found')
})

test('what is asked is for whoever proved an address, and nobody else', async () => {
  const { token } = await givenRequest({ email: 'owner@garage.example' })
  const foreign = await givenCustomer(server, 'Fremd AG', 'jemand@fremd.example')
  expect((await stranger.get(`/requests/${token}/consent`)).status).toBe(401)
  const refused = await foreign.ruth.get(`/requests/${token}/consent`)
  expect([refused.status, refused.body['code']]).toEqual([403, 'address_not_proven'])
})

test('the code to the invited address signs in somebody new, who says their name', async () => {
  const { token } = await givenRequest({ email: 'nora@neu.example' })
  const browser = givenBrowser(server)
  const body = { address: 1, language: 'fr' }
  expect((await browser.send('POST', `/requests/${token}/code`, body)).status).toBe(200)
  const code = await codeSentTo('nora@neu.example')
  const wrong = await browser.send('POST', `/requests/${token}/verify`, { ...body, code: code === '000000' ? '111111' : '000000' })
  expect([wrong.status, wrong.body['code']]).toEqual([401, 'code_wrong'])
  expect((await browser.send('POST', `/requests/${token}/verify`, { ...body, code })).body).toEqual({
    next: 'name',
    continuation: null,
    secondFactors: [],
  })
  const hidden = await browser.send('POST', `/requests/${token}/verify`, { ...body, code, name: 'click www.evil.example' })
  expect(hidden.body['code']).toBe('invalid_name')
  const signedIn = await browser.send('POST', `/requests/${token}/verify`, { ...body, code, name: 'Nora Neu' })
  expect(signedIn.body).toEqual({ next: 'consent', continuation: null, secondFactors: [] })
  expect((await browser.get('/me')).body['person']).toMatchObject({
    name: 'Nora Neu',
    email: 'nora@neu.example',
    language: 'fr',
    strength: 'email',
  })
  const consent = await browser.get(`/requests/${token}/consent`)
  expect(consent.body).toMatchObject({
    partner: { name: 'Alpweb AG' },
    proposal: { askedBy: 'Petra', preset: 'limited' },
    organisations: [],
    organisation: null,
  })
  expect((await browser.send('POST', `/requests/${token}/verify`, { ...body, code, name: 'Nora Neu' })).body['code']).toBe('code_expired')
})

test('whoever has a second factor gives it, too', async () => {
  const { token } = await givenRequest({ email: 'careful@two.example' })
  await givenPerson(server, { name: 'Carla Careful', email: 'careful@two.example', totpSecret: 'JBSWY3DPEHPK3PXP' })
  const browser = givenBrowser(server)
  await browser.send('POST', `/requests/${token}/code`, { address: 1, language: 'en' })
  const code = await codeSentTo('careful@two.example')
  const half = await browser.send('POST', `/requests/${token}/verify`, { address: 1, language: 'en', code })
  expect(half.body['next']).toBe('second_factor')
  expect(half.body['continuation']).toBeTypeOf('string')
  expect((await browser.get('/me')).status).toBe(401)
})

test('somebody signed in with another address proves the invited one as well, and stays who they are', async () => {
  const { id, token } = await givenRequest({ email: 'shared@mailbox.example' })
  const customer = await givenCustomer(server, 'Müller Söhne AG', 'm.mueller@privat.example')
  const browser = givenBrowser(server, customer.ruth.token)
  expect((await browser.get(`/requests/${token}/consent`)).body['code']).toBe('address_not_proven')
  await browser.send('POST', `/requests/${token}/code`, { address: 1, language: 'de' })
  const code = await codeSentTo('shared@mailbox.example')
  expect((await browser.send('POST', `/requests/${token}/verify`, { address: 1, language: 'de', code })).body['next']).toBe('consent')
  expect((await browser.get('/me')).body['person']).toMatchObject({ email: 'm.mueller@privat.example' })
  const consent = await browser.get(`/requests/${token}/consent`)
  expect(consent.body['organisation']).toMatchObject({ name: 'Müller Söhne AG', may: ['answer', 'decline', 'pass_on'], cannotAnswer: null })
  const { rows } = await server.database.owner.query('select email_key from proven_address where invitation_id = $1', [id])
  expect(rows).toEqual([{ email_key: 'shared@mailbox.example' }])
})

test('a request to a customer number shows no address, and only that customer’s people read it', async () => {
  const customer = await givenCustomer(server, 'Zürn Holzbau AG', 'zuern@holz.example')
  const other = await givenCustomer(server, 'Andere AG', 'andere@holz.example')
  const { token } = await givenRequest({ customerNumber: customer.number })
  expect((await stranger.get(`/requests/${token}`)).body['addresses']).toEqual([])
  expect((await customer.ruth.get(`/requests/${token}/consent`)).body['organisations']).toHaveLength(1)
  expect((await other.ruth.get(`/requests/${token}/consent`)).body['code']).toBe('address_not_proven')
})

test('codes are not sent without end', async () => {
  const { token } = await givenRequest({ email: 'many@codes.example' })
  const sent = []
  for (let attempt = 0; attempt < 6; attempt++)
    sent.push((await stranger.send('POST', `/requests/${token}/code`, { address: 1, language: 'en' })).status)
  expect(sent.slice(0, 5)).toEqual([200, 200, 200, 200, 200])
  expect(sent[5]).toBe(429)
})

test('an expired and a withdrawn request say so and send no codes', async () => {
  const expired = await givenRequest({ email: 'late@answer.example' })
  await server.database.owner.query("update invitation set expires_at = now() - interval '1 minute' where id = $1", [expired.id])
  expect((await stranger.get(`/requests/${expired.token}`)).body).toMatchObject({ state: 'expired', addresses: [] })
  expect((await stranger.send('POST', `/requests/${expired.token}/code`, { address: 1, language: 'en' })).status).toBe(404)
  const withdrawn = await givenRequest({ email: 'never@mind.example' })
  await petra.send('POST', `/o/${alpweb}/customers/${withdrawn.id}/withdraw`, {})
  expect((await stranger.get(`/requests/${withdrawn.token}`)).body).toMatchObject({ state: 'withdrawn', addresses: [] })
})

test('anybody with the link may report it; the provider reads why, the partner does not', async () => {
  const { token } = await givenRequest({ email: 'odd@request.example' })
  const reported = await stranger.send('POST', `/requests/${token}/report`, { reason: 'I do not know this firm.' })
  expect(reported.status).toBe(200)
  const { rows } = await server.database.owner.query(
    `select d.detail ->> 'reason' as reason, (select count(*)::int from journal_reader r where r.position = j.position) as readers
     from journal j join journal_detail d using (position) where j.kind = 'request.reported' order by j.position desc limit 1`,
  )
  expect(rows).toEqual([{ reason: 'I do not know this firm.', readers: 0 }])
  expect((await stranger.send('POST', `/requests/${'y'.repeat(43)}/report`, { reason: 'x' })).status).toBe(404)
})

/** The six digits in a mail to this address, which also got the request itself. */
async function codeSentTo(address: string): Promise<string> {
  return vi.waitFor(
    async () => {
      const messages = await server.mailbox.list({ to: address })
      const texts = await Promise.all(messages.map(async ({ id }) => (await server.mailbox.read(id))?.text ?? ''))
      const code = texts.map((text) => /^\s*(\d{6})\s*$/m.exec(text)?.[1]).find((found) => found !== undefined)
      if (code === undefined) throw new Error('no code yet')
      return code
    },
    { timeout: 20_000, interval: 50 },
  )
}
