// npm run migrate: brings the operator's database (DATABASE_URL) up to date without starting the server.
import { ConfigError, readConfig } from '../src/server/config.ts'
import { migrate } from '../src/server/platform/migrate.ts'
import { OperatorError } from '../src/server/platform/operator-error.ts'

try {
  const { databaseUrl } = readConfig()
  if (databaseUrl === undefined) throw new ConfigError('DATABASE_URL is not set: the embedded database is migrated by npm start')
  const applied = await migrate({ kind: 'url', url: databaseUrl })
  for (const name of applied) console.log(`Applied ${name}`)
  if (applied.length === 0) console.log('The database is up to date')
} catch (failure) {
  console.error(failure instanceof OperatorError ? failure.message : failure)
  process.exit(1)
}
