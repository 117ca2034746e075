// npm run seed: tells the demo story in the operator's empty database (DATABASE_URL), whatever its public address.
import { ConfigError, readConfig } from '../src/server/config.ts'
import { OperatorError } from '../src/server/platform/operator-error.ts'
import { readyDatabase } from './start/ready-database.ts'

try {
  const config = readConfig()
  if (config.databaseUrl === undefined)
    throw new ConfigError('DATABASE_URL is not set: npm start tells the demo story in the embedded database')
  const database = await readyDatabase({ ...config, demo: true }, console.log)
  await database.stop()
} catch (failure) {
  console.error(failure instanceof OperatorError ? failure.message : failure)
  process.exit(1)
}
