// Brings a database to the newest schema: numbered SQL files, in order, each once and in its own transaction, and a history that
// is never rewritten. Several processes may start at the same time.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { OperatorError } from './operator-error.ts'
import { asRole, type DatabaseAddress, loginRoles } from './pool.ts'

type Migration = { readonly name: string; readonly sql: string; readonly hash: string }

export const migrationsDirectory = path.resolve(import.meta.dirname, '../../../migrations')

/** Answers with the names of the files that were applied now. */
export async function migrate(address: DatabaseAddress, directory = migrationsDirectory): Promise<readonly string[]> {
  const migrations = readMigrations(directory)
  const client = new pg.Client(asRole(address, 'owner'))
  client.on('error', () => {}) // the query under way rejects
  await client.connect()
  try {
    await prepare(client, address.kind === 'embedded')
    refuseChangedHistory(migrations, await appliedHashes(client))
    const applied: string[] = []
    for (const migration of migrations) if (await apply(client, migration)) applied.push(migration.name)
    return applied
  } finally {
    await client.end()
  }
}

function readMigrations(directory: string): readonly Migration[] {
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
  names.forEach((name, index) => {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name) || Number(name.slice(0, 4)) !== index + 1) {
      throw new OperatorError(`${name} is out of order: migrations are numbered 0001-…, 0002-… without a gap`)
    }
  })
  return names.map((name) => {
    const sql = readFileSync(path.join(directory, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Roles belong to the whole cluster, so another database's migration may make them at the same moment. Our login becomes a member,
 * to act as them: who may create roles may do that, and a superuser needs no membership.
 */
async function prepare(client: pg.Client, mayLogIn: boolean): Promise<void> {
  const roles = ['prokura_owner', ...loginRoles].map((role) => {
    const login = mayLogIn && role !== 'prokura_owner' ? 'login' : 'nologin'
    return `begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} ${login}; end if;
    exception when duplicate_object or unique_violation then null; end;
    begin
      if not (select rolsuper from pg_roles where rolname = session_user) then execute format('grant ${role} to %I', session_user); end if;
    exception when insufficient_privilege or unique_violation then null; end;`
  })
  await client.query(`begin;
    select pg_advisory_xact_lock(hashtext('migrate'));
    do $$ begin ${roles.join('\n')} execute format('grant create, connect on database %I to prokura_owner', current_database()); end $$;
    grant usage, create on schema public to prokura_owner;
    create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default clock_timestamp());
    commit`)
}

async function appliedHashes(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration order by name')
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

function refuseChangedHistory(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(migrations.map(({ name, hash }) => [name, hash]))
  for (const [name, hash] of applied) {
    if (!known.has(name))
      throw new OperatorError(
        `The database is newer than this program: it has had ${name} applied. Start the newer version, or use another database`,
      )
    if (known.get(name) !== hash)
      throw new OperatorError(`${name} was changed after it had been applied: restore it and put the change into a new migration`)
  }
}

async function apply(client: pg.Client, { name, sql, hash }: Migration): Promise<boolean> {
  await client.query('begin; lock table migration in share row exclusive mode')
  try {
    const { rowCount } = await client.query('select from migration where name = $1', [name])
    if (rowCount === 1) {
      await client.query('rollback')
      return false
    }
    await client.query(sql)
    await client.query('reset role')
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back')
    return true
  } catch (cause) {
    await client.query('rollback').catch(() => {})
    throw new OperatorError(`Migration ${name} failed${lineOf(cause, sql)}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}

function lineOf(cause: unknown, sql: string): string {
  if (!(cause instanceof pg.DatabaseError) || cause.position === undefined) return ''
  return ` at line ${sql.slice(0, Number(cause.position)).split('\n').length}`
}
