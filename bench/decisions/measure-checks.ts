// One way of asking an engine: compared with what is right, then asked in rounds, then timed question by question.
// Rounds are short and many; those in which the machine took the processor away for something else do not count, unless nearly all were such.
import { median } from '../figure.ts'
import { cpuSeconds } from './cpu.ts'
import type { Way } from './engine.ts'
import { isAllowed } from './oracle.ts'
import { described, freshRequests, type Request, type Requests } from './requests.ts'
import type { World } from './world.ts'

export type Checks = {
  readonly perSecond: number
  readonly perCpuSecond: number
  /** In microseconds, of one question, or of a whole batch. */
  readonly p50: number
  readonly p99: number
  /** With how many right answers it was compared. */
  readonly compared: number
}

export class Mismatch extends Error {}

const compareMs = 1_500
const warmUpMs = 600
const roundMs = 4
const roundsMs = 2_500
const mostRounds = 401
const fewestRounds = 5
const timedMs = 600
/** Questions in one round, and in one comparison. */
const most = 200_000
const mostCompared = 20_000
const fewestCompared = 20
const fewest = 4

type Asking = { readonly requests: Requests; readonly way: Way }

export async function measureChecks(world: World, asking: Asking, processes: readonly number[]): Promise<Checks> {
  const compared = await compare(world, asking)
  const perMs = await warmUp(asking)
  const count = countFor(asking.way, perMs * roundMs)
  const began = performance.now()
  const rounds: { readonly wall: number; readonly isDisturbed: boolean }[] = []
  let cpu = 0
  while (rounds.length < fewestRounds || (rounds.length < mostRounds && performance.now() - began < roundsMs)) {
    const from = rounds.length * count
    const fresh = textsFor(asking, from, count)
    const cpuBefore = cpuSeconds(processes)
    const switches = process.resourceUsage().involuntaryContextSwitches
    const start = performance.now()
    await askAll(asking, fresh, from)
    const wall = (performance.now() - start) / 1000
    cpu += cpuSeconds(processes) - cpuBefore
    rounds.push({ wall, isDisturbed: process.resourceUsage().involuntaryContextSwitches > switches })
  }
  const times = await timeEach(asking, countFor(asking.way, perMs * timedMs))
  const microseconds = (part: number) => (times[Math.floor(times.length * part)] ?? Number.NaN) * 1000
  const quiet = rounds.filter(({ isDisturbed }) => !isDisturbed)
  const counted = quiet.length < fewestRounds ? rounds : quiet
  return {
    perSecond: (count * counted.length) / counted.reduce((sum, { wall }) => sum + wall, 0),
    perCpuSecond: (count * rounds.length) / cpu,
    p50: microseconds(0.5),
    p99: microseconds(0.99),
    compared,
  }
}

async function compare(world: World, { requests, way }: Asking): Promise<number> {
  const began = performance.now()
  const step = way.kind === 'batch' ? way.size : fewest
  let place = 0
  while (place < mostCompared && (place < fewestCompared || performance.now() - began < compareMs)) {
    const answers = await askAll({ requests, way }, freshRequests(requests, place, step), place)
    for (const [index, answer] of answers.entries()) {
      if (answer === isAllowed(world, requests, place + index)) continue
      throw new Mismatch(`answers ${answer ? 'yes' : 'no'} to ${described(requests, place + index)}`)
    }
    place += step
  }
  return place
}

/** How many questions it then answers in a millisecond. */
async function warmUp(asking: Asking): Promise<number> {
  const rates: number[] = []
  for (let count = countFor(asking.way, 1), spent = 0; spent < warmUpMs; count = countFor(asking.way, Math.min(most / 4, count * 2))) {
    const fresh = textsFor(asking, 0, count)
    const began = performance.now()
    await askAll(asking, fresh, 0)
    const took = performance.now() - began
    spent += took
    rates.push(count / took)
  }
  return median(rates.slice(-5))
}

/** Whole batches, within bounds. */
function countFor(way: Way, wanted: number): number {
  const step = way.kind === 'batch' ? way.size : 1
  return Math.ceil(Math.min(most, Math.max(fewest, wanted)) / step) * step
}

function textsFor({ requests, way }: Asking, from: number, count: number): readonly Request[] {
  if (way.kind !== 'in_process' || !way.isAskedByPlace) return freshRequests(requests, from, count)
  return new Array<Request>(count).fill(nothing)
}

const nothing: Request = { person: '', customer: '', partnership: '', product: '', right: '' }

async function askAll({ requests, way }: Asking, fresh: readonly Request[], from: number): Promise<readonly boolean[]> {
  switch (way.kind) {
    case 'in_process':
      return askInTurn(way.check, fresh, { from, of: requests.count })
    case 'remote': {
      const answers = new Array<boolean>(fresh.length)
      let next = 0
      const ask = async () => {
        for (let index = next++; index < fresh.length; index = next++) {
          answers[index] = await way.check(fresh[index] ?? nothing, (from + index) % requests.count)
        }
      }
      await Promise.all(Array.from({ length: way.inFlight }, ask))
      return answers
    }
    case 'batch': {
      const answers: boolean[] = []
      for (let index = 0; index < fresh.length; index += way.size)
        answers.push(...(await way.checkAll(fresh.slice(index, index + way.size))))
      return answers
    }
  }
}

type InTurn = (request: Request, place: number) => boolean

function askInTurn(check: InTurn, fresh: readonly Request[], { from, of }: { from: number; of: number }): boolean[] {
  const answers = new Array<boolean>(fresh.length)
  let place = from % of
  for (let index = 0; index < fresh.length; index++) {
    answers[index] = check(fresh[index] ?? nothing, place)
    if (++place === of) place = 0
  }
  return answers
}

/** Milliseconds of each question, in order; what reading the clock takes is in them. */
async function timeEach({ requests, way }: Asking, count: number): Promise<Float64Array> {
  const fresh = textsFor({ requests, way }, count, count)
  const step = way.kind === 'batch' ? way.size : 1
  const times = new Float64Array(Math.ceil(count / step))
  for (let index = 0; index < count; index += step) {
    const began = performance.now()
    const place = (count + index) % requests.count
    if (way.kind === 'batch') await way.checkAll(fresh.slice(index, index + step))
    else if (way.kind === 'remote') await way.check(fresh[index] ?? nothing, place)
    else way.check(fresh[index] ?? nothing, place)
    times[index / step] = performance.now() - began
  }
  return times.sort()
}
