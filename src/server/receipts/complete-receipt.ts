// A receipt is closed when nobody answers any more from an older memory, and complete when every mail about it is on its way: then it is signed
// and never changes again.
import { setTimeout as pause } from 'node:timers/promises'
import type { House } from '../house.ts'
import type { ReceiptFacts } from './receipt-facts.ts'
import { findReceipt, isBeingTold, listTold, type StoredReceipt, saveClosed, saveFacts } from './receipts-store.ts'

type Keeper = Pick<House, 'pools' | 'doors' | 'keys' | 'publicUrl'>
export type Looked = {
  readonly receipt: StoredReceipt
  /** When the last door closes at the latest; null when it is closed. */
  readonly latestAt: number | null
}

export const receiptType = 'prokura-receipt+jwt'
const iso = (at: number) => new Date(at).toISOString()

/** Waits for the last door, at most `withinMs`, and says so at once; a receipt that is closed already is completed if everybody is being told. */
export async function lookAtReceipt(keeper: Keeper, id: string, withinMs: number): Promise<Looked | undefined> {
  const { system } = keeper.pools
  const found = await findReceipt(system, id)
  if (!found) return undefined
  const { receipt, at } = found
  if (receipt.facts) return { receipt, latestAt: null }
  if (receipt.closedAt === null) {
    const { isClosed, at: lastAt, doors } = await keeper.doors.closed(receipt.position ?? 0, withinMs)
    if (!isClosed) return { receipt, latestAt: lastAt }
    // What a node is called is nobody's business outside.
    const shown = doors.map((door) => ({ ...door, name: door.kind === 'node' ? '' : door.name, at: iso(Math.max(at, door.at)) }))
    const closed = { closedAt: iso(Math.max(at, lastAt)), doors: shown }
    if (await saveClosed(system, id, closed)) return { receipt: { ...receipt, ...closed }, latestAt: null }
  }
  if (!(await isBeingTold(system, id))) await complete(keeper, id)
  const now = await findReceipt(system, id)
  return now && { receipt: now.receipt, latestAt: null }
}

async function complete({ pools, keys, publicUrl }: Keeper, id: string): Promise<void> {
  const found = await findReceipt(pools.system, id)
  if (!found || found.receipt.closedAt === null || found.receipt.facts) return
  const facts = factsOf(found.receipt, found.at, await listTold(pools.system, id))
  const claims = {
    iss: publicUrl,
    sub: (facts.customer ?? facts.partner).id,
    jti: id,
    iat: Math.ceil(Date.parse(facts.closedAt) / 1000),
    receipt: facts,
  }
  await saveFacts(pools.system, facts, await keys.sign(claims, receiptType))
}

function factsOf(receipt: StoredReceipt, at: number, told: ReceiptFacts['told']): ReceiptFacts {
  const { id, customer, partner, partnershipId, revoked, by, visits, tokens, waysIn, position, closedAt, doors } = receipt
  return {
    ...{ id, customer, partner, partnership: partnershipId, revoked, by },
    position: position ?? 0,
    at: iso(at),
    closedAt: closedAt ?? iso(at),
    doors: doors ?? [],
    visitsEnded: visits,
    tokensEnded: tokens,
    told,
    ...(waysIn.length > 0 ? { waysIn: waysIn.map(asKept) } : {}),
  }
}

/** What it is now is not what was taken back. */
const asKept = ({ id, kind, name, product, madeBy, closed }: StoredReceipt['waysIn'][number]) => ({
  id,
  kind,
  name,
  product,
  madeBy,
  closed,
})

const patienceMs = 5_000
const lookEveryMs = 50

/** The first job of the same transaction: the instant is noted at once, while other jobs go on. */
export async function closeInPassing(house: House, payload: unknown): Promise<void> {
  const { id } = payload as { id: string }
  const until = performance.now() + patienceMs
  const look = async (): Promise<void> => {
    const looked = await lookAtReceipt(house, id, patienceMs)
    if (!looked || looked.receipt.facts || performance.now() > until || house.closing.aborted) return
    await pause(lookEveryMs)
    return look()
  }
  void look().catch((failure: unknown) => {
    if (!house.closing.aborted) house.log.warn({ err: failure, receipt: id }, 'a receipt could not be completed yet')
  })
}

/** The second one, later: a receipt becomes complete whatever happened to the node that began. */
export async function completeLater(house: House, payload: unknown): Promise<void> {
  const { id } = payload as { id: string }
  await lookAtReceipt(house, id, patienceMs)
  const looked = await lookAtReceipt(house, id, 0)
  if (looked && !looked.receipt.facts) throw new Error('the receipt is not complete yet')
}
