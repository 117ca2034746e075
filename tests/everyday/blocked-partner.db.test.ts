// Everyday case: a customer has had enough of a partner. Blocking is remembered, the partner learns nothing, and the customer alone lifts it.
import { describe, expect, test } from 'vitest'
import { givenCaller } from '../given-caller.ts'
import { givenOrganisation, givenPerson } from '../given-people.ts'
import { asked, givenActive, givenCustomer, givenPartners, noTerms, requestTo, tokenOf } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const partners = await givenPartners(server)
const { petra, paul, alpweb, webwerk } = partners

const ask = (who: { readonly email: string } | { readonly customerNumber: string }, as = petra, of = alpweb) =>
  as.send('POST', `/o/${of}/requests`, requestTo(who))
const idOf = ({ body }: { readonly body: Record<string, unknown> }) => String(body['managedCustomerId'])
const kindsIn = (body: Record<string, unknown>) => (body['entries'] as { kind: string }[]).map(({ kind }) => kind)

describe('the bakery declines and blocks', async () => {
  const beck = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
  const at = `/o/${beck.id}/blocked-partners`

  test('and the partner reads that it was declined, as always', async () => {
    const token = await tokenOf(server, idOf(await ask({ email: beck.email })))
    expect((await beck.ruth.send('POST', `/requests/${token}/decline`, { organisationId: beck.id, block: true })).status).toBe(200)
    const kinds = kindsIn((await petra.get(`/o/${alpweb}/activity`)).body)
    expect(kinds[0]).toBe('proposal.declined')
    expect(kinds).not.toContain('partner.blocked')
  })

  test('from then on nothing of that partner comes through, by address or by number, and no reason is given', async () => {
    for (const who of [{ email: beck.email }, { email: 'RUTH@beck.example' }, { customerNumber: beck.number }])
      expect(await ask(who)).toMatchObject({ status: 409, body: { code: 'blocked' } })
    const other = idOf(await ask({ email: 'somebody@else.example' }))
    const corrected = await petra.send('POST', `/o/${alpweb}/customers/${other}/correct-address`, { email: beck.email })
    expect(corrected.body['code']).toBe('blocked')
  })

  test('another partner still gets through', async () => {
    expect((await ask({ email: beck.email }, paul, webwerk)).body['state']).toBe('sent')
  })

  test('the bakery sees whom it blocked, its activity says so, and its legal representative lifts it', async () => {
    const { blocked } = (await beck.ruth.get(at)).body as { blocked: { id: string }[] }
    expect(blocked).toMatchObject([{ partner: { name: 'Alpweb AG' }, of: 'organisation', mayLift: true }])
    const [{ id }] = blocked as [{ id: string }]
    expect((await petra.get(`/o/${alpweb}/blocked-partners`)).body).toEqual({ blocked: [] })
    expect((await petra.send('DELETE', `/o/${alpweb}/blocked-partners/${id}`)).status).toBe(404)
    expect((await beck.ruth.send('DELETE', `${at}/${id}`)).status).toBe(200)
    expect((await ask({ email: beck.email })).body['state']).toBe('sent')
    const kinds = kindsIn((await beck.ruth.get(`/o/${beck.id}/activity`)).body)
    expect(kinds).toEqual(expect.arrayContaining(['partner.blocked', 'partner.unblocked']))
  })
})

test('whoever ends a partnership blocks its partner in the same step, if they wish', async () => {
  const praxis = await givenCustomer(server, 'Praxis Aare', 'praxis@aare.example')
  const { partnershipId } = await givenActive(server, partners, praxis)
  const path = `/o/${praxis.id}/partnerships/${partnershipId}/end`
  expect((await praxis.ruth.send('POST', path, { reason: null, block: true })).status).toBe(200)
  expect((await praxis.ruth.get(`/o/${praxis.id}/blocked-partners`)).body['blocked']).toMatchObject([{ partner: { name: 'Alpweb AG' } }])
  expect((await ask({ email: praxis.email })).body['code']).toBe('blocked')
})

describe('somebody without an account', () => {
  test('blocks for their address when they decline, and lifts it once they have an organisation', async () => {
    const email = 'neu@laden.example'
    const token = await tokenOf(server, idOf(await ask({ email })))
    const person = await givenPerson(server, { name: 'Neu Laden', email })
    const neu = await givenCaller(server, person)
    expect((await neu.send('POST', `/requests/${token}/decline`, { organisationId: null, block: true })).status).toBe(200)
    expect((await ask({ email })).body['code']).toBe('blocked')
    const shop = await givenOrganisation(server, { name: 'Laden AG', members: [[person, 'legal_representative']] })
    const { blocked } = (await neu.get(`/o/${shop}/blocked-partners`)).body as { blocked: { id: string }[] }
    expect(blocked).toMatchObject([{ of: 'address' }])
    expect((await neu.send('DELETE', `/o/${shop}/blocked-partners/${blocked[0]?.id}`)).status).toBe(200)
    expect((await ask({ email })).body['state']).toBe('sent')
  })

  test('blocks while reporting only with the address proven, not with the link alone', async () => {
    const id = idOf(await ask({ email: 'viele@mails.example' }))
    const token = await tokenOf(server, id)
    const report = { reason: 'I do not know this firm', block: true }
    expect((await paul.send('POST', `/requests/${token}/report`, report)).body['code']).toBe('address_not_proven')
    const person = await givenPerson(server, { name: 'Viele Mails', email: 'viele@mails.example' })
    expect((await (await givenCaller(server, person)).send('POST', `/requests/${token}/report`, report)).status).toBe(200)
    expect((await petra.send('POST', `/o/${alpweb}/customers/${id}/resend`, {})).body['code']).toBe('blocked')
  })
})

test('a partner that still has access gets no more questions through, and keeps what it has', async () => {
  const holz = await givenCustomer(server, 'Holzbau AG', 'ruth@holz.example')
  const { id, partnershipId } = await givenActive(server, partners, holz)
  expect((await holz.ruth.send('POST', `/o/${holz.id}/blocked-partners`, { partnershipId })).status).toBe(200)
  const more = { rights: [asked('mail.view', { scope: { kind: 'all', future: true } })], terms: noTerms }
  expect((await petra.send('POST', `/o/${alpweb}/customers/${id}/more`, more)).body['code']).toBe('blocked')
  expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
})

test('one person in two organisations is out of reach only when both have blocked the partner', async () => {
  const email = 'zwei@firmen.example'
  const person = await givenPerson(server, { name: 'Zwei Firmen', email })
  const zwei = await givenCaller(server, person)
  const one = await givenOrganisation(server, { name: 'Eins AG', members: [[person, 'legal_representative']] })
  const other = await givenOrganisation(server, { name: 'Zwei AG', members: [[person, 'legal_representative']] })
  for (const organisationId of [one, other]) {
    const token = await tokenOf(server, idOf(await ask({ email })))
    expect((await zwei.send('POST', `/requests/${token}/decline`, { organisationId, block: true })).status).toBe(200)
    const again = await ask({ email })
    if (organisationId === other) expect(again.body['code']).toBe('blocked')
    else expect((await petra.send('POST', `/o/${alpweb}/customers/${idOf(again)}/withdraw`, {})).status).toBe(200)
  }
})
