// npm test: every test, browser journeys included; npm run test:long: every screen under axe, every help article done as written. The last line
// says how many passed and failed.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildWeb } from './start/built-web.ts'

type Report = {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}
type Count = { readonly passed: number; readonly failed: number }

const isLong = process.argv[2] === '--long'
const narrowed = process.argv.slice(isLong ? 3 : 2)
const reports = path.resolve('.cache/reports')
mkdirSync(reports, { recursive: true })

const built = await buildWeb(console.log).then(
  () => true,
  (failure: Error) => {
    console.error(failure.message)
    return false
  },
)
const counts = [
  built ? none() : failure(),
  ...(isLong
    ? [await run('long', ['--project', 'long'])]
    : [await run('fast', ['--project', 'unit', '--project', 'database']), await run('e2e', ['--project', 'e2e'])]),
]
const total = counts.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }))
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

async function run(name: string, options: readonly string[]): Promise<Count> {
  const report = path.join(reports, `${name}.json`)
  rmSync(report, { force: true })
  const reporting = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests']
  const code = await vitest(['run', ...options, ...reporting, ...narrowed])
  const count = countIn(report)
  return code !== 0 && count.failed === 0 ? failure(count.passed) : count
}

function vitest(args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve) => child.on('close', resolve))
}

/** A file that could not even be read as tests counts as one failure. */
function countIn(report: string): Count {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
    const statuses = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status))
    const unreadable = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    )
    const of = (status: string) => statuses.filter((each) => each === status).length
    return { passed: of('passed'), failed: of('failed') + unreadable.length }
  } catch {
    return none()
  }
}

function none(): Count {
  return { passed: 0, failed: 0 }
}

function failure(passed = 0): Count {
  return { passed, failed: 1 }
}
