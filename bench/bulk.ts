// Ten thousand customers added from one list at the HTTP interface, against the bare inserts of the same rows; and how the list of customers answers meanwhile.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type ProofDatabase, withDatabase } from '../proof/database.ts'
import { asRole } from '../src/server/platform/pool.ts'
import { type Bench, rounded } from './figure.ts'
import { givenManyCustomers, type ManyCustomers } from './many-customers.ts'
import { withServer } from './with-server.ts'

const rows = Number(process.env['BENCH_LIST'] ?? 10_000)
const aimSeconds = 120

export const benchBulk: Bench = () =>
  withDatabase(
    async (database) => {
      const given = await givenManyCustomers(database)
      const bare = await bareInserts(database)
      return withServer(database.address, async ({ url }) => {
        const api = caller(url, given)
        const idle = p95(await looks(api, 60))
        const id = await filled(api)
        const checking = await timed(() => until(api, id, 'check', 'ready'))
        const meanwhile: number[] = []
        let isRunning = true
        const looking = (async () => {
          while (isRunning) {
            meanwhile.push(...(await looks(api, 1)))
            await pause(100)
          }
        })()
        const seconds = await timed(() => until(api, id, 'start', 'done'))
        isRunning = false
        await looking
        const doubles = await unsent(database, id)
        if (doubles > 0) throw new Error(`${doubles} rows were not sent exactly once`)
        const of = `${rows.toLocaleString('en')} rows`
        return [
          {
            figure: 'bulk.add.seconds',
            value: rounded(seconds),
            unit: 's',
            against: `aim ${aimSeconds} s, ${of}`,
            ratio: rounded(seconds / aimSeconds),
          },
          {
            ...{ figure: 'bulk.add.rows_per_second', value: Math.round(rows / seconds), unit: '1/s' },
            ...{
              against: 'the bare inserts of the same rows, one by one, fifty a commit, without rules, list or journal',
              ratio: rounded(rows / seconds / bare),
            },
          },
          { figure: 'bulk.check.seconds', value: rounded(checking), unit: 's', against: of },
          {
            figure: 'bulk.list.first.p95',
            value: rounded(p95(meanwhile)),
            unit: 'ms',
            against: 'the same without a list running',
            ratio: rounded(p95(meanwhile) / idle),
          },
        ]
      })
    },
    { durable: false },
  )

type Api = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>

function caller(url: string, { partnerId, token }: ManyCustomers): Api {
  return async (method, path, body) => {
    const response = await fetch(`${url}/api/o/${partnerId}${path}`, {
      method,
      headers: { cookie: `__Host-session=${token}`, 'idempotency-key': randomUUID(), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Record<string, unknown>
  }
}

const terms = { startsOn: null, end: { kind: 'none' }, payer: 'customer', paymentMethodId: null, spendingLimit: null }
const cellsOf = (at: number) => ({
  email: `info@list-${at}.example`,
  organisation_name: `Bäckerei Nummer ${at} GmbH`,
  your_reference: `R${at}`,
})

async function filled(api: Api): Promise<string> {
  const chosen = { access: { preset: 'limited' }, terms, validityDays: 30, language: 'de' }
  const { id } = await api('POST', '/lists', { action: 'add', chosen })
  for (let from = 0; from < rows; from += 1000) {
    const part = Array.from({ length: Math.min(1000, rows - from) }, (_, at) => cellsOf(from + at))
    await api('PUT', `/lists/${String(id)}/rows`, { from, rows: part, last: from + part.length === rows })
  }
  return String(id)
}

async function until(api: Api, id: string, order: string, state: string): Promise<void> {
  await api('POST', `/lists/${id}/${order}`, {})
  while ((await api('GET', `/lists/${id}`))['state'] !== state) await pause(200)
}

/** The first page of the list of customers, as somebody who works there would open it. */
async function looks(api: Api, times: number): Promise<number[]> {
  const took: number[] = []
  for (let at = 0; at < times; at++) took.push((await timed(() => api('GET', '/customers'))) * 1000)
  return took
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

function p95(took: readonly number[]): number {
  const sorted = took.toSorted((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
}

async function unsent({ owner }: ProofDatabase, id: string): Promise<number> {
  const { rows: counted } = await owner.query<{ unsent: number }>(
    `select (select count(*) from bulk_row r where r.bulk_id = $1 and not exists (select from invitation i where i.id = r.id))
       + (select count(*) - count(distinct email_key) from invitation where email like 'info@list-%') as unsent`,
    [id],
  )
  return Number(counted[0]?.unsent)
}

/** Rows a second: an invitation, its address and its proposal, as plain rows in tables without triggers. */
async function bareInserts({ owner, address }: ProofDatabase): Promise<number> {
  await owner.query(`create table bare_invitation (like invitation including defaults including indexes);
    create table bare_address (like invitation_address including defaults including indexes);
    create table bare_proposal (like proposal including defaults including indexes);
    grant insert on bare_invitation, bare_address, bare_proposal to prokura_app`)
  const client = new pg.Client(asRole(address, 'prokura_app'))
  await client.connect()
  const began = performance.now()
  for (let at = 0; at < rows; at++) {
    if (at % 50 === 0) await client.query('begin')
    const id = randomUUID()
    const { email } = cellsOf(at)
    await client.query(
      `insert into bare_invitation (partner_id, id, state, email, email_key, language, prepared_by, created_at) values ($1, $1, 'open', $2, $2, 'de', $1, now())`,
      [id, email],
    )
    await client.query('insert into bare_address (invitation_id, email_key, email, added_at) values ($1, $2, $2, now())', [id, email])
    await client.query(
      `insert into bare_proposal (id, partner_id, invitation_id, number, side, state, rights, terms, person_id, created_at)
       values ($1, $1, $1, 1, 'partner', 'open', $2, $3, $1, now())`,
      [id, JSON.stringify([]), JSON.stringify(terms)],
    )
    if (at % 50 === 49 || at === rows - 1) await client.query('commit')
  }
  const perSecond = rows / ((performance.now() - began) / 1000)
  await client.end()
  return perSecond
}
