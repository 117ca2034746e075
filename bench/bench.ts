// npm run bench [-- NAME…]: measures, prints a table for people, and keeps JSON Lines in bench/results/NAME.jsonl.
// `decisions` can be asked for less: --sizes 10k,100k --engines live_index,sqlite.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { benchBulk } from './bulk.ts'
import { benchCsv } from './csv.ts'
import { benchDecide } from './decide.ts'
import { writeMeasured } from './decisions/measured-document.ts'
import { benchRevocation } from './decisions/revocation.ts'
import { benchDecisions } from './decisions.ts'
import type { Bench, Figure } from './figure.ts'
import { benchJournal } from './journal.ts'
import { benchList } from './list.ts'
import { benchStart } from './start.ts'
import { benchWeb } from './web.ts'

const benches: Readonly<Record<string, Bench>> = {
  list: benchList,
  bulk: benchBulk,
  csv: benchCsv,
  decide: benchDecide,
  decisions: benchDecisions,
  journal: benchJournal,
  revocation: benchRevocation,
  start: benchStart,
  web: benchWeb,
}

const results = path.join(import.meta.dirname, 'results')
const { values, positionals: asked } = parseArgs({
  args: process.argv.slice(2),
  options: { sizes: { type: 'string' }, engines: { type: 'string' } },
  allowPositionals: true,
})
const chosen = {
  ...(values.sizes === undefined ? {} : { sizes: values.sizes.split(',') }),
  ...(values.engines === undefined ? {} : { engines: values.engines.split(',') }),
}
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  const bench = benches[name]
  if (!bench) throw new Error(`There is no bench ${name}: ${Object.keys(benches).join(', ')}`)
  const figures = await bench(chosen)
  print(name, figures)
  mkdirSync(results, { recursive: true })
  const file = path.join(results, `${name}.jsonl`)
  writeFileSync(file, figures.map((figure) => `${JSON.stringify(figure)}\n`).join(''))
  if (name === 'decisions') writeMeasured(file)
}

function print(name: string, figures: readonly Figure[]): void {
  console.log(`\n${name}`)
  for (const { figure, value, unit, against, ratio } of figures) {
    const compared = against === undefined ? '' : `   ${ratio === undefined ? '' : `${ratio} × `}${against}`
    console.log(`  ${figure.padEnd(44)} ${String(value ?? '–').padStart(12)} ${unit.padEnd(4)}${compared}`)
  }
}
