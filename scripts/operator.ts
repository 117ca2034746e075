// node_modules/.bin/node scripts/operator.ts add|remove EMAIL, list, demo-code: who works for the provider in the operator console.
import path from 'node:path'
import type pg from 'pg'
import { type Config, readConfig } from '../src/server/config.ts'
import { demoOperatorCode } from '../src/server/demo/demo-operator.ts'
import { dismissOperator, knownOperators, nameOperator } from '../src/server/operator/name-first-operator.ts'
import { isMailAddress } from '../src/server/platform/mail-address.ts'
import { OperatorError } from '../src/server/platform/operator-error.ts'
import { type DatabaseAddress, openPool } from '../src/server/platform/pool.ts'

const usage = `operator add EMAIL      names an operator, who signs in with that address and needs a second factor
operator remove EMAIL   ends their work, at once
operator list
operator demo-code      the second factor of the demo story's operator, good for this half minute`

const [act, email] = process.argv.slice(2)

try {
  const config = readConfig()
  if (act === 'demo-code') console.log(demoOperatorCode(config) ?? 'The demo story was not told here')
  else for (const line of await withPool(addressOf(config), (pool) => run(pool, config.publicUrl))) console.log(line)
} catch (failure) {
  const { code = '' } = failure as NodeJS.ErrnoException
  if (['ENOENT', 'ECONNREFUSED'].includes(code))
    console.error('The database does not answer: start Prokura first (npm start), with the same DATA_DIR')
  else console.error(failure instanceof OperatorError ? failure.message : failure)
  process.exit(1)
}

/** The operator's database, or the embedded one of a Prokura that is running. */
function addressOf(config: Config): DatabaseAddress {
  if (config.databaseUrl !== undefined) return { kind: 'url', url: config.databaseUrl }
  return { kind: 'embedded', socketDirectory: path.join(config.dataDirectory, 'database'), database: 'prokura' }
}

async function withPool<T>(address: DatabaseAddress, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = openPool(address, 'prokura_system', { max: 1 })
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

async function run(pool: pg.Pool, publicUrl: string): Promise<readonly string[]> {
  if (act === 'list') return (await knownOperators(pool)).map((one) => `${one.email}  ${one.name}`)
  if (email === undefined || !isMailAddress(email)) throw new OperatorError(usage)
  if (act === 'add') {
    const name = await nameOperator(pool, email)
    if (name === undefined) throw new OperatorError(`${email} is an operator already`)
    return [`${name} is an operator: ${publicUrl}/operator, once a second factor is set up in ${publicUrl}/account`]
  }
  if (act !== 'remove') throw new OperatorError(usage)
  const name = await dismissOperator(pool, email)
  if (name === undefined) throw new OperatorError(`${email} is no operator`)
  return [`${name} is no operator any more`]
}
