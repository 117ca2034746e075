// A customer disputes what its partner did: access stops at once, both sides are heard once, the operator decides, and all of it stays on record.
import { describe, expect, test } from 'vitest'
import { carryOutCase } from '../../src/server/cases/carry-out-case.ts'
import { asSystem } from '../../src/server/react.ts'
import { givenOperators } from '../given-operators.ts'
import { givenProducts } from '../given-products.ts'
import { givenServer } from '../server.ts'

const server = await givenServer({ set: { OPERATOR_EMAIL: 'cases@provider.example' } })
const story = await givenProducts(server)
const { beck, partners, own, acting, partnershipId, administrator, products } = story
const { olga } = await givenOperators(server)
const at = `${own}/partnerships/${partnershipId}`
const firm = `/o/${partners.alpweb}`
let id = ''

const rightsOfPetra = async () => (await partners.petra.get(`${acting}/shell`)).body['rights']
const stateShown = async () => (await beck.ruth.get(at)).body['state']

describe('a dispute', () => {
  test('Petra changes the domain, and the customer’s administrator disputes it: access is suspended in the same moment', async () => {
    await partners.petra.send('POST', `${acting}/products/${products.domain}/records`, { name: 'shop', type: 'A', value: '192.0.2.99' })
    const entries = (await administrator.get(`${own}/activity?limit=50`)).body['entries'] as { position: number; kind: string }[]
    const positions = entries.filter(({ kind }) => kind === 'domain.record_added').map(({ position }) => position)
    expect(positions).toHaveLength(1)
    const body = { reason: 'Nobody asked for a shop.', entries: [...positions, 1] }
    const opened = await administrator.send('POST', `${at}/dispute`, body)
    expect(opened.status).toBe(200)
    expect(opened.body['receipt']).not.toBeNull()
    id = String(opened.body['id'])
    expect(await rightsOfPetra()).toBeUndefined()
    expect(await stateShown()).toBe('suspended_by_operator')
    expect((await administrator.send('POST', `${at}/dispute`, body)).body['code']).toBe('already_open')
  })

  test('while it is open the customer cannot open the gate, and the partner cannot either', async () => {
    expect((await beck.ruth.send('POST', `${at}/resume`, {})).body['code']).toBe('suspended_by_operator')
    expect((await partners.petra.send('POST', `/c/${partnershipId}/visit`, {})).body['code']).toBe('access_stopped')
  })

  test('both sides read it and state their view once; strangers find nothing', async () => {
    expect((await administrator.send('POST', `${own}/cases/${id}/view`, { text: 'x' })).body['code']).toBe('not_entitled')
    expect((await beck.ruth.send('POST', `${own}/cases/${id}/view`, { text: 'The shop is not ours.' })).status).toBe(200)
    expect((await partners.petra.send('POST', `${firm}/cases/${id}/view`, { text: 'Vreni asked me on the phone.' })).status).toBe(200)
    expect((await partners.petra.send('POST', `${firm}/cases/${id}/view`, { text: 'And again.' })).body['code']).toBe('already_answered')
    const read = (await partners.petra.get(`${firm}/cases/${id}`)).body
    expect(read).toMatchObject({ side: 'partner', views: { customer: 'The shop is not ours.', partner: 'Vreni asked me on the phone.' } })
    expect((await partners.paul.get(`/o/${partners.webwerk}/cases/${id}`)).status).toBe(404)
    expect((await partners.petra.send('POST', `${firm}/cases/${id}/withdraw`, {})).body['code']).toBe('not_entitled')
  })

  test('the operator sees the entries with the proof of the journal, decides, and access is open again', async () => {
    const { body } = await olga.get(`/operator/cases/${id}`)
    const entries = body['entries'] as { kind: string; chain: string; product: object; person: object; partner: object }[]
    expect(entries[0]).toMatchObject({
      person: { name: 'Petra' },
      partner: { name: 'Alpweb AG' },
      product: { name: 'beck.example' },
      acting: true,
      detail: { after: expect.stringContaining('192.0.2.99') },
    })
    expect(entries.map(({ kind }) => kind)).toEqual(['domain.record_added'])
    expect(entries[0]?.chain).toMatch(/^[0-9a-f]{64}$/)
    expect((await olga.send('POST', `/operator/cases/${id}/close`, { outcome: 'noted', text: 'x' })).body['code']).toBe(
      'outcome_not_fitting',
    )
    const closing = { outcome: 'resumed', text: 'Agreed on the phone, as both say.' }
    expect((await olga.send('POST', `/operator/cases/${id}/close`, closing)).status).toBe(200)
    await expect.poll(stateShown, { timeout: 20_000 }).toBe('active')
    expect((await beck.ruth.get(`${own}/cases/${id}`)).body).toMatchObject({
      outcome: 'resumed',
      outcomeText: closing.text,
      state: 'closed',
    })
    expect((await olga.send('POST', `/operator/cases/${id}/close`, closing)).body['code']).toBe('case_closed')
    const kinds = ((await beck.ruth.get(`${own}/activity?limit=50`)).body['entries'] as { kind: string }[]).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['partnership.disputed', 'case.view_stated', 'case.closed', 'partnership.resumed']))
  })

  test('what follows from an earlier dispute never opens the gate of a later one', async () => {
    const later = await beck.ruth.send('POST', `${at}/dispute`, { reason: 'Another thing.', entries: [] })
    await asSystem(server.server.house, (work) => carryOutCase(work, { id }))
    expect(await stateShown()).toBe('suspended_by_operator')
    expect((await beck.ruth.send('POST', `${own}/cases/${String(later.body['id'])}/withdraw`, {})).status).toBe(200)
    await expect.poll(stateShown, { timeout: 20_000 }).toBe('active')
  })

  test('a dispute about access that rests already is told to the same people, who read that it rests on', async () => {
    const client = await server.database.owner.connect()
    await client.query(`begin; set local session_replication_role = replica;
      update partnership set suspended_by_operator_at = now() - interval '1 day' where id = '${partnershipId}'; commit`)
    client.release()
    const opened = await administrator.send('POST', `${at}/dispute`, { reason: 'And this.', entries: [] })
    expect(opened.status).toBe(200)
    const subject = 'Bäckerei Zürcher GmbH: access of Alpweb AG stays suspended'
    for (const to of ['marc@alpweb.example', beck.email])
      await expect.poll(async () => (await server.mailbox.list({ to })).map((mail) => mail.subject), { timeout: 20_000 }).toContain(subject)
    expect((await beck.ruth.send('POST', `${own}/cases/${String(opened.body['id'])}/withdraw`, {})).status).toBe(200)
    await expect.poll(stateShown, { timeout: 20_000 }).toBe('active')
  })

  test('a dispute can end a partnership, and the customer can take one back', async () => {
    const again = await beck.ruth.send('POST', `${at}/dispute`, { reason: 'Once more.', entries: [] })
    expect((await beck.ruth.send('POST', `${own}/cases/${String(again.body['id'])}/withdraw`, {})).status).toBe(200)
    await expect.poll(stateShown, { timeout: 20_000 }).toBe('active')
    const last = await beck.ruth.send('POST', `${at}/dispute`, { reason: 'Enough.', entries: [] })
    await olga.send('POST', `/operator/cases/${String(last.body['id'])}/close`, { outcome: 'ended', text: 'Both want an end.' })
    await expect.poll(stateShown, { timeout: 20_000 }).toBe('ended')
  })
})
