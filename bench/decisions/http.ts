// Remote decisions: one by one against a bare HTTP server in turns, a thousand in one, and strong questions in process. The server is a
// process of its own; this one asks.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { type ProofDatabase, withDatabase } from '../../proof/database.ts'
import { openDecisions } from '../../src/server/authorization/decisions.ts'
import { type Bench, type Figure, median, rounded } from '../figure.ts'
import { type BenchServer, withServer } from '../with-server.ts'
import { given, givenVisit, productsInAll, tokenAt } from './given-visit.ts'
import { type Load, load } from './raw-client.ts'

const rounds = 5
const seconds = 2
const connections = 64
const inBatch = 1_000

export const benchHttp: Bench = () =>
  withDatabase(
    async (database) => {
      await givenVisit(database)
      const strong = await strongChecks(database)
      const remote = await withServer(database.address, async (server) => {
        const token = await tokenAt(server.url, database)
        return [...(await single(server, token)), ...(await batches(server, token))]
      })
      return [...remote, strong]
    },
    { durable: false },
  )

const question = (context: object = {}) => ({
  subject: { type: 'person', id: given.person },
  action: { name: 'manage' },
  resource: { type: 'domain', id: given.product(7) },
  context: { visit: given.visit, ...context },
})

async function single({ url }: BenchServer, token: string): Promise<readonly Figure[]> {
  const bare = fork(path.join(import.meta.dirname, 'bare-server.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [bareUrl] = (await once(bare, 'message')) as [string]
  const asked = (at: string, body: object): Load => ({
    ...{ port: Number(new URL(at).port), path: '/access/v1/evaluation', body: JSON.stringify(body), token, connections },
  })
  const found: { bare: number; strong: number; bounded: number }[] = []
  for (let round = 0; round < rounds; round++) {
    found.push({
      strong: await load(asked(url, question()), seconds),
      bare: await load(asked(bareUrl, question()), seconds),
      bounded: await load(asked(url, question({ consistency: 'bounded' })), seconds),
    })
  }
  bare.disconnect()
  const of = (name: 'bare' | 'strong' | 'bounded') => median(found.map((one) => one[name]))
  const ratio = (name: 'strong' | 'bounded') => rounded(median(found.map((one) => one[name] / one.bare)))
  const against = `a bare Node HTTP server in turns, ${Math.round(of('bare')).toLocaleString('en')}/s, ${connections} connections`
  return [
    { figure: 'http.single', value: Math.round(of('strong')), unit: '/s', against, ratio: ratio('strong') },
    { figure: 'http.single.bounded', value: Math.round(of('bounded')), unit: '/s', against, ratio: ratio('bounded') },
  ]
}

async function batches({ url, cpuSeconds }: BenchServer, token: string): Promise<readonly Figure[]> {
  const { resource: _, ...defaults } = question()
  const evaluations = Array.from({ length: inBatch }, (_, place) => ({
    resource: { type: 'domain', id: given.product(1 + ((place * 7_919) % productsInAll)) },
  }))
  const body = JSON.stringify({ ...defaults, evaluations })
  const asked: Load = { port: Number(new URL(url).port), path: '/access/v1/evaluations', body, token, connections: 4 }
  const found: { perSecond: number; perCpuSecond: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const [since, began] = [cpuSeconds(), performance.now()]
    const perSecond = (await load(asked, seconds)) * inBatch
    const cores = (cpuSeconds() - since) / ((performance.now() - began) / 1_000)
    found.push({ perSecond, perCpuSecond: perSecond / cores })
  }
  const against = `aim 500,000 on one core, ${inBatch.toLocaleString('en')} questions in a request`
  const figure = (name: string, value: number): Figure => ({
    figure: name,
    value: rounded(value),
    unit: '/s',
    against,
    ratio: rounded(value / 500_000),
  })
  return [
    figure('batch.per_second', median(found.map((one) => one.perSecond))),
    figure('batch.per_cpu_second', median(found.map((one) => one.perCpuSecond))),
  ]
}

/** In process, each as new as a look at the head that was sent after it; 256 wait at any moment. */
async function strongChecks({ address }: ProofDatabase): Promise<Figure> {
  const decisions = openDecisions(address)
  const { person, visit } = given
  const about = [{ visit }]
  let asked = 0
  let isOver = false
  const keepAsking = async (first: number) => {
    for (let number = first; !isOver; number += 256) {
      const fresh = await decisions.fresh({ consistency: 'strong' }, about)
      if (fresh === 'stale') {
        await turn() // counts for nothing: on a busy machine a look can take too long
        continue
      }
      const product = given.product(1 + (number % 100))
      if (!fresh.index.isAllowed({ person, action: 'domain.manage', product, visit }, fresh.now)) throw new Error('a question was denied')
      asked++
    }
  }
  const asking = Array.from({ length: 256 }, (_, first) => keepAsking(first))
  await new Promise((done) => setTimeout(done, 1_000))
  const [before, since] = [asked, performance.now()]
  await new Promise((done) => setTimeout(done, seconds * 2_000))
  const perSecond = ((asked - before) * 1_000) / (performance.now() - since)
  isOver = true
  await Promise.all(asking)
  await decisions.stop()
  return { figure: 'checks.strong.256', value: rounded(perSecond), unit: '/s', against: 'aim 200,000', ratio: rounded(perSecond / 200_000) }
}
