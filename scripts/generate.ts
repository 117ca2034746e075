// Writes what follows from the code and the schema; with --check it only says what is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { endpoints } from './generate/endpoints.ts'
import { events } from './generate/events.ts'
import { map } from './generate/map.ts'
import { permissions } from './generate/permissions.ts'
import { schema } from './generate/schema.ts'
import { tables } from './generate/tables.ts'
import { withThrowawayDatabase } from './generate/throwaway-database.ts'
import { transitions } from './generate/transitions.ts'

const checkOnly = process.argv.includes('--check')

const files = await withThrowawayDatabase(async (address) => ({
  'src/server/platform/tables.ts': await tables(address),
  'docs/generated/permissions.md': permissions(),
  'docs/generated/endpoints.md': endpoints(),
  'docs/generated/events.md': events(),
  'docs/generated/transitions.md': transitions(),
  'docs/generated/schema.md': await schema(address),
  'docs/generated/map.md': map(),
}))

const stale = Object.entries(files).filter(([file, text]) => read(file) !== text)
for (const [file, text] of checkOnly ? [] : stale) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}
const names = stale.map(([file]) => file).join(', ')
if (stale.length > 0) console.log(checkOnly ? `Stale: ${names}. Run: npm run generate` : `Written: ${names}`)
if (checkOnly && stale.length > 0) process.exitCode = 1

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
