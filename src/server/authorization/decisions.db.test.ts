// The live index of a running server: as new as the question, equal to what the tables say, and silent when it cannot know.
import { expect, test } from 'vitest'
import { givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'
import { type Asked, missingOf } from '../../live-index/asked.ts'
import type { Freshness } from './decisions.ts'

const server = await givenServer()
const { decisions } = server.server.house
const { partners, beck, products, partnershipId } = await givenProducts(server)
const { owner } = server.database
const strong: Freshness = { consistency: 'strong' }

async function ask(asked: Asked, how: Freshness = strong): Promise<string> {
  const fresh = await decisions.fresh(how, [asked])
  if (fresh === 'stale') return 'stale'
  const { code } = fresh.index.check(asked, fresh.now)
  const decision = fresh.index.decide(asked, fresh.now)
  expect(decision.allowed ? 'allowed' : decision.because.code).toBe(code === 0 ? 'allowed' : missingOf(code))
  return code === 0 ? 'allowed' : missingOf(code)
}

async function visitOf(person: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    'select id from visit where person_id = $1 and ended_at is null order by started_at desc limit 1',
    [person],
  )
  return rows[0]?.id ?? ''
}

const petra = partners.people.petra
const onDomain = (action: string, more: Partial<Asked> = {}): Asked => ({ person: petra, action, product: products.domain, ...more })

test('a visit opens what was granted, and nothing of other families', async () => {
  const visit = await visitOf(petra)
  expect(await ask(onDomain('domain.manage', { visit }))).toBe('allowed')
  expect(await ask(onDomain('mail.manage', { visit }))).toBe('product')
  expect(await ask(onDomain('server.view', { visit, product: undefined }))).toBe('right_granted')
  expect(await ask({ person: partners.people.anna, action: 'enter', visit })).toBe('session')
  expect(await ask(onDomain('domain.view', { visit: 'no id' }))).toBe('visit')
})

test('own members are asked by their role, without a session or in one that stands', async () => {
  const { rows } = await owner.query<{ id: string }>('select id from session where person_id = $1 and ended_at is null', [beck.personId])
  expect(await ask({ person: beck.personId, action: 'domain.manage', product: products.domain })).toBe('allowed')
  expect(await ask({ person: beck.personId, action: 'domain.manage', product: products.domain, session: rows[0]?.id })).toBe('allowed')
  expect(await ask({ person: beck.personId, action: 'domain.manage', product: products.domain, session: partnershipId })).toBe('session')
  expect(await ask({ person: beck.personId, action: 'domain.manage', product: products.foreign })).toBe('membership')
})

test('a team that is assigned opens the customer to its people, for as long as they are in it', async () => {
  const anna: Asked = { person: partners.people.anna, action: 'domain.view', product: products.domain, partnership: partnershipId }
  expect(await ask(anna)).toBe('assignment')
  const event = `select seal('[{"kind":"team.changed","body":{},"readers":[]}]')`
  await owner.query(`begin; set local role prokura_system;
    insert into team (organisation_id, id, name, created_at) values ('${partners.alpweb}', '01990000-0000-7000-8000-00000000000a', 'Web', now());
    insert into team_member (organisation_id, team_id, person_id, added_at) values ('${partners.alpweb}', '01990000-0000-7000-8000-00000000000a', '${partners.people.anna}', now());
    insert into team_assignment (customer_id, partnership_id, partner_id, team_id, rights, assigned_by, assigned_at)
      values ('${beck.id}', '${partnershipId}', '${partners.alpweb}', '01990000-0000-7000-8000-00000000000a', '{domain.view}', '${petra}', now());
    ${event}; commit`)
  expect(await ask(anna)).toBe('allowed')
  expect(await ask({ ...anna, action: 'domain.manage' })).toBe('assigned_right')
  expect((await partners.anna.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
  expect((await partners.anna.get(`/c/${partnershipId}/products/${products.domain}/records`)).status).toBe(200)
  await owner.query(`begin; set local role prokura_system; delete from team_member; ${event}; commit`)
  expect(await ask(anna)).toBe('assignment')
  expect((await partners.anna.get(`/c/${partnershipId}/products/${products.domain}/records`)).status).toBe(404)
})

test('a visit that was seen meanwhile has not run out, though nobody announced it', async () => {
  const visit = await visitOf(petra)
  const asked = onDomain('domain.view', { visit })
  const fresh = await decisions.fresh(strong)
  const record = fresh === 'stale' ? undefined : fresh.index.visit(visit)
  if (fresh === 'stale' || !record) throw new Error('the visit is not there')
  fresh.index.apply({ kind: 'visit', key: visit, record: { ...record, seenAt: record.seenAt - 3_600_000 } })
  expect(await ask(asked)).toBe('allowed')
  await owner.query("update visit set seen_at = now() - interval '2 hours' where id = $1", [visit])
  fresh.index.apply({ kind: 'visit', key: visit, record: { ...record, seenAt: record.seenAt - 3_600_000 } })
  expect(await ask(asked)).toBe('visit_not_over')
  await owner.query('update visit set seen_at = now() where id = $1', [visit])
  expect(await ask(asked)).toBe('allowed')
})

test('a check that starts after the customer took a right away never allows it', async () => {
  const visit = await visitOf(petra)
  const path = `/o/${beck.id}/partnerships/${partnershipId}`
  const { body } = await beck.ruth.get(path)
  const grant = body['grant'] as { version: number; rights: { right: string; scopes: object[] }[] }
  const keep = grant.rights.filter(({ right }) => right !== 'domain.manage').map(({ right, scopes }) => ({ right, scopes }))
  expect(await ask(onDomain('domain.manage', { visit }))).toBe('allowed')
  expect((await beck.ruth.send('POST', `${path}/narrow`, { version: grant.version, keep, end: null })).status).toBe(200)
  expect(await ask(onDomain('domain.manage', { visit }))).toBe('right_granted')
  expect(await ask(onDomain('domain.view', { visit }))).toBe('allowed')
  expect((await beck.ruth.send('POST', `${path}/stop`, {})).status).toBe(200)
  expect(await ask(onDomain('domain.view', { visit }))).toBe('not_suspended_by_customer')
})

test('a position that the journal has not reached is not waited for', async () => {
  expect(await ask(onDomain('domain.view'), { consistency: 'bounded', atLeast: 1_000_000 })).toBe('stale')
})

test('when the journal turns out to be another one, everything is read anew', async () => {
  const before = await ask({ person: beck.personId, action: 'domain.view', product: products.domain })
  await owner.query(
    'begin; set local session_replication_role = replica; update journal set epoch = epoch + 1 where position = journal_head(); commit',
  )
  expect(await ask({ person: beck.personId, action: 'domain.view', product: products.domain })).toBe(before)
})
