// Copies the domain and the live index, tests included, with every mutant in it: asleep until its number is called.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

export type Mutant = {
  readonly id: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly kind: string
  readonly was: string
  readonly is: string
}

type Position = { readonly line: number; readonly column: number }
type Made = {
  readonly id: string
  readonly fileName: string
  readonly mutatorName: string
  readonly replacement: string
  readonly location: { readonly start: Position; readonly end: Position }
}
type File = { readonly name: string; readonly mutate: boolean; readonly content: string }
type Instrumenter = {
  readonly instrument: (
    files: readonly File[],
    options: object,
  ) => Promise<{ readonly files: readonly File[]; readonly mutants: readonly Made[] }>
}

const silent = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {}, error() {} }

/** Answers with the mutants; `target` then holds `src/` and what stands in for the test runner. */
export async function instrument(root: string, target: string, mutated: readonly string[]): Promise<readonly Mutant[]> {
  rmSync(target, { recursive: true, force: true })
  for (const room of ['domain', 'live-index']) cpSync(path.join(root, 'src', room), path.join(target, 'src', room), { recursive: true })
  const standIn = path.join(target, 'node_modules/vitest')
  mkdirSync(standIn, { recursive: true })
  writeFileSync(path.join(standIn, 'package.json'), '{ "name": "vitest", "type": "module", "exports": "./index.js" }')
  writeFileSync(path.join(standIn, 'index.js'), `export * from '${pathToFileURL(path.join(import.meta.dirname, 'stand-in.ts')).href}'\n`)

  // Installed on demand, so the compiler cannot know it.
  const entry = path.join(import.meta.dirname, 'node_modules/@stryker-mutator/instrumenter/dist/src/index.js')
  const { Instrumenter } = (await import(pathToFileURL(entry).href)) as { Instrumenter: new (log: object) => Instrumenter }
  const files = mutated.map((name) => ({ name, mutate: true, content: readFileSync(path.join(root, name), 'utf8') }))
  const made = await new Instrumenter(silent).instrument(files, { plugins: null, excludedMutations: [], ignorers: [] })
  for (const { name, content } of made.files) writeFileSync(path.join(target, name), content)
  const contents = new Map(files.map(({ name, content }) => [name, content]))
  return made.mutants.map((mutant) => describe(mutant, contents.get(mutant.fileName) ?? ''))
}

function describe({ id, fileName, mutatorName, replacement, location: { start, end } }: Made, content: string): Mutant {
  const lines = content.split('\n')
  const offset = ({ line, column }: Position) => lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + column
  return {
    id,
    file: fileName,
    line: start.line + 1,
    column: start.column + 1,
    kind: mutatorName,
    was: onOneLine(content.slice(offset(start), offset(end))),
    is: onOneLine(replacement),
  }
}

const onOneLine = (code: string) => code.replace(/\s+/g, ' ').trim()
