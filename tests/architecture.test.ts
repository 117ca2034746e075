import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readSources, rules, violations } from './architecture-rules.ts'
import { givenTemporaryDirectory } from './temporary-directory.ts'

const root = path.resolve(import.meta.dirname, '..')
const opening = '// What this is.\n'

/** One file that breaks each rule, and in how it is named what it breaks. */
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'domain imports only domain': { 'src/domain/planted.ts': `${opening}import { v7 } from 'uuid'\nexport const id = v7()\n` },
  'domain knows no clock, no chance, no machine': { 'src/domain/planted.ts': `${opening}export const now = () => new Date()\n` },
  'the live index imports only the domain': {
    'src/live-index/planted.ts': `${opening}import { v7 } from 'uuid'\nexport const id = v7()\n`,
  },
  'the client imports only domain and live index': {
    'src/client/planted.ts': `${opening}import { readConfig } from '../server/config.ts'\nexport const config = readConfig\n`,
  },
  'the web sees of the server only contracts': {
    'src/web/planted.ts': `${opening}import { readConfig } from '../server/config.ts'\nexport const config = readConfig\n`,
  },
  'the server does not know the web': { 'src/server/planted.ts': `${opening}export { main } from '../web/main.tsx'\n` },
  'slices do not import each other': {
    'src/server/planted/one.ts': `${opening}import type { Two } from '../other/two.ts'\nexport type One = Two\n`,
    'src/server/other/two.ts': `${opening}export type Two = 2\n`,
  },
  'the platform imports only the platform': {
    'src/server/platform/planted.ts': `${opening}import { readConfig } from '../config.ts'\nexport const config = readConfig\n`,
  },
  'the platform has no domain words': { 'src/server/platform/planted.ts': `${opening}export const customerCount = 1\n` },
  'web/ui has no domain words': { 'src/web/ui/planted.tsx': `${opening}export const PartnerCard = () => null\n` },
  'SQL stands in stores': {
    'src/server/planted/list-things.ts': `${opening}export const list = (tx: { selectFrom(table: string): unknown }) => tx.selectFrom('thing')\n`,
  },
  'process.env is read in config.ts': { 'src/server/planted.ts': `${opening}export const port = process.env.PORT\n` },
  'what the newest drawing meant is kept by useSameFunction': {
    'src/web/planted.ts': `${opening}useEffect(() => {\n  latest.current = press\n})\n`,
  },
  'no default exports': { 'src/server/planted.ts': `${opening}export default 1\n` },
  'no barrels': { 'src/server/planted.ts': `${opening}export * from './config.ts'\n` },
  'names are kebab-case': { 'src/server/plantedFile.ts': `${opening}export const one = 1\n` },
  'names say something': { 'src/server/utils.ts': `${opening}export const one = 1\n` },
  'a file has at most 200 lines, a component 150, a test 350; tables are as long as they are': {
    'src/web/planted.tsx': `${opening}${'export {}\n'.repeat(150)}`,
  },
  'a file opens by saying what it is': { 'src/server/planted.ts': 'export const one = 1\n' },
  'no cycles': {
    'src/server/planted/one.ts': `${opening}import { two } from './two.ts'\nexport const one = () => two\n`,
    'src/server/planted/two.ts': `${opening}import { one } from './one.ts'\nexport const two = () => one\n`,
  },
}

test('the source tree keeps its directions and manners', () => {
  expect(violations(readSources(root))).toEqual([])
})

test('the guard sees the files it guards', () => {
  const sources = readSources(root)
  const count = (room: string) => sources.filter(({ file }) => file.startsWith(room)).length
  expect(count('src/domain/')).toBeGreaterThan(20)
  expect(count('src/server/')).toBeGreaterThan(40)
  expect(count('src/web/')).toBeGreaterThan(30)
  expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(sources.length)
})

test('every rule has a violation planted against it', () => {
  expect(Object.keys(planted).toSorted()).toEqual([...rules.map(({ name }) => name), 'no cycles'].toSorted())
})

test.each(Object.entries(planted))('a planted violation is seen: %s', (rule, files) => {
  const tree = givenTemporaryDirectory()
  cpSync(path.join(root, 'src/server/config.ts'), path.join(tree, 'src/server/config.ts'), { recursive: true })
  expect(violations(readSources(tree))).toEqual([])
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
    writeFileSync(path.join(tree, file), text)
  }
  expect(violations(readSources(tree)).map((violation) => violation.rule)).toContain(rule)
})
