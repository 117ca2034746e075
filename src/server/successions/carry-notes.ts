// Whoever follows goes on with what the one before knew: its own reference, tags and note of the customer go along, once the customer said yes.
import type { PartnershipId } from '../../domain/ids.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import { record } from '../journal/record.ts'
import { lockNotes, saveNotes, saveReference } from '../partnerships/notes-store.ts'
import { lockPartnership } from '../partnerships/partnership-store.ts'
import { findGranted } from '../partnerships/succession-store.ts'
import type { NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { SystemWork } from '../work.ts'
import { findNotes } from './store.ts'

/** As many as a partner may give. */
const mostTags = 30

type Handed = { readonly from: PartnershipId; readonly to: PartnershipId }

/** partnership.handed_over: perhaps in a succession. */
export function planNotes(event: RecordedEvent): readonly NewJob[] {
  if (event.kind !== 'partnership.handed_over' || event.partnershipId === undefined) return []
  const payload: Handed = { from: event.partnershipId, to: event.data.toPartnershipId }
  return [{ kind: 'carry-notes', payload, uniqueKey: `carry-notes:${payload.from}` }]
}

/** What the successor noted itself stays. */
export async function carryNotes(work: SystemWork, payload: unknown): Promise<void> {
  const { from, to } = payload as Handed
  const question = await findGranted(work.tx, from, to)
  const partnership = question && (await lockPartnership(work.tx, to))
  const before = await findNotes(work.tx, from)
  const listed = await findNotes(work.tx, to)
  if (!question || !partnership || !before || !listed) return
  await asTenant(work.tx, question.successorId, async () => {
    const own = await lockNotes(work.tx, listed.id)
    if (!own) return
    const reference = own.reference ?? before.reference
    const tags = [...new Set([...own.tags, ...before.tags])].slice(0, mostTags)
    const note = own.note ?? before.note
    if (reference === own.reference && tags.length === own.tags.length && note === own.note) return
    if (reference !== own.reference) await saveReference(work.tx, { invitation: undefined, partnership }, reference)
    await saveNotes(work.tx, listed.id, { reference, tags, note })
    record(work, {
      kind: 'managed_customer.noted',
      readers: [question.successorId],
      ...{ partnershipId: to, customerId: question.customerId },
      data: { managedCustomerId: listed.id },
      detail: { reference: reference ?? '', tags: tags.join(', ') },
    })
  })
}
