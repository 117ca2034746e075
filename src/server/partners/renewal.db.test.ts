import { describe, expect, test, vi } from 'vitest'
import { answered, asked, givenCustomer, givenPartners, noTerms, requestTo } from '../../../tests/given-requests.ts'
import { givenServerAt } from '../../../tests/given-time.ts'

const server = await givenServerAt('2026-09-01T08:00:00Z')
const story = await givenPartners(server)
const { alpweb, petra, marc, anna, luca, people } = story
const { owner } = server.database
let count = 0

async function givenServed(end: object, rights: readonly string[] = ['domain.view', 'domain.manage', 'mail.view', 'organisation.view']) {
  const address = `ruth${++count}@baeckerei.example`
  const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', address)
  await server.signInAgain()
  const terms = { ...noTerms, end }
  const sent = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo({ email: address }, { rights: rights.map((right) => asked(right)) }, { terms }),
  )
  const id = String(sent.body['managedCustomerId'])
  const { body } = await answered(server, customer, id, rights, { terms })
  await server.settle()
  const partnershipId = String(body['partnershipId'])
  return { customer, id, address, partnershipId, path: `/o/${customer.id}/partnerships/${partnershipId}` }
}
const on = (date: string) => ({ kind: 'on', date })
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']]
const kindsOf = async (partnershipId: string) => {
  const { rows } = await owner.query<{ kind: string }>('select kind from journal where partnership_id = $1 order by position', [
    partnershipId,
  ])
  return rows.map(({ kind }) => kind)
}
const lastUse = async (partnershipId: string) => {
  const { rows } = await owner.query<{ right: string; at: Date | null; by: string | null }>(
    'select "right", last_used_at as at, last_used_by as by from granted_right where partnership_id = $1 and last_used_at is not null order by 1',
    [partnershipId],
  )
  return rows
}
const visit = async (partnershipId: string, paths: readonly string[]) => {
  const entered = await petra.send('POST', `/c/${partnershipId}/visit`, {})
  expect(entered.status).toBe(200)
  for (const path of paths) expect((await petra.get(`/c/${partnershipId}${path}`)).status).toBe(200)
  await petra.send('DELETE', `/c/${partnershipId}/visit`)
}

describe('what was used, and what was not', () => {
  test('a right that is used says when and by whom; after 90 days the others are pointed out to both sides', async () => {
    const { customer, id, partnershipId, path } = await givenServed({ kind: 'none' })
    await petra.send('POST', `/o/${alpweb}/customers/${id}/assign`, {
      people: [
        { id: people.anna, rights: null },
        { id: people.luca, rights: null },
      ],
    })
    expect((await customer.ruth.get(`${path}/unused`)).body).toMatchObject({ days: 90, version: 1, rights: [], people: [] })
    await server.passTo('2026-12-05T09:00:00Z')
    await visit(partnershipId, ['/organisation'])
    await vi.waitFor(
      async () => expect(await lastUse(partnershipId)).toMatchObject([{ right: 'organisation.view', by: people.petra }]),
      20_000,
    )
    expect((await luca.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
    const unused = await customer.ruth.get(`${path}/unused`)
    expect(unused.body).toMatchObject({
      rights: [{ right: 'domain.view', lastUsedAt: null }, { right: 'domain.manage' }, { right: 'mail.view' }],
      people: [{ name: 'Anna', lastVisitAt: null }],
    })
    expect((await marc.get(`/o/${alpweb}/customers/${id}/unused`)).body).toEqual(unused.body)
    expect(codeOf(await anna.get(`/o/${alpweb}/customers/${id}/unused`))).toEqual([403, 'not_entitled'])
    expect(codeOf(await petra.get(`${path}/unused`))).toEqual([404, 'not_found'])
  })
})

describe('extending with one click', () => {
  test('the page proposes twelve months more without what nobody used; the button extends and drops in one version', async () => {
    const { customer, partnershipId, path, address } = await givenServed(on('2028-02-29'))
    await server.passTo('2028-01-15T09:00:00Z')
    await visit(partnershipId, ['/organisation'])
    await vi.waitFor(async () => expect(await lastUse(partnershipId)).toHaveLength(1), 20_000)
    const renewal = await customer.ruth.get(`${path}/renewal`)
    expect(renewal.body).toMatchObject({
      partner: 'Alpweb AG',
      state: 'active',
      version: 1,
      endsOn: '2028-02-29',
      end: on('2029-02-28'),
      asked: null,
    })
    expect(renewal.body['rights']).toMatchObject([
      { right: 'organisation.view', keep: true },
      { right: 'domain.view', keep: false, lastUsedAt: null },
      { right: 'domain.manage', keep: false },
      { right: 'mail.view', keep: false },
    ])
    const drop = ['domain.view', 'mail.view']
    const renewed = await customer.ruth.send('POST', `${path}/renew`, { version: 1, end: on('2029-02-28'), drop, proposalId: null })
    expect(renewed.body).toMatchObject({ version: 2, endsOn: '2029-02-28', needsSecureSignIn: false, receipt: { id: expect.any(String) } })
    expect((await customer.ruth.get(path)).body['grant']).toMatchObject({ version: 2, rights: [{ right: 'organisation.view' }] })
    expect((await kindsOf(partnershipId)).slice(-2)).toEqual(['partnership.narrowed', 'partnership.extended'])
    await server.settle()
    expect((await server.mailbox.list({ to: address }))[0]?.subject).toBe('Alpweb AG: access extended to 28 February 2029')
    expect(
      codeOf(await customer.ruth.send('POST', `${path}/renew`, { version: 1, end: on('2030-02-28'), drop: [], proposalId: null })),
    ).toEqual([409, 'changed_meanwhile'])
  })

  test('only a legal representative of the customer extends, and only with a fresh authentication', async () => {
    const { customer, path } = await givenServed(on('2028-12-31'))
    const body = { version: 1, end: on('2029-12-31'), drop: [], proposalId: null }
    expect(codeOf(await petra.send('POST', `${path}/renew`, body))).toEqual([404, 'not_found'])
    await owner.query("update session set authenticated_at = simulated.now() - interval '16 minutes' where person_id = $1", [
      customer.personId,
    ])
    expect(codeOf(await customer.ruth.send('POST', `${path}/renew`, body))).toEqual([403, 'fresh_authentication_needed'])
  })

  test('the partner proposes it; the customer’s one click answers, and both are told once', async () => {
    const { customer, id, partnershipId, path, address } = await givenServed(on('2028-06-30'))
    const propose = (end: object) => petra.send('POST', `/o/${alpweb}/customers/${id}/propose-extension`, { end })
    expect(codeOf(await propose(on('2028-06-30')))).toEqual([409, 'nothing_changed'])
    expect((await propose(on('2029-06-30'))).body).toEqual({ state: 'sent' })
    expect(codeOf(await propose(on('2029-07-31')))).toEqual([409, 'already_open'])
    await server.settle()
    const [mail] = await server.mailbox.list({ to: address })
    expect(mail?.subject).toBe('Alpweb AG asks for an extension')
    expect((await server.mailbox.read(mail?.id ?? ''))?.text).toContain(`/o/${customer.id}/partners/${partnershipId}/renew`)
    const renewal = await customer.ruth.get(`${path}/renewal`)
    expect(renewal.body).toMatchObject({
      endsOn: '2028-06-30',
      end: on('2029-06-30'),
      asked: { by: 'Petra', proposalId: expect.any(String) },
    })
    const { proposalId } = renewal.body['asked'] as { proposalId: string }
    const renew = (more: object) => customer.ruth.send('POST', `${path}/renew`, { version: 1, end: on('2029-06-30'), drop: [], ...more })
    expect(codeOf(await renew({ proposalId: null }))).toEqual([409, 'changed_meanwhile'])
    expect((await renew({ proposalId })).status).toBe(200)
    expect((await kindsOf(partnershipId)).slice(-3)).toEqual(['proposal.made', 'proposal.accepted', 'partnership.extended'])
    await server.settle()
    expect((await server.mailbox.list({ to: address }))[0]?.subject).toBe('Alpweb AG: access extended to 30 June 2029')
    expect(await customer.ruth.get(`${path}/renewal`)).toMatchObject({ body: { asked: null, version: 2 } })
  })
})

describe('the yearly review', () => {
  test('keeping everything is written down; dropping takes it away at once, and the year begins again', async () => {
    const { customer, partnershipId, path } = await givenServed({ kind: 'none' })
    const review = (version: number, drop: readonly string[]) => customer.ruth.send('POST', `${path}/review`, { version, drop })
    expect((await review(1, [])).body).toEqual({ version: 1, receipt: null })
    expect((await kindsOf(partnershipId)).at(-1)).toBe('partnership.reviewed')
    const dropped = await review(1, ['domain.view'])
    expect(dropped.body).toMatchObject({ version: 2, receipt: { id: expect.any(String) } })
    expect((await customer.ruth.get(path)).body['grant']).toMatchObject({
      rights: [{ right: 'organisation.view' }, { right: 'mail.view' }],
    })
    expect((await kindsOf(partnershipId)).slice(-2)).toEqual(['partnership.narrowed', 'partnership.reviewed'])
    expect(codeOf(await review(1, []))).toEqual([409, 'changed_meanwhile'])
    expect(codeOf(await petra.send('POST', `${path}/review`, { version: 2, drop: [] }))).toEqual([404, 'not_found'])
    expect((await customer.ruth.get(`${path}/renewal`)).body['reviewedAt']).toBe('2028-01-15T09:00:00.000Z')
  })
})
