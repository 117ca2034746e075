// docs/decisions-measured.md, made from the JSON Lines of the last whole run: every number in it was measured, none typed.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Figure } from '../figure.ts'
import { bare, ours } from './engines.ts'
import { sizes } from './run-engine.ts'

const document = path.join(import.meta.dirname, '../../docs/decisions-measured.md')

/** Written only when every size was measured. */
export function writeMeasured(file: string): void {
  const figures = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Figure)
  const isWhole = sizes.every(({ label }) => figures.some(({ figure, value }) => figure === `checks.${label}.${ours}` && value !== null))
  if (isWhole) writeFileSync(document, textOf(figures))
}

function textOf(figures: readonly Figure[]): string {
  const machine = figures.find(({ figure }) => figure === 'machine')
  return [
    '# Decisions, measured\n',
    'Written by `npm run bench -- decisions`; what each engine is and in which shape it is asked stands at the top of its file in `bench/decisions/`.\n',
    `Measured on ${machine?.value} ${machine?.unit} of ${machine?.against}. All engines answered the same stream of questions, in the same run, each in a`,
    'process of its own; each was first compared with the domain’s own `decide` and would have ended the run with one wrong answer.',
    'The question, by external ids except for the bare anchor: *may this person do this on this product of this customer, under this partnership, now?*\n',
    ...sizes.flatMap(({ label }) => [`## ${label} grants\n`, ...checksTable(figures, label), '', ...othersTable(figures, label), '']),
    ...cannotList(figures),
  ].join('\n')
}

function checksTable(figures: readonly Figure[], size: string): readonly string[] {
  const found = figures.filter(
    ({ figure, value }) => value !== null && figure.startsWith(`checks.${size}.`) && figure.split('.').length === 3,
  )
  const of = (way: string, part: string) => figures.find(({ figure }) => figure === `checks.${size}.${way}.${part}`)?.value
  const reference = found.find(({ figure }) => figure === `checks.${size}.${ours}`)?.value ?? null
  const rows = found.map(({ figure, value }) => {
    const way = figure.split('.')[2] ?? ''
    const cells = [
      number(value),
      compared(value, reference, way),
      number(of(way, 'per_cpu_second')),
      number(of(way, 'p50')),
      number(of(way, 'p99')),
    ]
    return row([way.replaceAll('_', ' '), ...cells])
  })
  return [row(['asked of', 'checks/s', 'against the live index', 'checks per CPU second', 'p50 µs', 'p99 µs']), rule(6), ...rows]
}

function othersTable(figures: readonly Figure[], size: string): readonly string[] {
  const value = (name: string) => figures.find(({ figure }) => figure === name)?.value
  const engines = [
    ...new Set(figures.map(({ figure }) => new RegExp(`^load\\.${size}\\.(\\w+)$`).exec(figure)?.[1]).filter((name) => name !== undefined)),
  ]
  const customers = value(`list.${size}.customers`)
  const rows = engines.map((engine) => {
    const end = engine === ours ? '' : `.${engine}`
    const names = [`bytes_per_grant.${size}${end}`, `load.${size}.${engine}`, `update.${size}.${engine}`]
    const walks = [`list.${size}.first${end}`, `list.${size}.middle${end}`, `who.${size}${end}`]
    return row([engine.replaceAll('_', ' '), ...[...names, ...walks].map((name) => number(value(name)))])
  })
  const lists = [`first 50 of ${number(customers)} customers, ms`, 'from the middle, ms', 'who can see it, ms']
  return [row(['held by', 'bytes per grant', 'load s', 'grant changed ms', ...lists]), rule(7), ...rows]
}

function cannotList(figures: readonly Figure[]): readonly string[] {
  const cannot = figures
    .filter(({ value }) => value === null)
    .map(({ figure, against }) => `- ${figure.split('.').slice(1).join(', ')}: ${against}`)
  return cannot.length === 0 ? [] : ['## Not measured\n', ...cannot, '']
}

function compared(value: number | null, reference: number | null, way: string): string {
  if (value === null || reference === null || way === ours) return way === ours ? '1' : '–'
  return way === bare || value > reference ? `${number(value / reference)} × as many` : `1/${number(reference / value)}`
}

function number(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–'
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const rule = (columns: number) => `|---${'|--:'.repeat(columns - 1)}|`
