// A partner with more customers than are asked at once becomes another legal person: the gate at the partner closes for all of them with the decision, and what
// follows may stop anywhere without opening anything, or holding anybody up.
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { applyAsHolding } from '../../../tests/given-holding.ts'
import { givenOperators } from '../../../tests/given-operators.ts'
import { givenActive, givenCustomer, givenPartners } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'
import { proofText } from '../../domain/verification/proof-of-domain.ts'
import { asSystem } from '../react.ts'
import { askAfterNewPerson } from './new-legal-person.ts'

let published: () => Promise<readonly string[]> = async () => []
const server = await givenServer({ published: { txt: () => published(), file: async () => undefined } })
const story = await givenPartners(server)
const { alpweb, webwerk, petra, paul } = story
const { olga } = await givenOperators(server)
const { owner } = server.database
published = async () =>
  (await owner.query<{ token: string }>('select token from partner_application')).rows.map(({ token }) => proofText(token))
const patient = { timeout: 20_000, interval: 50 }
const batch = 200

const visited = await givenServed('Visited')
/** The last one to be asked: its ids are the newest. */
const last = await givenServed('Last')

async function givenServed(name: string) {
  const customer = await givenCustomer(server, name, `${name.toLowerCase()}@kunde.example`)
  const { partnershipId } = await givenActive(server, story, customer)
  return { ...customer, partnershipId }
}

/** As many as are asked at once, with ids before all others. */
const fill = `with numbered as (select i, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid id from generate_series(1, ${batch}) i),
  organisations as (insert into organisation (id, name, country, created_at) select id, 'Kunde ' || i, 'CH', now() from numbered returning id),
  partnerships as (insert into partnership (customer_id, id, partner_id, state, started_by, grant_version, activated_at, created_at)
    select id, id, $1, 'active', 'partner', 1, now(), now() from organisations returning id)
  insert into grant_version (customer_id, partnership_id, version, partner_id, rights, terms, not_before, granted_by, granted_at, reason)
    select p.id, p.id, 1, $1, g.rights, g.terms, g.not_before, g.granted_by, g.granted_at, 'granted'
    from partnerships p, grant_version g where g.partnership_id = $2`

/** A key, a link and a forwarding that Petra left at the last one. */
const leaveWaysIn = `with products as (insert into product (organisation_id, id, family, name, payer_id, created_at)
    values ($1, $2, 'server', 's', $1, now()), ($1, $3, 'drive', 'd', $1, now()), ($1, $4, 'mail', 'm', $1, now())),
  folder as (insert into drive_folder (organisation_id, id, product_id, name, quota_mb, sharing, created_at, changed_at)
    values ($1, $3, $3, 'f', 1000, 'edit', now(), now())),
  mailbox as (insert into mailbox (organisation_id, id, product_id, local_part, quota_mb, created_at, changed_at)
    values ($1, $4, $4, 'info', 1000, now(), now())),
  link as (insert into drive_link (organisation_id, id, product_id, folder_id, token_hash, access, until, created_at, person_id, partnership_id, visit_id)
    values ($1, $3, $3, $3, sha256('l'), 'see', now() + interval '9 days', now(), $5, $6, $7)),
  forwarding as (insert into mailbox_forwarding (organisation_id, id, product_id, mailbox_id, address, created_at, person_id, partnership_id, visit_id)
    values ($1, $4, $4, $4, 'petra@elsewhere.example', now(), $5, $6, $7))
  insert into server_ssh_key (organisation_id, id, product_id, name, type, public_key, fingerprint, added_at, person_id, partnership_id, visit_id)
  values ($1, $2, $2, 'Petra', 'ssh-ed25519', 'k', 'f', now(), $5, $6, $7)`

async function asOwner(text: string, values: readonly unknown[]) {
  const client = await owner.connect()
  await client.query('begin')
  await client.query(text, [...values])
  await client.query(`select seal('[{"kind":"organisation.created","body":{},"readers":[]}]'); commit`)
  client.release()
}

const apply = () => applyAsHolding(petra, alpweb)

const one = async <T>(text: string, values: readonly unknown[] = []) => (await owner.query(text, [...values])).rows[0] as T
const asked = async () => (await one<{ count: number }>('select count(*)::int count from partnership_confirmation')).count
const gates = () =>
  one<{ partner: boolean; last: boolean }>(
    `select o.partner_closed_at is not null partner, p.suspended_by_operator_at is not null last from organisation o join partnership p on p.partner_id = o.id where p.id = $1`,
    [last.partnershipId],
  )
const enter = async (id: string) => (await petra.send('POST', `/c/${id}/visit`, {})).body['because']
const stopped = { code: 'not_suspended_by_operator', givenBy: 'operator', action: 'enter' }
const listed = async () => {
  const { body } = await petra.get(`/o/${alpweb}/customers?search=Last`)
  const [row] = body['customers'] as { status: string; may: string[] }[]
  return [row?.status, row?.may.includes('enter')]
}
const opens = () => {
  const open = 'where closes_at is null or closes_at > now()'
  return one(`select (select count(*)::int from server_ssh_key ${open}) key, (select count(*)::int from drive_link ${open}) link,
    (select count(*)::int from mailbox_forwarding ${open}) forwarding`)
}
const [open, closed] = [
  { key: 1, link: 1, forwarding: 1 },
  { key: 0, link: 0, forwarding: 0 },
]
const statusFilter = async (status: string) => (await petra.get(`/o/${alpweb}/customers/found?status=${status}`)).body['count']

await asOwner(fill, [alpweb, last.partnershipId])
await asOwner(leaveWaysIn, [last.id, v7(), v7(), v7(), story.people.petra, last.partnershipId, v7()])
await asOwner(
  `update organisation set register_number = 'CHE-123.456.788', domain = 'alpweb.example', verified_city = 'Olten' where id = $1`,
  [alpweb],
)
const visit = (await petra.send('POST', `/c/${visited.partnershipId}/visit`, {})).body['id']
const holder = await owner.connect()

test('the decision waits for no customer, and closes the door of each', async () => {
  expect([await listed(), await statusFilter('active'), await opens()]).toEqual([['active', true], batch + 2, open])
  const application = await apply()
  await holder.query('begin')
  await holder.query('select from partnership where id = $1 for update', [last.partnershipId])
  const decided = await olga.send('POST', `/operator/applications/${application}/verify`, { acknowledged: true })
  expect(decided.status).toBe(200)
  expect(await enter(last.partnershipId)).toEqual(stopped)
  expect(await opens()).toEqual(closed)
  expect(
    (await one<{ count: number }>(`select count(*)::int count from journal where body #>> '{by,operator}' = 'true'`)).count,
  ).toBeLessThan(10)
})

test('as long as the last one waits, nothing says that it has access, and nobody else is held up', async () => {
  await expect.poll(asked, patient).toBe(batch + 1)
  expect(await gates()).toEqual({ partner: true, last: false })
  expect([await enter(last.partnershipId), await enter(visited.partnershipId)]).toEqual([stopped, stopped])
  expect(await listed()).toEqual(['suspended', false])
  expect([await statusFilter('active'), await statusFilter('suspended')]).toEqual([0, batch + 2])
  expect((await last.ruth.get(`/o/${last.id}/partnerships/${last.partnershipId}`)).body['state']).toBe('suspended_by_operator')
  const other = { name: 'Team', people: [] }
  expect((await paul.send('POST', `/o/${webwerk}/teams`, other)).status).toBe(200)
})

test('what a customer confirms meanwhile waits for the gate in one job', async () => {
  const { body } = await visited.ruth.get(`/o/${visited.id}/confirmations`)
  const read = (body['confirmations'] as { why: string; askedAt: string }[]).map(({ why, askedAt }) => ({ why, askedAt }))
  const confirmed = await visited.ruth.send('POST', `/o/${visited.id}/partnerships/${visited.partnershipId}/confirm`, { read })
  expect(confirmed.status).toBe(200)
  const waiting = () =>
    one(`select count(*)::int jobs, bool_and(run_at > now() + interval '50 minutes') rest from job
      where kind = 'lift-after-confirmation' and done_at is null`)
  await expect.poll(waiting, patient).toEqual({ jobs: 1, rest: true })
  expect(await enter(visited.partnershipId)).toEqual(stopped)
})

/** Whom Alpweb wins at this moment. */
async function givenWon(name: string) {
  const won = await givenServed(name)
  const row = async () => {
    const { body } = await petra.get(`/o/${alpweb}/customers?search=${name}`)
    return (body['customers'] as { status: string; may: string[] }[]).map(({ status, may }) => [status, may.includes('enter')])[0]
  }
  const state = async () => (await won.ruth.get(`/o/${won.id}/partnerships/${won.partnershipId}`)).body['state']
  const switchable = async () => {
    const { body } = await petra.get(`/o/${alpweb}/switcher?search=${name}`)
    return (body['customers'] as object[]).length
  }
  return { ...won, row, state, switchable }
}
const shownOf = async (won: Awaited<ReturnType<typeof givenWon>>) => [await won.row(), await won.state(), await won.switchable()]

test('whom the new legal person wins meanwhile is let in at once, and nobody else', async () => {
  const won = await givenWon('Won')
  expect((await petra.send('POST', `/c/${won.partnershipId}/visit`, {})).status).toBe(200)
  expect((await petra.get(`/c/${won.partnershipId}/shell`)).status).toBe(200)
  expect(await shownOf(won)).toEqual([['active', true], 'active', 1])
  expect([await statusFilter('active'), await statusFilter('suspended')]).toEqual([1, batch + 2])
  expect([await enter(last.partnershipId), await enter(visited.partnershipId)]).toEqual([stopped, stopped])
})

test('whoever was in a visit was the first to be asked about', async () => {
  const first = await one<{ visit: string; partnership: string }>(`select
    (select visit_id from journal where kind = 'visit.ended') as visit,
    (select partnership_id from journal where kind = 'partnership.new_legal_person' order by position limit 1) as partnership`)
  expect(first).toEqual({ visit, partnership: visited.partnershipId })
})

test('a node that dies in the middle leaves the door closed, and another one goes on to the end', async () => {
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  )
  expect([await gates(), await enter(last.partnershipId)]).toEqual([{ partner: true, last: false }, stopped])
  await holder.query('rollback')
  holder.release()
  const goOn = () =>
    asSystem(server.server.house, (work) => askAfterNewPerson(work, { partnerId: alpweb, before: 'Alpweb AG', after: 'Alpweb Holding AG' }))
  await goOn()
  await goOn()
  expect([await asked(), await gates()]).toEqual([batch + 2, { partner: false, last: true }])
  expect(await enter(last.partnershipId)).toEqual(stopped)
  expect([await listed(), await opens()]).toEqual([['suspended', false], closed])
})

test('what was confirmed is opened with the gate', async () => {
  await expect.poll(() => enter(visited.partnershipId), patient).toBeUndefined()
})

test('each customer reads it once, and no commit held the journal for more than some of them', async () => {
  const read =
    await one(`select count(*) filter (where kind = 'partnership.suspended')::int suspended, count(distinct partnership_id) filter (where kind = 'partnership.suspended')::int once,
    count(*) filter (where kind = 'partnership.new_legal_person')::int told, count(*) filter (where kind = 'server.ssh_key_removed')::int keys,
    count(*) filter (where kind = 'folder.link_ended')::int links, count(*) filter (where kind = 'forwarding.closed')::int forwardings,
    count(*) filter (where kind = 'partner.customers_asked')::int opened from journal`)
  expect(read).toEqual({ suspended: batch + 2, once: batch + 2, told: batch + 2, keys: 1, links: 1, forwardings: 1, opened: 1 })
  const most = await one<{ count: number }>('select max(count)::int count from (select count(*) from journal group by at) sealed')
  expect(most.count).toBeLessThanOrEqual(2 * batch)
})

test('closed once more, the gate closes whom it won in between as well', async () => {
  const won = await givenWon('Later')
  expect([await enter(won.partnershipId), await won.state()]).toEqual([undefined, 'active'])
  await asOwner('update organisation set partner_closed_at = clock_timestamp(), legal_person_since = clock_timestamp() where id = $1', [
    alpweb,
  ])
  expect([await enter(won.partnershipId), await won.state()]).toEqual([stopped, 'suspended_by_operator'])
})
