// The second line of defence holds alone: whatever a query forgets, another tenant's rows are not there.
import { describe, expect, test } from 'vitest'
import { givenServer } from './server.ts'

const { database } = await givenServer({ demo: true, set: { LOG_LEVEL: 'silent' } })

/** Tables without a tenant: mechanism, not content. */
const mechanism = ['fact_change', 'journal_head_lock', 'journal_first', 'journal_later', 'rate_limit', 'migration']

const tables = (
  await database.owner.query<{ name: string; enabled: boolean; forced: boolean; policies: number }>(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`)
).rows.filter(({ name }) => !mechanism.includes(name))

test('there are tables to look at', () => {
  expect(tables.length).toBeGreaterThan(25)
})

test.each(tables)('$name has policies, and forces them on its owner too', ({ enabled, forced, policies }) => {
  expect({ enabled, forced, policies: policies > 0 }).toEqual({ enabled: true, forced: true, policies: true })
})

describe('without a context', () => {
  test.each(tables)('nobody sees a row of $name', async ({ name }) => {
    for (const pool of [database.app, database.acting, database.operator]) {
      const outcome = await pool.query<{ count: number }>(`select count(*) as count from ${name}`).then(
        ({ rows }) => rows[0]?.count,
        (failure: Error) => failure.message,
      )
      expect([0, `permission denied for table ${name}`]).toContain(outcome)
    }
  })
})

describe('a transaction that acts', () => {
  const closed = [
    'member',
    'person',
    'credential',
    'passkey',
    'passkey_challenge',
    'session',
    'sign_in_code',
    'grant_version',
    'granted_right',
    'assignment',
    'partnership',
    'proposal',
    'invitation',
    'managed_customer',
    'mailbox_password',
    'console',
    'console_session',
    'console_token',
    'oidc_state',
    'signing_key',
  ]
  test.each(closed)('cannot even ask for %s', async (table) => {
    await expect(database.acting.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
  })

  test('sees of a payment method neither the token of the vault nor when it was made', async () => {
    await expect(database.acting.query('select provider_token from payment_method')).rejects.toThrow(/permission denied/)
  })
})

describe('what is never delegable', () => {
  const writes = [
    'insert into payment_method (organisation_id) values (gen_random_uuid())',
    'update payment_method set is_default = true',
    'delete from payment_method',
    'update product set organisation_id = gen_random_uuid()',
    'update product set payer_id = gen_random_uuid()',
    'delete from product',
    "update invoice set status = 'paid'",
    'delete from invoice_line',
    "update organisation set name = 'Other'",
    "insert into member (organisation_id, person_id, role, added_at) values (gen_random_uuid(), gen_random_uuid(), 'administrator', now())",
    "update partnership set state = 'active'",
    'delete from granted_right',
    "update credential set password_hash = ''",
    'delete from journal',
    'update visit set expires_at = now()',
    ...['drive_link', 'server_ssh_key', 'mailbox_forwarding', 'known_password', 'server_firewall_rule'].map(
      (made) => `update ${made} set partnership_id = null, closes_at = null`,
    ),
  ]
  test.each(writes)('a transaction that acts cannot: %s', async (sql) => {
    await expect(database.acting.query(sql)).rejects.toThrow(/permission denied/)
  })
})

test('nobody chooses who made a rule, or takes one away without a trace: it is removed and brought back as it was', async () => {
  for (const pool of [database.app, database.acting]) {
    for (const set of ['person_id = null', 'partnership_id = null', 'closes_at = null'])
      await expect(pool.query(`update server_firewall_rule set ${set}`)).rejects.toThrow(/permission denied/)
    await expect(pool.query('delete from server_firewall_rule')).rejects.toThrow(/permission denied/)
  }
})

test('whoever acts leaves no forwarding that is anybody else’s, nor the customer’s', async () => {
  const { rows } = await database.owner.query<Record<'org' | 'product' | 'mailbox' | 'partnership' | 'person', string>>(`
    select m.organisation_id as org, m.product_id as product, m.id as mailbox, p.id as partnership,
      (select a.person_id from assignment a where a.partnership_id = p.id limit 1) as person
    from mailbox m join partnership p on p.customer_id = m.organisation_id and p.state = 'active'
    where exists (select from assignment a where a.partnership_id = p.id) limit 1`)
  const [{ org, product, mailbox, partnership, person }] = rows as [(typeof rows)[number]]
  const client = await database.acting.connect()
  const tried = async (under: string | null, by: string | null) => {
    await client.query(`begin; select set_config('app.organisation', '${org}', true), set_config('app.partnership', '${partnership}', true),
      set_config('app.person', '${person}', true)`)
    const values = [org, product, mailbox, under, by, under]
    const code = await client
      .query(
        `insert into mailbox_forwarding (organisation_id, id, product_id, mailbox_id, partnership_id, person_id, visit_id, address, created_at)
         values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, 'x@x.example', now())`,
        values,
      )
      .then(
        () => 'written',
        (failure: { code: string }) => failure.code,
      )
    await client.query('rollback')
    return code
  }
  const others = await database.owner.query<{ id: string }>('select id from person where id <> $1 limit 1', [person])
  expect([await tried(partnership, person), await tried(null, null), await tried(partnership, others.rows[0]?.id ?? null)]).toEqual([
    'written',
    '42501',
    '42501',
  ])
  client.release()
})

test('nobody puts a row of their own into what belongs to somebody else', async () => {
  const { rows: loose } = await database.owner.query<{ name: string }>(`
    select c.conrelid::regclass || '.' || c.conname as name from pg_constraint c
    where c.contype = 'f' and c.confrelid = 'product'::regclass and cardinality(c.conkey) = 1`)
  expect(loose).toEqual([])
  const { rows } = await database.owner.query(`
    select f.id as folder, f.product_id as product, o.id as other from drive_folder f, organisation o where o.id <> f.organisation_id limit 1`)
  const [{ folder, product, other }] = rows as [{ folder: string; product: string; other: string }]
  const client = await database.app.connect()
  const tried = async (statement: string, values: readonly unknown[]) => {
    await client.query(`begin; select set_config('app.organisation', '${other}', true)`)
    const code = await client.query(statement, [...values]).then(
      () => 'written',
      (failure: { code: string }) => failure.code,
    )
    await client.query('rollback')
    return code
  }
  const link = `insert into drive_link (organisation_id, id, product_id, folder_id, token_hash, access, until, created_at)
    values ($1, gen_random_uuid(), $2, $3, '\\x00', 'edit', '2030-01-01', now())`
  const named = `insert into drive_folder (organisation_id, id, product_id, name, quota_mb, created_at, changed_at)
    values ($1, gen_random_uuid(), $2, 'Theirs', 100, now(), now())`
  const outcomes = [await tried(link, [other, product, folder]), await tried(named, [other, product])]
  client.release()
  expect(outcomes).toEqual(['23503', '23503'])
})

test.each(['oidc_state', 'signing_key'])('only signing in reads %s', async (table) => {
  await expect(database.app.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
  await expect(database.system.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
  await expect(database.signIn.query(`select * from ${table}`)).resolves.toBeDefined()
})

test('the server cannot read credentials; only signing in can', async () => {
  for (const table of ['credential', 'passkey', 'passkey_challenge']) {
    for (const pool of [database.app, database.acting, database.system])
      await expect(pool.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
    await expect(database.signIn.query(`select * from ${table}`)).resolves.toBeDefined()
  }
})

test('every function that runs as its owner fixes its search path', async () => {
  const { rows } = await database.owner.query<{ name: string }>(`
    select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prosecdef and not coalesce(array_to_string(p.proconfig, ',') like '%search_path=public%', false)`)
  expect(rows).toEqual([])
})

/** Whose a row is, where its columns do not say it: `$1` the organisation, `$2` one of its people. */
const whose: Readonly<Record<string, string>> = {
  organisation: `id = $1 or verified_as_partner_at is not null or id in (select organisation_id from member where person_id = $2)
    or exists (select from partnership p where p.state <> 'not_concluded' and $1 in (p.customer_id, p.partner_id) and t.id in (p.customer_id, p.partner_id))`,
  person: 'id = $2 or id in (select person_id from member where organisation_id = $1)',
  member: 'organisation_id = $1 or person_id = $2',
  session: 'person_id = $2',
  idempotency_key: 'person_id = $2',
  proven_address: 'person_id = $2',
  pinned_customer: 'person_id = $2 and partner_id = $1',
  customer_list_view: 'person_id = $2 and partner_id = $1',
  journal: 'position in (select position from journal_reader where organisation_id = $1)',
  journal_detail: 'position in (select position from journal_reader where organisation_id = $1)',
  invitation: 'id in (select id from addressed)',
  invitation_address: 'invitation_id in (select id from addressed)',
  proposal: '$1 in (partner_id, customer_id) or invitation_id in (select id from addressed)',
  invoice_line: '$1 in (organisation_id, (select payer_id from invoice where id = t.invoice_id))',
}
const addressed = `with addressed as (select i.id from invitation i where i.partner_id = $1 or (i.state <> 'prepared' and (
  i.customer_number = (select number from organisation where id = $1) or i.email_key = (select email_key from person where id = $2)
  or exists (select from invitation_address a join person p on p.email_key = a.email_key where a.invitation_id = i.id and p.id = $2))))`

describe('of the demo story', async () => {
  const { rows: tenants } = await database.owner.query<{ name: string; id: string; person: string }>(
    'select o.name, o.id, (select m.person_id from member m where m.organisation_id = o.id order by m.role limit 1) as person from organisation o order by o.name',
  )
  const { rows: columns } = await database.owner.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
     where column_name in ('organisation_id', 'customer_id', 'partner_id', 'payer_id') group by table_name`,
  )
  const conditionOf = (table: string) => {
    const naming = columns.find(({ name }) => name === table)?.columns
    return whose[table] ?? (naming ? `$1 in (${naming.join(', ')})` : 'false')
  }
  const rowsOf = async (table: string, tenant: { id: string; person: string }) => {
    const sql = `${addressed} select t.ctid::text as row from ${table} t where $1::uuid is not null and $2::uuid is not null and (${conditionOf(table)})`
    const { rows } = await database.owner.query<{ row: string }>(sql, [tenant.id, tenant.person])
    return new Set(rows.map(({ row }) => row))
  }
  const journalOf = async (table: string, customer: string, partnership: string) => {
    const sql = `select ctid::text as row from ${table} where position in (select position from journal_reader where organisation_id = $1 and partnership_id = $2)`
    return new Set((await database.owner.query<{ row: string }>(sql, [customer, partnership])).rows.map(({ row }) => row))
  }
  const seenOf = async (pool: typeof database.app, table: string, settings: Readonly<Record<string, string>>) => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      for (const [name, value] of Object.entries(settings)) await client.query('select set_config($1, $2, true)', [name, value])
      return (await client.query<{ row: string }>(`select ctid::text as row from ${table}`)).rows.map(({ row }) => row)
    } catch (failure) {
      if (/permission denied/.test(String(failure))) return []
      throw failure
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  test.each(tables)('nobody sees a row of $name that is not theirs', async ({ name }) => {
    for (const tenant of tenants) {
      const own = await rowsOf(name, tenant)
      const seen = await seenOf(database.app, name, { 'app.organisation': tenant.id, 'app.person': tenant.person })
      expect({ tenant: tenant.name, foreign: seen.filter((row) => !own.has(row)) }).toEqual({ tenant: tenant.name, foreign: [] })
    }
  })

  test('everybody sees what is theirs, so that there is something to hide', async () => {
    const shown = [
      'partnership',
      'invitation',
      'proposal',
      'granted_right',
      'product',
      'invoice',
      'payment_method',
      'mailbox',
      'journal',
      'managed_customer',
    ]
    for (const table of shown) {
      const counts = await Promise.all(
        tenants.map(async ({ id, person }) => (await seenOf(database.app, table, { 'app.organisation': id, 'app.person': person })).length),
      )
      expect({ table, some: counts.some((count) => count > 0) }).toEqual({ table, some: true })
    }
  })

  test.each(tables)('a transaction that acts sees of $name only what is the customer’s', async ({ name }) => {
    const { rows } = await database.owner.query<{ id: string; customer: string; person: string }>(
      `select p.id, p.customer_id as customer, (select m.person_id from member m where m.organisation_id = p.partner_id limit 1) as person
       from partnership p where p.state = 'active'`,
    )
    for (const { id, customer, person } of rows) {
      const settings = { 'app.organisation': customer, 'app.person': person, 'app.partnership': id }
      const seen = await seenOf(database.acting, name, settings)
      const own = name.startsWith('journal') ? await journalOf(name, customer, id) : await rowsOf(name, { id: customer, person })
      expect({ id, foreign: seen.filter((row) => !own.has(row)) }).toEqual({ id, foreign: [] })
    }
  })
})
