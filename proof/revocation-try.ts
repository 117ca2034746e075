// One revocation, watched from both nodes: when the last answer from memory, page, visit and token was still open, counted from the answer to whoever
// asked for it.
import type { Asked } from '../src/live-index/asked.ts'
import { authenticate, givenToken, isTokenLiving, type Lane, signIn, type World } from '../tests/given-revocation-world.ts'
import { call, type Revocation, type Try } from '../tests/given-revocations.ts'
import type { ProofDatabase } from './database.ts'
import type { ProofNode } from './nodes.ts'

export type Stage = {
  readonly database: ProofDatabase
  readonly world: World
  readonly nodes: readonly ProofNode[]
  readonly console: string
}
export type Seen = {
  readonly kind: string
  /** Strong checks that began after the answer and allowed: there must be none. */
  readonly violations: number
  readonly strongChecks: number
  /** Milliseconds after the answer; 0 when it was closed before. */
  readonly bounded: number
  readonly page: number | undefined
  readonly visit: number
  readonly token: number | undefined
  readonly receipt: number | undefined
}

const patienceMs = 5_000

export async function tryOnce(
  stage: Stage,
  { lane, revocation, turn }: { lane: Lane; revocation: Revocation; turn: number },
): Promise<Seen> {
  const { database, world, nodes, console } = stage
  const here = nodes[turn % nodes.length] as ProofNode
  const there = nodes[(turn + 1) % nodes.length] as ProofNode
  const anna = await signIn(database, lane.collaborator)
  await authenticate(database, lane.ruth)
  await authenticate(database, world.petra)
  const about = { database, world, lane, anna, url: here.url }
  await revocation.prepare?.(about)
  const visit = String((await call('POST', `${there.url}/api/c/${lane.partnership}/visit`, anna, {}))['id'])
  const tried: Try = { ...about, visit }
  const asked: Asked = { person: anna.person, action: 'domain.manage', product: lane.product, visit }
  const before = await Promise.all(nodes.map((node) => node.check(asked, 'strong')))
  if (before.some((said) => said !== 'allowed')) throw new Error(`nothing to take away before “${revocation.name}”: ${before.join(', ')}`)
  const jti = await givenToken(database, { lane, anna, visit, console })
  const page = openPage(there.url, lane.partnership, anna.token)
  await page.opened
  const probes = nodes.map((node) => watch(node, asked))
  const answer = await revocation.revoke(tried)
  const answeredAt = performance.now()
  const thrice = [0, 1, 2]
  const [strong, visitAt, tokenLiving, receipt] = await Promise.all([
    Promise.all(nodes.flatMap((node) => thrice.map(() => node.check(asked, 'strong')))),
    refusedAt(there, { lane, token: anna.token, revocation }),
    isTokenLiving(database, jti),
    closedAt(there, tried, answer),
  ])
  const bounded = Math.max(...(await Promise.all(probes.map((probe) => probe.end()))))
  const closedPage = revocation.keeps === 'visit' ? undefined : await page.closed
  page.leave()
  const after = (at: number) => Math.max(0, at - answeredAt)
  const seen: Seen = {
    kind: revocation.name,
    violations: strong.filter((said) => said === 'allowed').length,
    strongChecks: strong.length,
    bounded: after(bounded),
    page: closedPage === undefined ? undefined : after(closedPage),
    visit: after(visitAt),
    token: revocation.keeps === 'visit' || revocation.name === 'the operator suspends' ? undefined : tokenLiving ? Infinity : 0,
    receipt: receipt === undefined ? undefined : after(receipt),
  }
  await revocation.giveBack(tried)
  return seen
}

/** Asks for answers from memory, one after the other, and remembers when the last one allowed. */
function watch(node: ProofNode, asked: Asked): { end: () => Promise<number> } {
  let ending = false
  const running = (async () => {
    let lastAllowedAt = 0
    let deniedInARow = 0
    let endingAt = Infinity
    while (!(ending && deniedInARow >= 3)) {
      const said = await node.check(asked, 'bounded')
      if (said === 'allowed') lastAllowedAt = performance.now()
      deniedInARow = said === 'allowed' ? 0 : deniedInARow + 1
      if (ending && endingAt === Infinity) endingAt = performance.now()
      if (performance.now() - endingAt > patienceMs) throw new Error('an answer from memory goes on allowing')
    }
    return lastAllowedAt
  })()
  return {
    end: () => {
      ending = true
      return running
    },
  }
}

/** The first refusal of what was taken away, by a request of the visitor on the other node. */
async function refusedAt(
  node: ProofNode,
  { lane, token, revocation }: { readonly lane: Lane; readonly token: string; readonly revocation: Revocation },
): Promise<number> {
  const until = performance.now() + patienceMs
  for (;;) {
    const began = performance.now()
    const shell = await fetch(`${node.url}/api/c/${lane.partnership}/shell`, { headers: { cookie: `__Host-session=${token}` } })
    const { rights } = (await shell.json()) as { rights?: readonly string[] }
    if (revocation.keeps === 'visit' ? !rights?.includes('domain.manage') : !shell.ok) return began
    if (began > until) return Infinity
  }
}

/** When the receipt said, to whoever asked at once and whose it is, that everything is closed. */
async function closedAt(node: ProofNode, tried: Try, { receipt }: Record<string, unknown>): Promise<number | undefined> {
  if (typeof receipt !== 'object' || receipt === null || !('id' in receipt)) return undefined
  const [organisation, reader] = await readerOf(tried, String(receipt.id))
  const until = performance.now() + patienceMs
  while (performance.now() < until) {
    const answer = await call('GET', `${node.url}/api/o/${organisation}/receipts/${String(receipt.id)}`, reader)
    if (answer['closedAt'] !== null) return performance.now()
  }
  return Infinity
}

/** A partner that takes something from its own people keeps the receipt. */
async function readerOf({ database, world, lane }: Try, receipt: string) {
  const { rows } = await database.owner.query<{ partner: string | null }>('select partner_id as partner from receipt where id = $1', [
    receipt,
  ])
  return rows[0]?.partner ? ([world.partner, world.petra] as const) : ([lane.customer, lane.ruth] as const)
}

function openPage(url: string, partnership: string, token: string) {
  const closing = new AbortController()
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const closed = (async () => {
    const response = await fetch(`${url}/api/c/${partnership}/live`, {
      headers: { cookie: `__Host-session=${token}` },
      signal: closing.signal,
    })
    let text = ''
    for await (const chunk of response.body ?? []) {
      open()
      text += Buffer.from(chunk).toString()
      if (text.includes('event: visit-ended')) return performance.now()
    }
    return performance.now()
  })().catch(() => Infinity)
  return { opened, closed: Promise.race([closed, late(closing.signal)]), leave: () => closing.abort() }
}

const late = (signal: AbortSignal) =>
  new Promise<number>((resolve) => {
    const timer = setTimeout(() => resolve(Infinity), 2 * patienceMs)
    signal.addEventListener('abort', () => clearTimeout(timer))
  })
