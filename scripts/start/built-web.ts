// The web application, built anew only when its sources differ from those it was built from.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { OperatorError } from '../../src/server/platform/operator-error.ts'

const sources = [
  'index.html',
  'vite.config.ts',
  'vite.drawing.config.ts',
  'vite.gallery.config.ts',
  'scripts/start/{chunks,compressed-assets,early-files,lean-contracts,screens}.ts',
  'package-lock.json',
  'src/{web,domain,client,locales}/**/*.*',
  'src/server/**/*contract*.ts',
  'src/server/drawing/first-questions.ts',
  'src/server/mails/typeset.ts',
]
/** `gallery` is the application with the gallery of its components, `galleryPage` the gallery without the application. */
const places = {
  production: path.resolve('dist/web'),
  gallery: path.resolve('dist/gallery'),
  galleryPage: path.resolve('dist/gallery-page'),
} as const

export async function buildWeb(say: (progress: string) => void, mode: keyof typeof places = 'production'): Promise<string> {
  const built = places[mode]
  const wanted = fingerprint()
  if (read(path.join(built, '.sources')) === wanted) return built
  say(mode === 'galleryPage' ? 'Building the gallery …' : 'Building the web application …')
  const fresh = path.resolve(`${built}-${process.pid}`)
  try {
    if (mode === 'galleryPage') await vite(['--outDir', fresh, '--config', 'vite.gallery.config.ts'])
    else {
      await vite(['--mode', mode, '--outDir', fresh])
      await vite(['--mode', mode, '--outDir', path.join(fresh, 'drawing'), '--config', 'vite.drawing.config.ts'])
    }
    writeFileSync(path.join(fresh, '.sources'), wanted)
    rmSync(built, { recursive: true, force: true })
    renameSync(fresh, built)
  } catch (cause) {
    rmSync(fresh, { recursive: true, force: true })
    const said = (cause as { stderr?: string }).stderr ?? ''
    throw new OperatorError(`The web application could not be built: ${said || (cause as Error).message}`, { cause })
  }
  return built
}

function vite(args: readonly string[]): Promise<unknown> {
  const program = path.resolve('node_modules/vite/bin/vite.js')
  return promisify(execFile)(process.execPath, [program, 'build', '--logLevel', 'warn', ...args], {
    maxBuffer: 2 ** 26,
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const files = globSync(sources, { exclude: (file) => file.includes('.test.') }).toSorted()
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
