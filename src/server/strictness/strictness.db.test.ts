// Standard or Strict, two approvers for money, and the request code, over the API.
import { describe, expect, test } from 'vitest'
import { type Caller, givenCaller } from '../../../tests/given-caller.ts'
import { givenPerson, mailTo } from '../../../tests/given-people.ts'
import {
  answered,
  asked,
  type GivenCustomer,
  givenActive,
  givenCustomer,
  givenPartners,
  noTerms,
  requestTo,
  tokenOf,
} from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra, marc, anna } = story
const { owner } = server.database
const standard = { namedPeopleOnly: false, reasonNeeded: false, visitsTold: false, twoApprovers: false, secondFactorNeeded: false }
const strict = { namedPeopleOnly: true, reasonNeeded: true, visitsTold: true, twoApprovers: true, secondFactorNeeded: true }
const said = ({ status, body }: Awaited<ReturnType<Caller['get']>>) => [status, body['code']]
let count = 0

async function givenSecond(customer: GivenCustomer): Promise<Caller> {
  const id = await givenPerson(server, { name: 'Beat', email: `beat${++count}@kunde.example`, password: 'a long enough password for Beat' })
  await owner.query(`begin; set local session_replication_role = replica;
    insert into member (organisation_id, person_id, role, added_at) values ('${customer.id}', '${id}', 'legal_representative', now()); commit`)
  return givenCaller(server, id)
}
async function givenServed(rights?: readonly string[]) {
  const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', `info${++count}@baeckerei.example`)
  const { partnershipId } = await givenActive(server, story, customer, rights)
  return { customer, partnershipId, at: `/o/${customer.id}`, path: `/o/${customer.id}/partnerships/${partnershipId}` }
}
const sign = async (as: Caller, at: string) => {
  const [first] = (await as.get(`${at}/signatures`)).body['waiting'] as { id: string }[]
  const { digest } = (await as.get(`${at}/signatures/${first?.id}`)).body
  return as.send('POST', `${at}/signatures/${first?.id}/sign`, { digest })
}

describe('Standard or Strict', () => {
  test('is one choice with parts behind it, and says how many of them differ', async () => {
    const { customer, path } = await givenServed()
    expect((await customer.ruth.get(`${path}/strictness`)).body).toMatchObject({ level: 'standard', changes: 0, mayChange: true })
    expect(said(await customer.ruth.send('PUT', `${path}/strictness`, strict))).toEqual([409, 'second_representative_missing'])
    const most = { ...strict, twoApprovers: false }
    expect((await customer.ruth.send('PUT', `${path}/strictness`, most)).body).toMatchObject({ level: 'strict', changes: 1 })
    expect((await customer.ruth.get(`${path}/strictness`)).body).toMatchObject({ parts: most })
    expect(said(await customer.ruth.send('PUT', `${path}/strictness`, most))).toEqual([409, 'nothing_changed'])
    expect(said(await petra.send('PUT', `/o/${alpweb}/partnerships/${path.split('/').at(-1)}/strictness`, standard))).toEqual([
      404,
      'not_found',
    ])
  })

  test('holds at once: whoever is inside and not admitted by name is out, with a receipt', async () => {
    const { customer, path, partnershipId } = await givenServed()
    expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
    const set = await customer.ruth.send('PUT', `${path}/strictness`, { ...standard, namedPeopleOnly: true })
    expect(set.body['receipt']).toMatchObject({ id: expect.any(String) })
    expect((await petra.get(`/c/${partnershipId}/shell`)).status).toBe(403)
  })

  test('what the organisation chose is what a new partnership begins with', async () => {
    const customer = await givenCustomer(server, 'Strenge AG', `info${++count}@strenge.example`)
    const chosen = { ...strict, twoApprovers: false, namedPeopleOnly: false }
    expect((await customer.ruth.send('PUT', `/o/${customer.id}/strictness`, chosen)).body).toEqual({ level: 'strict', changes: 3 })
    const { partnershipId } = await givenActive(server, story, customer)
    expect((await customer.ruth.get(`/o/${customer.id}/partnerships/${partnershipId}/strictness`)).body).toMatchObject({ parts: chosen })
    expect(said(await petra.send('POST', `/c/${partnershipId}/visit`, {}))).toEqual([422, 'visit_reason_needed'])
    expect((await petra.send('POST', `/c/${partnershipId}/visit`, { reason: 'Ticket 4711' })).status).toBe(200)
    expect((await mailTo(server, customer.email, 3)).subject).toBeTruthy()
  })
})

describe('two approvers for money', () => {
  test('a right about money waits for a second representative; other rights need one signature', async () => {
    const { customer, at, path } = await givenServed()
    const beat = await givenSecond(customer)
    expect((await customer.ruth.send('PUT', `${path}/strictness`, { ...standard, twoApprovers: true })).status).toBe(200)
    const grant = (rights: readonly string[], version: number) => ({
      version,
      rights: rights.map((right) => ({ right, scopes: [{ kind: 'all', future: true }] })),
      ...{ terms: noTerms, renew: false },
    })
    const more = ['domain.view', 'domain.manage', 'mail.view']
    expect((await customer.ruth.send('PUT', `${path}/grant`, grant(more, 1))).status).toBe(200)
    expect(said(await customer.ruth.send('PUT', `${path}/grant`, grant([...more, 'product.order'], 2)))).toEqual([
      409,
      'second_signature_asked',
    ])
    expect((await sign(beat, at)).status).toBe(200)
    expect((await customer.ruth.get(path)).body['grant']).toMatchObject({ version: 3, secondedBy: 'Beat' })
  })

  test('one of the two does not dismiss the other', async () => {
    const { customer, at, path } = await givenServed()
    const beat = await givenSecond(customer)
    expect((await customer.ruth.send('PUT', `${path}/strictness`, { ...standard, twoApprovers: true })).status).toBe(200)
    expect(said(await customer.ruth.send('PUT', `${path}/strictness`, standard))).toEqual([409, 'second_signature_asked'])
    expect((await customer.ruth.get(`${path}/strictness`)).body).toMatchObject({ changes: 1 })
    expect((await sign(beat, at)).status).toBe(200)
    expect((await customer.ruth.get(`${path}/strictness`)).body).toMatchObject({ changes: 0 })
  })
})

describe('the request code', () => {
  const customer = givenCustomer(server, 'Codierte AG', 'info@codierte.example')
  const codeOf = async () => String((await (await customer).ruth.get(`/o/${(await customer).id}/request-code`)).body['code'])
  const waiting = async () =>
    ((await (await customer).ruth.get(`/o/${(await customer).id}/partnerships`)).body['requests'] as unknown[]).length
  const ask = async (who: Record<string, string>, as = petra) => {
    const sent = await as.send('POST', `/o/${alpweb}/requests`, requestTo(who))
    const id = String(sent.body['managedCustomerId'])
    return { status: sent.status, state: sent.body['state'], id }
  }
  const withdraw = (id: string) => petra.send('POST', `/o/${alpweb}/customers/${id}/withdraw`, {})

  test('without it a request by number looks sent like one to a number nobody has, and reaches nobody', async () => {
    const { ruth, id, number } = await customer
    expect((await ruth.send('POST', `/o/${id}/request-code`, {})).body['code']).toMatch(/^\d{8}$/)
    const missing = await ask({ customerNumber: number })
    const nobody = await ask({ customerNumber: 'C-999999' })
    expect([missing.status, missing.state]).toEqual([nobody.status, nobody.state])
    expect(await waiting()).toBe(0)
    expect((await withdraw(missing.id)).status).toBe(200)
    const wrong = await ask({ customerNumber: number, requestCode: '00000000' })
    expect([wrong.status, await waiting()]).toEqual([200, 0])
    await withdraw(wrong.id)
  })

  test('nor does one to an address of its people; the row says “sent” as ever', async () => {
    const { email, ruth, id } = await customer
    const missing = await ask({ email })
    expect(missing.state).toBe('sent')
    expect(await waiting()).toBe(0)
    await expect
      .poll(async () => (await owner.query('select delivery from invitation where id = $1', [missing.id])).rows[0].delivery, {
        timeout: 20_000,
      })
      .toBe('sent')
    expect(await server.mailbox.list({ to: email })).toEqual([])
    expect((await ruth.get(`/requests/${await tokenOf(server, missing.id)}/consent?organisation=${id}`)).body['code']).toBe(
      'address_not_proven',
    )
    await withdraw(missing.id)
  })

  test('whoever gets its link cannot answer it either, by number or by address, until it is sent with the code', async () => {
    const { ruth, id, number, email } = await customer
    for (const who of [{ customerNumber: number }, { email }]) {
      const held = await ask(who)
      const link = `/requests/${await tokenOf(server, held.id)}`
      const { rows } = await owner.query('select id from proposal where invitation_id = $1', [held.id])
      const yes = {
        ...{ organisationId: id, proposalId: rows[0].id, decision: 'grant', rights: [], notGranted: [] },
        terms: requestTo(who).terms,
      }
      expect((await ruth.get(`${link}/consent?organisation=${id}`)).body['code']).toBe('address_not_proven')
      expect((await ruth.send('POST', `${link}/answer`, yes)).body['code']).toBe('address_not_proven')
      expect((await ruth.send('POST', `${link}/decline`, { organisationId: id })).body['code']).toBe('address_not_proven')
      // What the link shows to whoever asked tells nothing: it is as with a number that nobody has.
      expect((await petra.get(link)).body['state']).toBe('open')
      expect((await petra.send('POST', `/o/${alpweb}/customers/${held.id}/resend`, { requestCode: await codeOf() })).status).toBe(200)
      expect((await ruth.get(`${link}/consent?organisation=${id}`)).status).toBe(200)
      await withdraw(held.id)
    }
  })

  test('prepared before a code was asked for, it is held back when it is released; with the code on it, it goes out', async () => {
    const { ruth, id, number } = await customer
    await ruth.send('DELETE', `/o/${id}/request-code`)
    const prepared = await ask({ customerNumber: number }, marc)
    expect(prepared.state).toBe('prepared')
    await ruth.send('POST', `/o/${id}/request-code`, {})
    await petra.send('POST', `/o/${alpweb}/requests/release`, { ids: [prepared.id] })
    expect(await waiting()).toBe(0)
    await withdraw(prepared.id)
    const carrying = await ask({ customerNumber: number, requestCode: await codeOf() }, marc)
    await petra.send('POST', `/o/${alpweb}/requests/release`, { ids: [carrying.id] })
    expect(await waiting()).toBe(1)
    await withdraw(carrying.id)
  })

  test('sent before a code was asked for, a revision of it is held back and mails nobody; with the code, it goes out', async () => {
    const { ruth, id, email } = await givenCustomer(server, 'Spätere AG', 'info@spaetere.example')
    const mails = async () => (await server.mailbox.list({ to: email })).length
    const { id: row } = await ask({ email })
    const link = `/requests/${await tokenOf(server, row)}/consent?organisation=${id}`
    await mailTo(server, email)
    const { body } = await ruth.send('POST', `/o/${id}/request-code`, {})
    const revise = (number: number, right: string, more: object = {}) =>
      petra.send('POST', `/o/${alpweb}/customers/${row}/revise`, { number, what: { rights: [asked(right)] }, terms: noTerms, ...more })
    expect((await revise(1, 'domain.view')).body).toEqual({ number: 2, state: 'sent' })
    expect((await ruth.get(link)).body['code']).toBe('address_not_proven')
    expect((await revise(2, 'mail.view', { requestCode: String(body['code']) })).body).toEqual({ number: 3, state: 'sent' })
    expect((await ruth.get(link)).status).toBe(200)
    await expect.poll(mails, { timeout: 20_000 }).toBe(2)
    await withdraw(row)
  })

  test('with it everything is as ever; a renewed code makes the old one worthless', async () => {
    const given = await customer
    const code = await codeOf()
    const sent = await ask({ email: given.email, requestCode: code })
    expect((await mailTo(server, given.email)).subject).toContain('Alpweb AG')
    expect((await answered(server, given, sent.id, ['domain.view'])).status).toBe(200)
    expect((await given.ruth.send('POST', `/o/${given.id}/request-code`, {})).status).toBe(200)
    expect(await codeOf()).not.toBe(code)
    expect((await given.ruth.send('DELETE', `/o/${given.id}/request-code`)).body).toEqual({ code: null })
  })

  test('is a part of being strict with new partners: demanded with the others in one go, and dropped with them', async () => {
    const { ruth, id } = await givenCustomer(server, 'Vorsichtige AG', 'info@vorsichtige.example')
    const most = { ...strict, twoApprovers: false }
    expect((await ruth.get(`/o/${id}/strictness`)).body).toMatchObject({ changes: 0, requestCode: false, representatives: 1 })
    const set = (body: object) => ruth.send('PUT', `/o/${id}/strictness`, body)
    expect((await set({ ...most, requestCode: true })).body).toEqual({ level: 'strict', changes: 1 })
    const first = (await ruth.get(`/o/${id}/request-code`)).body['code']
    expect(first).toMatch(/^\d{8}$/)
    expect((await set({ ...most, reasonNeeded: false })).body).toEqual({ level: 'strict', changes: 2 })
    expect((await ruth.get(`/o/${id}/request-code`)).body['code']).toBe(first)
    expect((await set({ ...standard, requestCode: false })).body).toEqual({ level: 'standard', changes: 0 })
    expect((await ruth.get(`/o/${id}/request-code`)).body['code']).toBeNull()
    expect(said(await set({ ...standard, requestCode: false }))).toEqual([409, 'nothing_changed'])
  })

  test('is for those who lead the customer to see, and for nobody of the partner', async () => {
    const { id } = await customer
    expect((await anna.get(`/o/${id}/request-code`)).status).toBe(404)
  })
})
