// A receipt is complete when every door is closed and every mail about it is on its way: then it is signed and never changes again.
import { setTimeout as pause } from 'node:timers/promises'
import type { DoorsClosed } from '../authorization/doors.ts'
import type { House } from '../house.ts'
import type { ReceiptFacts } from './receipt-facts.ts'
import { findReceipt, isBeingTold, listTold, type StoredReceipt, saveFacts } from './receipts-store.ts'

type Keeper = Pick<House, 'pools' | 'doors' | 'keys' | 'publicUrl'>
export type Completed = {
  readonly receipt: StoredReceipt
  /** When the last door closes at the latest; null when that is not known, or it is closed. */
  readonly latestAt: number | null
}

const lookEveryMs = 10
export const receiptType = 'prokura-receipt+jwt'

/** Waits for what is missing, at most `withinMs`; answers with the receipt as it is then. Undefined when there is none. */
export async function completeReceipt(keeper: Keeper, id: string, withinMs: number): Promise<Completed | undefined> {
  const until = performance.now() + withinMs
  const found = await findReceipt(keeper.pools.system, id)
  if (!found) return undefined
  const { receipt, at } = found
  if (receipt.facts) return { receipt, latestAt: null }
  const doors = await keeper.doors.closed(receipt.position ?? 0, withinMs)
  if (!doors.isClosed) return { receipt, latestAt: doors.at }
  while (await isBeingTold(keeper.pools.system, id)) {
    if (performance.now() >= until) return { receipt, latestAt: null }
    await pause(lookEveryMs)
  }
  const facts = factsOf(receipt, at, doors, await listTold(keeper.pools.system, id))
  const issuedAt = Math.ceil(Date.parse(facts.closedAt) / 1000)
  const claims = { iss: keeper.publicUrl, sub: facts.customer.id, jti: id, iat: issuedAt, receipt: facts }
  await saveFacts(keeper.pools.system, facts, await keeper.keys.sign(claims, receiptType))
  const completed = await findReceipt(keeper.pools.system, id)
  return completed && { receipt: completed.receipt, latestAt: null }
}

const iso = (at: number) => new Date(at).toISOString()

function factsOf(receipt: StoredReceipt, at: number, { doors, at: lastAt }: DoorsClosed, told: ReceiptFacts['told']): ReceiptFacts {
  const { id, customer, partner, partnershipId, revoked, by, visits, tokens, position } = receipt
  return {
    id,
    customer,
    partner,
    partnership: partnershipId,
    revoked,
    by,
    position: position ?? 0,
    at: iso(at),
    closedAt: iso(Math.max(at, lastAt)),
    doors: doors.map((door) => ({ ...door, name: door.kind === 'node' ? '' : door.name, at: iso(Math.max(at, door.at)) })),
    visitsEnded: visits,
    tokensEnded: tokens,
    told,
  }
}

/** The job of the same transaction: a receipt becomes complete also when nobody looks at it. */
export async function completeLater(house: House, payload: unknown): Promise<void> {
  const completed = await completeReceipt(house, (payload as { id: string }).id, jobPatienceMs)
  if (completed && !completed.receipt.facts) throw new Error('a door is still open')
}
const jobPatienceMs = 2_500
