// What a link into a folder opens: asked by the drive each time that somebody comes with one, so that an ended link is closed at once.
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { OpenWork } from '../work.ts'
import { findOpenLink } from './drive-contents-store.ts'
import type { showDriveLink as contract } from './products-contract.ts'

export async function showDriveLink(work: OpenWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const link = await findOpenLink(work.tx, Buffer.from(params.reference, 'hex'), work.now)
  if (!link) throw new Refusal('not_found')
  return { ...link }
}
