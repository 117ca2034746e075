// npm run check: types, lint, unit and database tests, generated files. Says one line for each, and the whole output of what failed.
import { spawn } from 'node:child_process'
import path from 'node:path'

type Step = { readonly name: string; readonly command: readonly string[] }

const module = (file: string) => path.resolve('node_modules', file)
const node = (...command: readonly string[]) => [process.execPath, ...command]

const lanes: readonly (readonly Step[])[] = [
  [{ name: 'tests', command: node(module('vitest/vitest.mjs'), 'run', '--project', 'unit', '--project', 'database') }],
  [
    { name: 'types', command: node(module('@typescript/native/bin/tsc'), '-b') },
    { name: 'format and lint', command: node(module('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings') },
    { name: 'promises, cycles', command: node(module('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings') },
    { name: 'generated files', command: node('scripts/generate.ts', '--check') },
  ],
]

const results = await Promise.all(lanes.map(runInTurn))
process.exitCode = results.every((passed) => passed) ? 0 : 1

async function runInTurn(steps: readonly Step[]): Promise<boolean> {
  let passed = true
  for (const step of steps) passed = (await run(step)) && passed
  return passed
}

async function run({ name, command }: Step): Promise<boolean> {
  const began = performance.now()
  const { code, output } = await execute(command)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (code !== 0) console.log(output.trim())
  return code === 0
}

function execute([program = '', ...args]: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } })
    let output = ''
    const add = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', add)
    child.stderr.on('data', add)
    child.on('close', (code) => resolve({ code, output }))
  })
}
