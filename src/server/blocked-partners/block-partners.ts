// A customer's list of blocked partners. The partners learn nothing of it.

import { asId } from '../../domain/ids.ts'
import { decideBlock } from '../../domain/partnership/block-partner.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayDo } from '../../domain/who-may.ts'
import { asCustomer } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { blockForCustomer } from '../partnerships/block-partner.ts'
import { liftBlock, listBlocked } from '../partnerships/blocked-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import type { OwnWork } from '../work.ts'
import type { blockPartner as blockContract, listBlockedPartners as listContract, unblockPartner as unblockContract } from './contract.ts'

export async function listBlockedPartners(work: OwnWork): Promise<Answer<typeof listContract>> {
  const rows = await listBlocked(work.tx)
  const mayLift = mayDo('resume', asCustomer(work))
  return {
    blocked: rows.map((row) => ({
      id: row.id,
      partner: { id: row.partnerId, name: row.partnerName },
      of: row.customerId === null ? 'address' : 'organisation',
      by: row.blockedBy,
      at: row.blockedAt.toISOString(),
      mayLift: row.customerId === null || mayLift,
    })),
  }
}

export async function blockPartner(work: OwnWork, { body }: Input<typeof blockContract>): Promise<Record<never, never>> {
  const { organisationId } = work.context
  const partnership = await findPartnershipById(work.tx, asId(body.partnershipId))
  if (!partnership || partnership.customerId !== organisationId) throw new Refusal('not_found')
  await blockForCustomer(work, partnership.partnerId, organisationId, asCustomer(work))
  return {}
}

export async function unblockPartner(work: OwnWork, { params }: Input<typeof unblockContract>): Promise<Record<never, never>> {
  const row = (await listBlocked(work.tx)).find(({ id }) => id === params.block)
  if (!row) throw new Refusal('not_found')
  const { partnerId, customerId } = row
  const lifted = decideBlock({ partnerId, customerId, isBlocked: true }, 'lift', customerId === null ? null : asCustomer(work))
  if (lifted.kind === 'refused') throw new Refusal(lifted.code)
  await liftBlock(work.tx, row.id, { by: work.person.id, now: work.now })
  for (const event of lifted.events) record(work, event)
  return {}
}
