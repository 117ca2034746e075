// node_modules/.bin/node scripts/console.ts add|list|remove …: registers the provider's product consoles. The secret is shown once; only its hash is kept.
import path from 'node:path'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { type Config, readConfig } from '../src/server/config.ts'
import { listConsoles, removeConsole } from '../src/server/consoles/console-store.ts'
import { registerConsole } from '../src/server/consoles/register-console.ts'
import { OperatorError } from '../src/server/platform/operator-error.ts'
import { type DatabaseAddress, openPool } from '../src/server/platform/pool.ts'

const usage = `console add --name NAME --family FAMILY --resource URL --redirect URL --initiate URL [--post-logout URL] [--back-channel URL]
console list
console remove CLIENT_ID
--family, --redirect and --post-logout may be given more than once.`

try {
  const config = readConfig()
  const pool = openPool(addressOf(config), 'prokura_system', { max: 1 })
  try {
    for (const line of await run(pool, config)) console.log(line)
  } finally {
    await pool.end()
  }
} catch (failure) {
  const { code = '' } = failure as NodeJS.ErrnoException
  if (['ENOENT', 'ECONNREFUSED'].includes(code))
    console.error('The database does not answer: start Prokura first (npm start), with the same DATA_DIR')
  else if (code.startsWith('ERR_PARSE_ARGS')) console.error(`${(failure as Error).message}\n\n${usage}`)
  else console.error(failure instanceof OperatorError ? failure.message : failure)
  process.exit(1)
}

/** The operator's database, or the embedded one of a Prokura that is running. */
function addressOf(config: Config): DatabaseAddress {
  if (config.databaseUrl !== undefined) return { kind: 'url', url: config.databaseUrl }
  return { kind: 'embedded', socketDirectory: path.join(config.dataDirectory, 'database'), database: 'prokura' }
}

async function run(pool: pg.Pool, config: Config): Promise<readonly string[]> {
  const many = { type: 'string', multiple: true, default: [] as string[] } as const
  const one = { type: 'string' } as const
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { name: one, family: many, resource: one, redirect: many, initiate: one, 'post-logout': many, 'back-channel': one },
  })
  const [act, clientId] = positionals
  if (act === 'list')
    return (await listConsoles(pool)).map((known) => `${known.clientId}  ${known.name}  ${known.families.join(',')}  ${known.resource}`)
  if (act === 'remove' && clientId !== undefined) {
    if (!(await removeConsole(pool, clientId))) throw new OperatorError(`There is no console ${clientId}`)
    return [`${clientId} is removed: what it holds opens nothing any more`]
  }
  if (act !== 'add') throw new OperatorError(usage)
  const { name, resource, initiate } = values
  if (name === undefined || resource === undefined || initiate === undefined) throw new OperatorError(usage)
  const registered = await registerConsole(pool, config.publicUrl, {
    ...{ name, resource, families: values.family, redirectUris: values.redirect },
    ...{ initiateLoginUri: initiate, postLogoutRedirectUris: values['post-logout'], backChannelLogoutUri: values['back-channel'] ?? null },
  })
  return [`client id      ${registered.clientId}`, `client secret  ${registered.secret}   (shown once)`]
}
