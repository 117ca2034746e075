// Whose keys open a server: asked by the server each time that somebody comes with one, so that a removed key is closed at once.
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { OpenWork } from '../work.ts'
import { about } from './about.ts'
import type { showSshKeys as contract } from './products-contract.ts'
import { findProductByReference } from './provider-store.ts'
import { listOpeningKeys } from './server-contents-store.ts'

export async function showSshKeys(work: OpenWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const product = await findProductByReference(work.tx, await about(work, params.number), params.reference)
  if (product?.family !== 'server') throw new Refusal('not_found')
  return { keys: [...(await listOpeningKeys(work.tx, product.id, work.now))] }
}
