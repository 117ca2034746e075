// Whoever took something back reads its receipts: one, while it is still being completed; the latest of a partnership; and one as a file to keep.
import { Refusal } from '../../domain/refusal.ts'
import { type Answer, FileAnswer, type Input, LaterAnswer } from '../endpoint.ts'
import type { OwnWork } from '../work.ts'
import { lookAtReceipt } from './complete-receipt.ts'
import type { downloadReceipt as downloadContract, listReceipts as listContract, getReceipt as receiptContract } from './contract.ts'
import { shown } from './receipt-facts.ts'
import { listOwnReceipts, type StoredReceipt } from './receipts-store.ts'

type Shown = Answer<typeof receiptContract>
const patienceMs = 1_500

export async function getReceipt(work: OwnWork, { params }: Input<typeof receiptContract>): Promise<Shown | LaterAnswer<Shown>> {
  const receipt = await ownReceipt(work, params.receipt)
  const reader = work.person.id
  if (receipt.facts) return shown(receipt, reader)
  return new LaterAnswer(async (house) => {
    const looked = await lookAtReceipt(house, receipt.id, patienceMs)
    return looked ? shown(looked.receipt, reader, looked.latestAt) : shown(receipt, reader)
  })
}

export async function listReceipts(work: OwnWork, { query }: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const receipts = await listOwnReceipts(work.tx, {
    organisationId: work.context.organisationId,
    partnershipId: query.partnership,
    side: query.side,
  })
  return { receipts: receipts.map((receipt) => shown(receipt, work.person.id)) }
}

export async function downloadReceipt(work: OwnWork, { params, query }: Input<typeof downloadContract>): Promise<FileAnswer> {
  const { signed, facts } = await ownReceipt(work, params.receipt)
  if (signed === null) throw new Refusal('not_found')
  const [type, text] =
    query.form === 'jws' ? ['application/jose', signed] : ['application/json', `${JSON.stringify({ ...facts, signed }, undefined, 2)}\n`]
  return new FileAnswer(`receipt-${params.receipt}.${query.form}`, type, async function* () {
    yield text
  })
}

async function ownReceipt({ tx, context }: OwnWork, id: string): Promise<StoredReceipt> {
  const [receipt] = await listOwnReceipts(tx, { organisationId: context.organisationId, id })
  if (!receipt) throw new Refusal('not_found')
  return receipt
}
