// node_modules/.bin/node scripts/provider-key.ts NAME: makes a key for one of the provider's own systems, shows it once, and keeps only its hash.
import path from 'node:path'
import { v7 } from 'uuid'
import { readConfig } from '../src/server/config.ts'
import { OperatorError } from '../src/server/platform/operator-error.ts'
import { type DatabaseAddress, openPool } from '../src/server/platform/pool.ts'
import { hashToken, randomToken } from '../src/server/platform/secrets.ts'

const [, , name = ''] = process.argv

try {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u.test(name)) {
    throw new OperatorError('Name the system that will use the key, as in: provider-key billing')
  }
  console.log(await makeKey(addressOf(readConfig()), name))
} catch (failure) {
  const unreachable = (failure as NodeJS.ErrnoException).code === 'ENOENT' || (failure as NodeJS.ErrnoException).code === 'ECONNREFUSED'
  if (unreachable) console.error('The database does not answer: start Prokura first (npm start), with the same DATA_DIR')
  else console.error(failure instanceof OperatorError ? failure.message : failure)
  process.exit(1)
}

/** The operator's database, or the embedded one of a Prokura that is running. */
function addressOf(config: ReturnType<typeof readConfig>): DatabaseAddress {
  if (config.databaseUrl !== undefined) return { kind: 'url', url: config.databaseUrl }
  return { kind: 'embedded', socketDirectory: path.join(config.dataDirectory, 'database'), database: 'prokura' }
}

async function makeKey(address: DatabaseAddress, name: string): Promise<string> {
  const key = `pk_${randomToken()}`
  const pool = openPool(address, 'prokura_system', { max: 1 })
  try {
    await pool.query('insert into provider_key (id, name, key_hash, created_at) values ($1, $2, $3, now())', [v7(), name, hashToken(key)])
    return key
  } finally {
    await pool.end()
  }
}
