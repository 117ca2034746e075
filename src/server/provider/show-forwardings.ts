// To which addresses the mailboxes of a product forward: asked by the mail system when a message arrives, so that a forwarding that closed leads nowhere at once.
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { OpenWork } from '../work.ts'
import { about } from './about.ts'
import { listLeading } from './contents-store.ts'
import type { showForwardings as contract } from './products-contract.ts'
import { findProductByReference } from './provider-store.ts'

export async function showForwardings(work: OpenWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const product = await findProductByReference(work.tx, await about(work, params.number), params.reference)
  if (product?.family !== 'mail') throw new Refusal('not_found')
  const leading = await listLeading(work.tx, product.id, work.now)
  const mailboxes = Map.groupBy(leading, ({ localPart }) => localPart)
  return {
    mailboxes: [...mailboxes].map(([localPart, rows]) => ({
      address: `${localPart}@${product.name}`,
      forwardTo: rows.map(({ address }) => address),
    })),
  }
}
