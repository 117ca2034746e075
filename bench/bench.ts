// npm run bench [-- NAME…]: measures, prints a table for people, and keeps JSON Lines in bench/results/NAME.jsonl.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { benchCsv } from './csv.ts'
import { benchDecide } from './decide.ts'
import type { Bench, Figure } from './figure.ts'
import { benchJournal } from './journal.ts'
import { benchList } from './list.ts'
import { benchStart } from './start.ts'

const benches: Readonly<Record<string, Bench>> = {
  list: benchList,
  csv: benchCsv,
  decide: benchDecide,
  journal: benchJournal,
  start: benchStart,
}

const results = path.join(import.meta.dirname, 'results')
const asked = process.argv.slice(2)
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  const bench = benches[name]
  if (!bench) throw new Error(`There is no bench ${name}: ${Object.keys(benches).join(', ')}`)
  const figures = await bench()
  print(name, figures)
  mkdirSync(results, { recursive: true })
  writeFileSync(path.join(results, `${name}.jsonl`), figures.map((figure) => `${JSON.stringify(figure)}\n`).join(''))
}

function print(name: string, figures: readonly Figure[]): void {
  console.log(`\n${name}`)
  for (const { figure, value, unit, against, ratio } of figures) {
    const compared = against === undefined ? '' : `   ${ratio === undefined ? '' : `${ratio} × `}${against}`
    console.log(`  ${figure.padEnd(30)} ${String(value).padStart(12)} ${unit.padEnd(4)}${compared}`)
  }
}
