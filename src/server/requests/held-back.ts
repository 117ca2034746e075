// A request that lacks the code of whom it is for looks to its partner like any other: on its way, then sent. Nobody ever reads it.
import type { InvitationId } from '../../domain/ids.ts'
import { decideInvitation } from '../../domain/partnership/decide-invitation.ts'
import { record } from '../journal/record.ts'
import { lockInvitation, saveDelivery } from '../partnerships/invitation-store.ts'
import { isRequestHeldBack } from '../partnerships/request-code-store.ts'
import type { NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { SystemWork } from '../work.ts'

const sendings: ReadonlySet<RecordedEvent['kind']> = new Set([
  'request.sent',
  'request.resent',
  'request.revised',
  'request.address_corrected',
])

type Sent = { readonly invitationId: InvitationId }

/** For every request, so that no time tells them apart. */
export function planHeldBack(event: RecordedEvent): readonly NewJob[] {
  if (!('invitationId' in event.data) || !sendings.has(event.kind)) return []
  const payload: Sent = { invitationId: event.data.invitationId }
  return [{ kind: 'note-held-back', payload, uniqueKey: `note-held-back:${event.id}` }]
}

export async function noteHeldBack(work: SystemWork, payload: unknown): Promise<void> {
  const { invitationId } = payload as Sent
  const invitation = (await isRequestHeldBack(work.tx, invitationId)) ? await lockInvitation(work.tx, invitationId) : undefined
  if (!invitation || invitation.email === null || invitation.delivery === 'sent') return
  const decided = decideInvitation(invitation, { kind: 'report_delivery', delivery: 'sent' }, work.now)
  if (decided.kind === 'refused') return
  await saveDelivery(work.tx, invitation.id, 'sent', null)
  for (const event of decided.events) record(work, event)
}
