// Writes what follows from the code and the schema; with --check it only says what is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tables } from './generate/tables.ts'
import { withThrowawayDatabase } from './generate/throwaway-database.ts'

const checkOnly = process.argv.includes('--check')

const files = await withThrowawayDatabase(async (address) => ({
  'src/server/platform/tables.ts': await tables(address),
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
