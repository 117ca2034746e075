// How much is used of a product: figures without an event, because nobody did anything.
import { Refusal } from '../../domain/refusal.ts'
import type { Input } from '../endpoint.ts'
import type { OpenWork } from '../work.ts'
import { about } from './about.ts'
import { saveMailboxUsage, saveSiteUsage } from './contents-store.ts'
import { saveDriveUsage } from './drive-contents-store.ts'
import type { tellUsage as contract } from './products-contract.ts'
import { findProductByReference } from './provider-store.ts'
import { saveServerUsage } from './server-contents-store.ts'

export async function tellUsage(work: OpenWork, { params, body }: Input<typeof contract>): Promise<Record<string, never>> {
  const product = await findProductByReference(work.tx, await about(work, params.number), params.reference)
  if (!product) throw new Refusal('not_found')
  for (const { address, usedMb } of body.mailboxes) {
    const [localPart = '', domain] = address.toLowerCase().split('@')
    if (domain === product.name) await saveMailboxUsage(work.tx, product.id, localPart, usedMb)
  }
  for (const usage of body.sites) await saveSiteUsage(work.tx, product.id, usage)
  if (body.drive) await saveDriveUsage(work.tx, product.id, body.drive)
  if (body.server) await saveServerUsage(work.tx, product.id, body.server, new Date(work.now))
  return {}
}
