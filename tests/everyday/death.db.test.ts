// The only legal representative dies: sensitive rights rest at once, two operators appoint the heir, who confirms or ends each partnership within thirty days.
import { describe, expect, test } from 'vitest'
import { runDueJobs } from '../../src/server/platform/jobs.ts'
import { jobWork } from '../../src/server/react.ts'
import { givenCaller } from '../given-caller.ts'
import { givenOperators } from '../given-operators.ts'
import { givenPerson } from '../given-people.ts'
import { givenProducts } from '../given-products.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const story = await givenProducts(server, ['domain.view', 'domain.manage', 'mail.view', 'mail.content'])
const { beck, partners, own, acting, narrow, partnershipId, administrator } = story
const { olga, otto } = await givenOperators(server)
const regula = await givenPerson(server, {
  name: 'Regula Zürcher',
  email: 'regula@beck.example',
  password: 'a long enough password of hers',
})
const heir = await givenCaller(server, regula)
const asking = { why: 'death', email: 'regula@beck.example', documents: 'Certificate of inheritance of 12.11.2026' }
let id = ''
let toRead: object = {}

const rightsOfPetra = async () => (await partners.petra.get(`${acting}/shell`)).body['rights'] as string[]
const stateOf = async (partnership: string) => (await heir.get(`${own}/partnerships/${partnership}`)).body['state']

describe('somebody else represents the customer', () => {
  test('on documents an operator opens the case: sensitive rights rest at once, everything else goes on', async () => {
    expect(await rightsOfPetra()).toContain('mail.content')
    const unknown = { ...asking, email: 'nobody@beck.example' }
    expect((await olga.send('POST', `/operator/organisations/${beck.id}/representation`, unknown)).body['code']).toBe('unknown_person')
    const opened = await olga.send('POST', `/operator/organisations/${beck.id}/representation`, asking)
    expect(opened.status).toBe(200)
    id = String(opened.body['id'])
    await expect.poll(rightsOfPetra, { timeout: 20_000 }).toEqual(['domain.view', 'domain.manage', 'mail.view'])
    expect((await heir.get(`${own}/partnerships`)).status).toBe(404)
    for (const to of [administrator.email, beck.email])
      await expect
        .poll(() => subjectsTo(to), { timeout: 20_000 })
        .toContain('Bäckerei Zürcher GmbH: another legal representative is being examined')
  })

  test('whoever opened it does not appoint; another operator does, and all members are told', async () => {
    const close = (by: typeof olga) =>
      by.send('POST', `/operator/cases/${id}/close`, { outcome: 'appointed', text: 'Checked with the office.' })
    expect((await close(olga)).body['code']).toBe('second_operator_needed')
    expect((await close(otto)).status).toBe(200)
    await expect.poll(async () => (await heir.get(`${own}/partnerships`)).status, { timeout: 20_000 }).toBe(200)
    for (const to of ['regula@beck.example', administrator.email, beck.email])
      await expect.poll(() => subjectsTo(to), { timeout: 20_000 }).toContain('Bäckerei Zürcher GmbH: new legal representative')
  })

  test('another confirmation, or a second case that is given up, does not let sensitive rights work early', async () => {
    const again = await otto.send('POST', `/operator/organisations/${beck.id}/representation`, { ...asking, why: 'incapacity' })
    expect(again.status).toBe(200)
    expect(
      (await olga.send('POST', `/operator/cases/${String(again.body['id'])}/close`, { outcome: 'noted', text: 'A mistake.' })).status,
    ).toBe(200)
    await runDueJobs(server.server.house.pools.system, jobWork(server.server.house))
    expect(await rightsOfPetra()).not.toContain('mail.content')
  })

  test('two operators are two people: whoever was named by the other does not appoint, and no operator is appointed', async () => {
    const opened = await olga.send('POST', `/operator/organisations/${beck.id}/representation`, asking)
    const close = () =>
      otto.send('POST', `/operator/cases/${String(opened.body['id'])}/close`, { outcome: 'appointed', text: 'As before.' })
    await namedBy(olga.person)
    expect((await close()).body['code']).toBe('second_operator_needed')
    // Neither through somebody else, nor by somebody who named both.
    const kurt = await givenPerson(server, { name: 'Kurt', email: 'kurt@provider.example' })
    await insertOperator(kurt, olga.person)
    await namedBy(kurt)
    expect((await close()).body['code']).toBe('second_operator_needed')
    await insertOperator(kurt, null)
    await namedBy(kurt, olga.person)
    await namedBy(kurt)
    expect((await close()).body['code']).toBe('second_operator_needed')
    await namedBy(null, olga.person)
    await namedBy(null)
    expect((await otto.send('POST', `/operator/cases/${String(opened.body['id'])}/close`, { outcome: 'noted', text: 'No.' })).status).toBe(
      200,
    )
    const ownHand = { ...asking, email: 'otto@provider.example' }
    expect((await olga.send('POST', `/operator/organisations/${beck.id}/representation`, ownHand)).body['code']).toBe('not_entitled')
  })

  test('the heir confirms one partnership, the other one is suspended after thirty days, and sensitive rights work again', async () => {
    const waiting = (await heir.get(`${own}/confirmations`)).body['confirmations'] as { partner: string; why: string; askedAt: string }[]
    expect(waiting.map(({ partner, why }) => [partner, why])).toEqual([
      ['Alpweb AG', 'representation'],
      ['Webwerk GmbH', 'representation'],
    ])
    toRead = { read: waiting.slice(0, 1).map(({ why, askedAt }) => ({ why, askedAt })) }
    expect((await administrator.send('POST', `${own}/partnerships/${partnershipId}/confirm`, toRead)).body['code']).toBe('not_entitled')
    expect((await heir.send('POST', `${own}/partnerships/${partnershipId}/confirm`, toRead)).status).toBe(200)
    expect((await heir.send('POST', `${own}/partnerships/${partnershipId}/confirm`, toRead)).body['code']).toBe('nothing_changed')
    expect(await rightsOfPetra()).not.toContain('mail.content')
    await thirtyDaysPass()
    const other = narrow.replace('/c/', '')
    await expect.poll(() => stateOf(other), { timeout: 20_000 }).toBe('suspended_by_operator')
    expect(await stateOf(partnershipId)).toBe('active')
    await expect.poll(rightsOfPetra, { timeout: 20_000 }).toContain('mail.content')
  })

  test('confirmed late, the other one opens again too', async () => {
    const other = narrow.replace('/c/', '')
    expect((await heir.send('POST', `${own}/partnerships/${other}/confirm`, toRead)).status).toBe(200)
    await expect.poll(() => stateOf(other), { timeout: 20_000 }).toBe('active')
    const { status, body } = await partners.paul.get(`${narrow}/shell`)
    expect([status, body['code'], body['visitEnded']]).toEqual([403, 'visit_over', undefined])
  })
})

const namedBy = (by: string | null, whom = otto.person) => insertOperator(whom, by)

async function insertOperator(person: string, by: string | null): Promise<void> {
  const client = await server.database.owner.connect()
  await client.query('begin; set local session_replication_role = replica')
  await client.query(
    'insert into operator (person_id, added_at, added_by) values ($1, now(), $2) on conflict (person_id) do update set added_by = $2',
    [person, by],
  )
  await client.query('commit')
  client.release()
}

const subjectsTo = async (to: string) => (await server.mailbox.list({ to })).map(({ subject }) => subject)

/** The job that waits is due: its own time and that of what it is about lie in the past. */
async function thirtyDaysPass(): Promise<void> {
  const { owner } = server.database
  const { rows } = await owner.query<{ past: number }>(
    `select floor(extract(epoch from now() - interval '1 minute') * 1000)::bigint::float8 as past`,
  )
  const past = rows[0]?.past ?? 0
  await owner.query(`update partnership_confirmation set due_at = to_timestamp($1::float8 / 1000)`, [past])
  await owner.query(
    `update job set run_at = now() - interval '1 minute', payload = jsonb_set(payload::jsonb, '{dueAt}', to_jsonb($1::float8)) where kind = 'suspend-unconfirmed'`,
    [past],
  )
  await runDueJobs(server.server.house.pools.system, jobWork(server.server.house))
}
