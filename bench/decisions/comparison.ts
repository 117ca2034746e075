// The comparison: the same questions to every engine, in the same run, each in a process of its own, one after the other.
import { arch, cpus, totalmem } from 'node:os'
import { type Chosen, type Figure, rounded } from '../figure.ts'
import type { Measured, Outcome } from './engine-process.ts'
import { bare, engines, ours } from './engines.ts'
import { installPeers } from './peers.ts'
import { runEngine, type Size, sizes } from './run-engine.ts'

type Outcomes = ReadonlyMap<string, Outcome>

export async function compareEngines(chosen: Chosen): Promise<readonly Figure[]> {
  installPeers()
  const names = chosen.engines ?? Object.keys(engines)
  const wanted = sizes.filter(({ label }) => chosen.sizes?.includes(label) ?? true)
  const figures: Figure[] = [machine()]
  const given: Record<string, string> = {}
  for (const size of wanted) {
    const outcomes = new Map<string, Outcome>()
    for (const engine of names) {
      const before = given[engine]
      const outcome: Outcome = before === undefined ? await runEngine(engine, size) : { kind: 'cannot', reason: before }
      if (outcome.kind === 'mismatch') throw new Error(`${engine} at ${size.label} grants ${outcome.detail}`)
      if (outcome.kind === 'cannot') given[engine] ??= `could not at ${size.label}: ${outcome.reason}`
      outcomes.set(engine, outcome)
      console.log(told(engine, size, outcome))
    }
    figures.push(...figuresOf(size.label, outcomes))
  }
  return figures
}

/** On what it was measured, as the table says it. */
function machine(): Figure {
  const [cpu] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const against = [cpu?.model ?? arch(), memory, `Node ${process.versions.node}`, new Date().toISOString().slice(0, 10)].join(', ')
  return { figure: 'machine', value: cpus().length, unit: 'cores', against }
}

function told(engine: string, { label }: Size, outcome: Outcome): string {
  if (outcome.kind !== 'measured')
    return `  ${label} ${engine}: ${outcome.kind === 'cannot' ? `cannot (${outcome.reason})` : outcome.detail}`
  const rates = Object.entries(outcome.measured.ways).map(
    ([way, { perSecond, compared }]) => `${way} ${Math.round(perSecond)}/s, ${compared} compared`,
  )
  return `  ${label} ${rates.join('; ')}`
}

function figuresOf(size: string, outcomes: Outcomes): readonly Figure[] {
  const own = measuredOf(outcomes.get(ours))
  const best = bestPeer(outcomes)
  return [...outcomes].flatMap(([engine, outcome]) => {
    if (outcome.kind === 'cannot')
      return [{ figure: `checks.${size}.${engine}`, value: null, unit: '1/s', against: `cannot: ${outcome.reason}` }]
    const measured = measuredOf(outcome)
    return measured === undefined ? [] : [...checks(size, measured, { own, best }), ...others(size, { engine, measured, own })]
  })
}

type Best = { readonly way: string; readonly perSecond: number } | undefined

function bestPeer(outcomes: Outcomes): Best {
  const peers = [...outcomes].filter(([engine]) => engine !== ours && engine !== bare)
  const ways = peers.flatMap(([, outcome]) => Object.entries(measuredOf(outcome)?.ways ?? {}))
  return ways.map(([way, { perSecond }]) => ({ way, perSecond })).toSorted((one, other) => other.perSecond - one.perSecond)[0]
}

function checks(size: string, { ways }: Measured, { own, best }: { own: Measured | undefined; best: Best }): readonly Figure[] {
  const reference = own?.ways[ours]?.perSecond
  return Object.entries(ways).flatMap(([way, { perSecond, perCpuSecond, p50, p99 }]) => {
    const name = `checks.${size}.${way}`
    const aim =
      way === ours ? against(`the best peer, ${best?.way}; aim 20`, perSecond, best?.perSecond) : against(toOurs(way), perSecond, reference)
    return [
      { figure: name, value: Math.round(perSecond), unit: '1/s', ...aim },
      { figure: `${name}.per_cpu_second`, value: Math.round(perCpuSecond), unit: '1/s' },
      { figure: `${name}.p50`, value: rounded(p50), unit: 'µs' },
      { figure: `${name}.p99`, value: rounded(p99), unit: 'µs' },
    ]
  })
}

const toOurs = (way: string) => (way === bare ? 'the live index; aim at most 2' : 'the live index')

function others(
  size: string,
  { engine, measured, own }: { engine: string; measured: Measured; own: Measured | undefined },
): readonly Figure[] {
  const { held, lists, who, update } = measured
  const isOurs = engine === ours
  const named = (name: string) => (isOurs ? name : `${name}.${engine}`)
  const compared = (value: number, of: (measured: Measured) => number | undefined) =>
    isOurs || !own ? {} : against('the live index', value, of(own))
  const figures: Figure[] = []
  const add = (
    name: string,
    value: number | undefined,
    { unit, of, aim }: { unit: string; of: (one: Measured) => number | undefined; aim?: number },
  ) => {
    if (value === undefined) return
    const aimed = isOurs && aim !== undefined ? against(`aim ${aim} ${unit}`, value, aim) : compared(value, of)
    figures.push({ figure: name, value: rounded(value), unit, ...aimed })
  }
  add(isOurs ? `bytes_per_grant.${size}` : `bytes_per_grant.${size}.${engine}`, held?.bytes, {
    unit: 'B',
    of: (one) => one.held?.bytes,
    aim: 200,
  })
  add(`load.${size}.${engine}`, held?.loadSeconds, { unit: 's', of: (one) => one.held?.loadSeconds })
  add(`update.${size}.${engine}`, update ?? undefined, { unit: 'ms', of: (one) => one.update ?? undefined })
  for (const page of ['first', 'middle'] as const) {
    add(named(`list.${size}.${page}`), lists?.leader[page], { unit: 'ms', of: (one) => one.lists?.leader[page], aim: 1 })
    add(named(`list.${size}.${page}.colleague`), lists?.colleague[page], { unit: 'ms', of: (one) => one.lists?.colleague[page], aim: 1 })
  }
  add(named(`list.${size}.customers`), lists?.leader.customers, { unit: '', of: () => undefined })
  add(named(`who.${size}`), who ?? undefined, { unit: 'ms', of: (one) => one.who ?? undefined })
  return figures
}

function against(what: string, value: number, reference: number | undefined): Pick<Figure, 'against' | 'ratio'> {
  return reference === undefined ? {} : { against: what, ratio: rounded(value / reference) }
}

function measuredOf(outcome: Outcome | undefined): Measured | undefined {
  return outcome?.kind === 'measured' ? outcome.measured : undefined
}
