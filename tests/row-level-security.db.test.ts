// The second line of defence holds alone: whatever a query forgets, another tenant's rows are not there.
import { describe, expect, test } from 'vitest'
import { givenDatabase } from './database.ts'

const database = await givenDatabase()

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
    for (const pool of [database.app, database.acting]) {
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
  ]
  test.each(closed)('cannot even ask for %s', async (table) => {
    await expect(database.acting.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
  })

  test('sees of a payment method neither the token of the vault nor when it was made', async () => {
    await expect(database.acting.query('select provider_token from payment_method')).rejects.toThrow(/permission denied/)
  })
})

test('the server cannot read credentials; only signing in can', async () => {
  await expect(database.app.query('select * from credential')).rejects.toThrow(/permission denied/)
  await expect(database.system.query('select * from credential')).rejects.toThrow(/permission denied/)
  await expect(database.signIn.query('select * from credential')).resolves.toBeDefined()
})

test('every function that runs as its owner fixes its search path', async () => {
  const { rows } = await database.owner.query<{ name: string }>(`
    select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prosecdef and not coalesce(array_to_string(p.proconfig, ',') like '%search_path=public%', false)`)
  expect(rows).toEqual([])
})
