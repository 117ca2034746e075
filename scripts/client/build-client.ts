// Builds the package that product consoles install: JavaScript for Node 20 and later with its types, from src/client and the parts it needs.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { OperatorError } from '../../src/server/platform/operator-error.ts'

const root = path.resolve(import.meta.dirname, '../..')
const sources = ['src/{client,domain,live-index}/**/*.ts', 'src/client/*.json', 'docs/guide/client.md', 'package-lock.json']
export const builtClient = path.join(root, 'dist/client')

/** Anew only when its sources differ from those it was built from. */
export async function buildClient(directory: string = builtClient): Promise<void> {
  const stamp = path.join(directory, '.sources')
  const wanted = fingerprint()
  if (read(stamp) === wanted) return
  const fresh = `${directory}-${process.pid}`
  const compiler = path.join(root, 'node_modules/@typescript/native/bin/tsc')
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  try {
    await promisify(execFile)(process.execPath, [compiler, '-p', path.join(root, 'src/client/tsconfig.package.json'), '--outDir', fresh])
    copyFileSync(path.join(root, 'src/client/package.json'), path.join(fresh, 'package.json'))
    copyFileSync(path.join(root, 'docs/guide/client.md'), path.join(fresh, 'README.md'))
    copyFileSync(path.join(root, 'LICENSE'), path.join(fresh, 'LICENSE'))
    writeFileSync(path.join(fresh, '.sources'), wanted)
    rmSync(directory, { recursive: true, force: true })
    renameSync(fresh, directory)
  } catch (cause) {
    rmSync(fresh, { recursive: true, force: true })
    const said = (cause as { stdout?: string }).stdout ?? ''
    throw new OperatorError(`The client could not be built: ${said || (cause as Error).message}`, { cause })
  }
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const files = globSync(sources, { cwd: root, exclude: (file) => file.includes('.test.') }).toSorted()
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
