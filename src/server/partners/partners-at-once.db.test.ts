import { expect, test, vi } from 'vitest'
import { mailTo } from '../../../tests/given-people.ts'
import { answered, asked, givenActive, givenCustomer, givenPartners, noTerms, requestTo } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'
import { asId, type PartnershipId } from '../../domain/ids.ts'
import { asSystem } from '../react.ts'
import { lapsePartnership } from './lapse-partnership.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra, paul, webwerk } = story
const { owner } = server.database
let count = 0

const all = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']]

async function givenServed(rights: readonly string[] = ['domain.view', 'domain.manage']) {
  const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', `ruth${++count}@baeckerei.example`)
  const { id, partnershipId } = await givenActive(server, story, customer, rights)
  return { customer, id, partnershipId, path: `/o/${customer.id}/partnerships/${partnershipId}` }
}

const storedState = async (partnershipId: string) => {
  const { rows } = await owner.query('select state, suspended_by_customer_at is not null as stopped from partnership where id = $1', [
    partnershipId,
  ])
  return rows[0]
}
const countOf = async (partnershipId: string, kind: string) => {
  const { rows } = await owner.query('select count(*)::int as n from journal where partnership_id = $1 and kind = $2', [
    partnershipId,
    kind,
  ])
  return Number(rows[0].n)
}

test('twenty stops, resumes and ends at once leave one story that both sides can read', async () => {
  const { customer, path, partnershipId } = await givenServed()
  const acts = ['stop', 'resume', 'end'] as const
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => {
      const act = acts[index % acts.length] ?? 'stop'
      return customer.ruth.send('POST', `${path}/${act}`, act === 'end' ? { reason: null } : {})
    }),
  )
  const done = (act: (typeof acts)[number]) =>
    answers.filter(({ status }, index) => status === 200 && acts[index % acts.length] === act).length
  const codes = answers.filter(({ status }) => status !== 200).map((answer) => String(answer.body['code']))
  expect(codes.every((code) => ['already_suspended', 'not_suspended', 'already_ended'].includes(code))).toBe(true)
  expect(done('end')).toBe(1)
  expect((await storedState(partnershipId)).state).toBe('ended')
  expect(await countOf(partnershipId, 'partnership.suspended')).toBe(done('stop'))
  expect(await countOf(partnershipId, 'partnership.resumed')).toBe(done('resume'))
  expect(await countOf(partnershipId, 'partnership.ended')).toBe(1)
})

test('twenty stops and twenty entries at once leave nobody inside', async () => {
  const { customer, path, partnershipId } = await givenServed()
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      index % 2 === 0 ? petra.send('POST', `/c/${partnershipId}/visit`, {}) : customer.ruth.send('POST', `${path}/stop`, {}),
    ),
  )
  expect(await storedState(partnershipId)).toEqual({ state: 'active', stopped: true })
  const { rows } = await owner.query('select count(*)::int as inside from visit where partnership_id = $1 and ended_at is null', [
    partnershipId,
  ])
  expect(rows[0].inside).toBe(0)
  expect(codeOf(await petra.get(`/c/${partnershipId}/shell`))).toEqual([403, 'access_stopped'])
})

test('of two changes made on the same version one wins, and the other looks again', async () => {
  const { customer, path } = await givenServed(['domain.view', 'mail.view'])
  const narrow = (keep: string) => customer.ruth.send('POST', `${path}/narrow`, { version: 1, keep: [all(keep)], end: null })
  const answers = await Promise.all([narrow('domain.view'), narrow('mail.view')])
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409])
})

test('requested, granted and effective stand side by side, with every version of the grant', async () => {
  const { customer, path } = await givenServed(['domain.view', 'domain.manage', 'mail.view'])
  await customer.ruth.send('POST', `${path}/narrow`, { version: 1, keep: [all('domain.view'), all('domain.manage')], end: null })
  const { body } = await customer.ruth.get(path)
  expect(body['compared']).toMatchObject([
    { right: 'domain.view', kind: 'as_requested', notEffectiveBecause: null },
    { right: 'domain.manage', kind: 'as_requested' },
    { right: 'mail.view', kind: 'left_out', granted: [], effective: [] },
  ])
  expect(body['versions']).toMatchObject([
    { version: 2, reason: 'narrowed', rights: ['domain.view', 'domain.manage'] },
    { version: 1, reason: 'granted', by: 'Ruth Bäckerei Zürcher GmbH' },
  ])
  await customer.ruth.send('POST', `${path}/stop`, {})
  const stopped = (await customer.ruth.get(path)).body['compared'] as { notEffectiveBecause: string }[]
  expect(stopped[0]?.notEffectiveBecause).toBe('suspended')
})

test('requests to the number and to an address one proved wait on the list; what a partner only prepares does not', async () => {
  const { customer, id, path } = await givenServed()
  await paul.send('POST', `/o/${webwerk}/requests`, requestTo({ customerNumber: customer.number }))
  const other = await givenCustomer(server, 'Fremd AG', 'fremd@fremd.example')
  await paul.send('POST', `/o/${webwerk}/requests`, requestTo({ email: other.email }))
  const requests = async (ruth: typeof customer.ruth, organisation: string) =>
    (await ruth.get(`/o/${organisation}/partnerships`)).body['requests'] as { partner: string; path: string }[]
  const own = await requests(customer.ruth, customer.id)
  expect(own).toMatchObject([{ partner: 'Webwerk GmbH' }])
  expect(await requests(other.ruth, other.id)).toHaveLength(1)
  expect((await customer.ruth.get(`${own[0]?.path.replace('/r/', '/requests/')}/consent`)).status).toBe(200)
  const more = { rights: [asked('mail.view')], terms: noTerms, validityDays: 30 }
  expect((await story.marc.send('POST', `/o/${alpweb}/customers/${id}/more`, more)).body['state']).toBe('prepared')
  expect((await customer.ruth.get(path)).body['proposal']).toBeNull()
  expect((await customer.ruth.get(`/o/${customer.id}/partnerships`)).body['partnerships']).toMatchObject([{ proposal: null }])
})

test('an offer that is declined is over, both read it, and another one may follow', async () => {
  const customer = await givenCustomer(server, 'Garage Élan', 'francois@garage.example')
  const offer = () =>
    customer.ruth.send('POST', `/o/${customer.id}/partnerships`, { partnerId: webwerk, rights: [all('domain.view')], terms: noTerms })
  const { body } = await offer()
  const path = `/o/${customer.id}/partnerships/${String(body['partnershipId'])}`
  expect((await customer.ruth.get(path)).body).toMatchObject({ state: 'proposed', proposal: { side: 'customer', cannot: null } })
  const { rows } = await owner.query('select id from managed_customer where partnership_id = $1', [body['partnershipId']])
  await paul.send('POST', `/o/${webwerk}/customers/${rows[0].id}/proposal/decline`, { number: 1 })
  expect((await customer.ruth.get(path)).body).toMatchObject({ state: 'not_concluded', proposal: null })
  expect((await mailTo(server, customer.email)).subject).toBe('Webwerk GmbH declined your invitation')
  expect((await offer()).status).toBe(200)
})

test('payment taken back holds at once, and the partner is told', async () => {
  const customer = await givenCustomer(server, 'Zahlt Selber AG', 'selber@zahlt.example')
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, {
    ...requestTo({ email: customer.email }, { rights: [asked('domain.view')] }),
    terms: { ...noTerms, payer: 'partner' },
  })
  const granted = await answered(server, customer, String(sent.body['managedCustomerId']), ['domain.view'], {
    terms: { ...noTerms, payer: 'partner' },
  })
  const path = `/o/${customer.id}/partnerships/${String(granted.body['partnershipId'])}`
  const spendingLimit = { amount: 50_000, currency: 'CHF', period: 'month' }
  expect((await customer.ruth.send('PUT', `${path}/payment`, { version: 1, paymentMethodId: null, spendingLimit })).status).toBe(200)
  expect((await customer.ruth.get(path)).body).toMatchObject({ grant: { version: 2, terms: { payer: 'customer', spendingLimit } } })
  await vi.waitFor(
    async () =>
      expect((await server.mailbox.list({ to: 'petra@alpweb.example' })).map(({ subject }) => subject)).toContain(
        'Zahlt Selber AG: payment changed',
      ),
    { timeout: 20_000 },
  )
})

test('what ran out is over at once, and afterwards on record with everything that ends with it', async () => {
  const { customer, path, partnershipId } = await givenServed()
  expect(
    (await customer.ruth.send('POST', `${path}/narrow`, { version: 1, keep: [all('domain.view')], end: { kind: 'after', days: 1 } }))
      .status,
  ).toBe(200)
  await vi.waitFor(async () => {
    const planned = await owner.query(`select 1 from job where kind = 'lapse-partnership' and payload ->> 'id' = $1`, [partnershipId])
    expect(planned.rowCount).toBe(1)
  }, 20_000)
  expect(await asSystem(server.server.house, (work) => lapsePartnership(work, asId<PartnershipId>(partnershipId)))).toBeNull()
  await petra.send('POST', `/c/${partnershipId}/visit`, {})
  await owner.query(`begin; set local session_replication_role = replica;
    update grant_version set not_after = now() - interval '1 hour' where partnership_id = '${partnershipId}'; commit`)
  expect(codeOf(await petra.get(`/c/${partnershipId}/shell`))).toEqual([403, 'access_stopped'])
  expect((await customer.ruth.get(path)).body['state']).toBe('ended')
  await asSystem(server.server.house, (work) => lapsePartnership(work, asId<PartnershipId>(partnershipId)))
  expect((await storedState(partnershipId)).state).toBe('ended')
  expect(await countOf(partnershipId, 'partnership.ended')).toBe(1)
  expect(await countOf(partnershipId, 'visit.ended')).toBe(1)
})
