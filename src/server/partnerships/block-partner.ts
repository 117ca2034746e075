// A customer blocks a partner, on its own or while it declines, ends or reports; and what a blocked partner meets when it asks again.
import type { OrganisationId } from '../../domain/ids.ts'
import { decideBlock } from '../../domain/partnership/block-partner.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Actor } from '../../domain/who-may.ts'
import { record } from '../journal/record.ts'
import type { Work } from '../work.ts'
import { insertBlock, isBlockedFor, isKeptAway, type Reached } from './blocked-store.ts'

type BlockingWork = Pick<Work, 'tx' | 'now' | 'person' | 'events'>

/** In the customer's context. Once more changes nothing. */
export async function blockForCustomer(
  work: BlockingWork,
  partnerId: OrganisationId,
  customerId: OrganisationId,
  by: Actor,
): Promise<void> {
  const isBlocked = await isBlockedFor(work.tx, partnerId, { customerId })
  await block(work, { partnerId, customerId, isBlocked }, by)
}

/** For an address that the person proved, in no organisation's name. */
export async function blockForAddress(work: BlockingWork, partnerId: OrganisationId, emailKey: string): Promise<void> {
  const isBlocked = await isBlockedFor(work.tx, partnerId, { emailKey })
  await block(work, { partnerId, customerId: null, isBlocked, emailKey }, null)
}

type Blocking = Parameters<typeof decideBlock>[0] & { readonly emailKey?: string }

async function block(work: BlockingWork, blocking: Blocking, by: Actor | null): Promise<void> {
  if (blocking.isBlocked) return
  const decided = decideBlock(blocking, 'block', by)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  const { partnerId, customerId, emailKey = '' } = blocking
  await insertBlock(work.tx, partnerId, customerId === null ? { emailKey } : { customerId }, { by: work.person.id, now: work.now })
  for (const event of decided.events) record(work, event)
}

/** Ends a request of a partner that is not wanted there. The partner learns only that it is not possible. */
export async function refuseWhereBlocked({ tx }: Pick<Work, 'tx'>, partnerId: OrganisationId, reached: Reached): Promise<void> {
  if (await isKeptAway(tx, partnerId, reached)) throw new Refusal('blocked')
}
