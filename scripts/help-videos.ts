// npm run help-videos [-- LANGUAGE… | --all]: walks the help articles as their test does and films them into DATA_DIR/help-videos, English unless said.
import { spawn } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { languages } from '../src/domain/language.ts'
import { readConfig } from '../src/server/config.ts'
import { videosDirectory } from '../src/server/help/help-videos.ts'
import { buildWeb } from './start/built-web.ts'

const { values, positionals } = parseArgs({ options: { all: { type: 'boolean' } }, allowPositionals: true })
const wanted = values.all ? languages : positionals.length > 0 ? positionals : ['en']
const unknown = wanted.filter((language) => !languages.some((known) => known === language))
if (unknown.length > 0) {
  console.error(`No help in ${unknown.join(', ')}: take some of ${languages.join(', ')}, or --all`)
  process.exit(2)
}
const directory = videosDirectory(readConfig().dataDirectory)
await buildWeb(console.log)
for (const language of wanted) {
  console.log(`Filming the help in ${language} …`)
  if ((await walk(language)) !== 0) process.exitCode = 1
  const films = globSync(path.join(directory, language, '*.webm'))
  const bytes = films.reduce((sum, film) => sum + statSync(film).size, 0)
  console.log(`${films.length} films, ${(bytes / 1e6).toFixed(1)} MB, in ${path.join(directory, language)}`)
}

/** Each language has the demo story to itself. */
function walk(language: string): Promise<number | null> {
  const env = { ...process.env, HELP_VIDEOS: directory, HELP_LANGUAGE: language }
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'long', 'tests/long/help.test.ts', '--testTimeout', '600000']
  const child = spawn(process.execPath, args, { stdio: 'inherit', env })
  return new Promise((resolve) => child.on('close', resolve))
}
