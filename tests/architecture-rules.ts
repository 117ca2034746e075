// The directions and manners of the source tree (ARCHITECTURE.md), checked on the files as they are.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type Violation = { readonly rule: string; readonly file: string; readonly detail: string }
export type Source = {
  /** From the root, as in `src/domain/visit.ts`. */
  readonly file: string
  readonly text: string
  /** Without comments. */
  readonly code: string
  readonly imports: readonly Import[]
}
type Import = { readonly target: string; readonly typeOnly: boolean }
type Rule = { readonly name: string; readonly breaks: (source: Source) => string | undefined }

const generated = 'src/server/platform/tables.ts'
const sharedRooms = ['platform', 'journal', 'authorization', 'identity', 'mails', 'partnerships']
const spine = ['src/server/command.ts', 'src/server/react.ts']
const emptyNames =
  /^(utils?|helpers?|common|misc|core|manager|service|processor|handler|base|info|impl)s?$|-(utils?|helpers?|manager|service|handler|impl)$/
/** Settings are read in one place; the process that draws has none, and puts itself into its reader’s time zone. */
const mayReadEnvironment = ['src/server/config.ts', 'src/server/drawing/drawing-process.ts']
const domainWords = /partner|customer|proposal|invitation|reseller|organi[sz]ation|collaborator/i
const queries = /\bfrom ['"](?:kysely|pg)['"]|\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/
const typeImports = /^import type .*$/gm

export const rules: readonly Rule[] = [
  {
    name: 'domain imports only domain',
    breaks: inRoom('src/domain/', (source) => outside(source, (target) => isIn(target, 'src/domain/'))),
  },
  {
    name: 'domain knows no clock, no chance, no machine',
    breaks: inRoom('src/domain/', ({ code }) => found(code, /\bDate\b|Math\.random|\bnode:|\bprocess\.|\bcrypto\./)),
  },
  {
    name: 'the live index imports only the domain',
    breaks: inRoom('src/live-index/', (source) =>
      isTestSupport(source.file) ? undefined : outside(source, (target) => isIn(target, 'src/domain/') || isIn(target, 'src/live-index/')),
    ),
  },
  {
    name: 'the client imports only domain and live index',
    breaks: inRoom('src/client/', (source) => local(source, (target) => /^src\/(client|domain|live-index)\//.test(target))),
  },
  {
    name: 'the web sees of the server only contracts',
    breaks: inRoom('src/web/', (source) =>
      local(source, (target) => /^src\/(web|client|domain|locales)\/|^src\/server\/(.+\/)?[a-z-]*contract\.ts$/.test(target)),
    ),
  },
  {
    name: 'the server does not know the web',
    breaks: inRoom('src/server/', (source) => local(source, (target) => !isIn(target, 'src/web/'))),
  },
  { name: 'slices do not import each other', breaks: foreignSlice },
  {
    name: 'the platform imports only the platform',
    breaks: inRoom('src/server/platform/', (source) => local(source, (target) => isIn(target, 'src/server/platform/'))),
  },
  {
    name: 'the platform has no domain words',
    breaks: inRoom('src/server/platform/', ({ code, file }) => (file === generated ? undefined : found(code, domainWords))),
  },
  { name: 'web/ui has no domain words', breaks: inRoom('src/web/ui/', ({ code }) => found(code, domainWords)) },
  { name: 'SQL stands in stores', breaks: sqlElsewhere },
  {
    name: 'process.env is read in config.ts',
    breaks: ({ code, file }) => (mayReadEnvironment.includes(file) ? undefined : found(code, /process\.env/)),
  },
  {
    name: 'what the newest drawing meant is kept by useSameFunction',
    breaks: inRoom('src/web/', ({ code, file }) =>
      file === 'src/web/unchanged.ts' ? undefined : found(code, /use(?:Layout)?Effect\(\(\) => \{\s*\w+\.current = [^}]*\}?\s*\}\)/),
    ),
  },
  { name: 'no default exports', breaks: ({ code }) => found(code, /^export default|export \{[^}]*\bas default\b/m) },
  { name: 'no barrels', breaks: ({ code }) => found(code, /^export (?:type )?\* /m) },
  {
    name: 'names are kebab-case',
    breaks: ({ file }) =>
      /^[a-z0-9]+(-[a-z0-9]+)*(\.(db\.)?test|\.d)?\.tsx?$/.test(path.basename(file)) ? undefined : path.basename(file),
  },
  {
    name: 'names say something',
    breaks: ({ file }) =>
      file
        .split('/')
        .map((part) => part.split('.')[0] ?? '')
        .find((part) => emptyNames.test(part)),
  },
  { name: 'a file has at most 200 lines, a component 150, a test 350; tables are as long as they are', breaks: tooLong },
  {
    name: 'a file opens by saying what it is',
    breaks: ({ file, text }) => (/\.(test|d)\./.test(file) || /^(\/\/|\/\*)/.test(text) ? undefined : 'no opening comment'),
  },
]

export function readSources(root: string): readonly Source[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: root })
    .toSorted()
    .map((file) => read(root, file))
}

export function violations(sources: readonly Source[]): readonly Violation[] {
  const broken = sources.flatMap((source) =>
    rules.flatMap(({ name, breaks }) => {
      const detail = breaks(source)
      return detail === undefined ? [] : [{ rule: name, file: source.file, detail }]
    }),
  )
  return [...broken, ...cycles(sources)]
}

function read(root: string, file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{(,])\/\/.*$/gm, '$1')
  const statements = [
    ...code.matchAll(/\b(import|export)\s(type\s)?(?:[^;'"]*?\bfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g),
  ]
  const imports = statements.map(([, , typeOnly, named, dynamic]) => ({
    target: resolve(file, named ?? dynamic ?? ''),
    typeOnly: typeOnly !== undefined,
  }))
  return { file, text, code, imports }
}

const resolve = (file: string, target: string) =>
  target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target.replace(/\?.*$/, '')) : target
const isIn = (target: string, room: string) => target.startsWith(room)
const isTest = (file: string) => file.includes('.test.')
const isTestSupport = (file: string) => /\/given-[a-z-]+\.ts$/.test(file)
const found = (code: string, pattern: RegExp) => pattern.exec(code)?.[0].trim()

function inRoom(room: string, breaks: Rule['breaks']): Rule['breaks'] {
  return (source) => (isIn(source.file, room) && !isTest(source.file) ? breaks(source) : undefined)
}

/** Anything imported that is not allowed, packages included. */
function outside({ imports }: Source, allowed: (target: string) => boolean): string | undefined {
  return imports.find(({ target }) => !allowed(target))?.target
}

/** Anything imported of our own that is not allowed. */
function local({ imports }: Source, allowed: (target: string) => boolean): string | undefined {
  return imports.find(({ target }) => isIn(target, 'src/') && !allowed(target))?.target
}

const sliceOf = (file: string) => /^src\/server\/([^/]+)\//.exec(file)?.[1]

/** A contract is public, so others may build on it. The demo tells its story through all slices, as the tables at the top do. */
function foreignSlice(source: Source): string | undefined {
  const own = sliceOf(source.file)
  if (own === undefined || own === 'demo' || isTest(source.file)) return undefined
  return local(source, (target) => {
    const other = sliceOf(target)
    return other === undefined || other === own || sharedRooms.includes(other) || target.endsWith('/contract.ts')
  })
}

function sqlElsewhere({ file, code }: Source): string | undefined {
  const allowed =
    /^src\/server\/(platform|journal|authorization|demo)\/|(^|[/-])store\.ts$/.test(file) || spine.includes(file) || isTest(file)
  return !allowed && isIn(file, 'src/') ? found(code.replace(typeImports, ''), queries) : undefined
}

function tooLong({ file, text }: Source): string | undefined {
  const lines = text.trimEnd().split('\n').length
  const most = isTest(file) ? 350 : file.endsWith('.tsx') ? 150 : 200
  const tables = [generated, 'src/server/app.ts', 'src/server/reactions.ts', 'src/web/routes.tsx']
  return !tables.includes(file) && lines > most ? `${lines} lines` : undefined
}

/** Files that need each other to be loaded. Types are not loaded. */
function cycles(sources: readonly Source[]): readonly Violation[] {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  const done = new Set<string>()
  const violations: Violation[] = []
  const visit = (file: string, trail: readonly string[]) => {
    const source = byFile.get(file)
    if (source === undefined || done.has(file)) return
    if (trail.includes(file)) {
      violations.push({ rule: 'no cycles', file, detail: [...trail.slice(trail.indexOf(file)), file].join(' → ') })
      return
    }
    for (const { target, typeOnly } of source.imports) if (!typeOnly) visit(target, [...trail, file])
    done.add(file)
  }
  for (const { file } of sources) visit(file, [])
  return violations
}
