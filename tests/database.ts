// Gives a test file a migrated PostgreSQL database of its own, cloned in about a tenth of a second and dropped at its end.
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type DatabaseAddress, openPool } from '../src/server/platform/pool.ts'

export type TestDatabase = {
  readonly address: DatabaseAddress
  /** The superuser: sees everything, whatever the policies say. */
  readonly owner: pg.Pool
  readonly app: pg.Pool
  readonly acting: pg.Pool
  readonly signIn: pg.Pool
  readonly operator: pg.Pool
  readonly system: pg.Pool
}

/** To be awaited at the top of a test file or of a describe block. */
export async function givenDatabase(): Promise<TestDatabase> {
  const socketDirectory = inject('socketDirectory')
  const name = `test_${randomBytes(6).toString('hex')}`
  const maintenance = openPool({ kind: 'embedded', socketDirectory, database: 'postgres' }, 'owner', { max: 1 })
  await maintenance.query(`create database ${name} template template_prokura strategy file_copy`)
  const address: DatabaseAddress = { kind: 'embedded', socketDirectory, database: name }
  const pools = {
    owner: openPool(address, 'owner'),
    app: openPool(address, 'prokura_app'),
    acting: openPool(address, 'prokura_acting'),
    signIn: openPool(address, 'prokura_sign_in'),
    operator: openPool(address, 'prokura_operator'),
    system: openPool(address, 'prokura_system'),
  }
  afterAll(async () => {
    await Promise.all(Object.values(pools).map((pool) => pool.end()))
    await maintenance.query(`drop database ${name} with (force)`)
    await maintenance.end()
  })
  return { address, ...pools }
}
