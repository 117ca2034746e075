import { cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { givenDatabase } from '../../../tests/database.ts'
import { givenTemporaryDirectory } from '../../../tests/temporary-directory.ts'
import { migrate, migrationsDirectory } from './migrate.ts'

const { address, owner } = await givenDatabase()

function givenMigrations(files: Readonly<Record<string, string>>): string {
  const directory = givenTemporaryDirectory()
  cpSync(migrationsDirectory, directory, { recursive: true })
  for (const [name, sql] of Object.entries(files)) writeFileSync(path.join(directory, name), sql)
  return directory
}

const { rows } = await owner.query<{ name: string }>('select name from migration order by name')
const next = String(rows.length + 1).padStart(4, '0')

test('a migrated database needs nothing more', async () => {
  expect(await migrate(address)).toEqual([])
})

test('two processes that migrate at the same time apply each file once', async () => {
  const directory = givenMigrations({ [`${next}-pear.sql`]: 'create table pear (id int)' })
  const applied = await Promise.all([migrate(address, directory), migrate(address, directory)])
  expect(applied.flat()).toEqual([`${next}-pear.sql`])
  await owner.query(`drop table pear; delete from migration where name = '${next}-pear.sql'`)
})

test('a file that fails leaves nothing behind and is named', async () => {
  const directory = givenMigrations({ [`${next}-half.sql`]: 'create table half (id int); select 1/0' })
  await expect(migrate(address, directory)).rejects.toThrow(`${next}-half.sql failed: division by zero`)
  expect((await owner.query("select to_regclass('half') as found")).rows[0].found).toBeNull()
})

test('a changed history is refused, and so is a database that is newer than the program', async () => {
  const directory = givenMigrations({ [`${next}-plum.sql`]: 'create table plum (id int)' })
  await migrate(address, directory)
  writeFileSync(path.join(directory, `${next}-plum.sql`), 'create table plum (id bigint)')
  await expect(migrate(address, directory)).rejects.toThrow('was changed after it had been applied')
  await expect(migrate(address)).rejects.toThrow('newer than this program')
  await owner.query(`drop table plum; delete from migration where name = '${next}-plum.sql'`)
})

test('a gap in the numbers is refused', async () => {
  await expect(migrate(address, givenMigrations({ '9999-late.sql': 'select 1' }))).rejects.toThrow('9999-late.sql is out of order')
})
