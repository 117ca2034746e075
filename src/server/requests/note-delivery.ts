// What the mail server said about a request: delivered, or refused for good, which its sender is told.
import { decideInvitation } from '../../domain/partnership/decide-invitation.ts'
import { record } from '../journal/record.ts'
import { lockInvitation, saveDelivery } from '../partnerships/invitation-store.ts'
import type { Delivery } from '../platform/mail.ts'
import type { Mail } from '../reaction.ts'
import type { SystemWork } from '../work.ts'

export async function noteDelivery(work: SystemWork, mail: Mail, delivery: Delivery): Promise<void> {
  if (mail.about === undefined || mail.content.id !== 'request-received') return
  const invitation = await lockInvitation(work.tx, mail.about.invitationId)
  // The address was corrected meanwhile: what became of the mail before says nothing any more.
  // What becomes of it at a customer number stays untold: it would say whether there is such a customer.
  if (!invitation || invitation.email !== mail.to) return
  const isSent = delivery.kind === 'sent'
  if (invitation.delivery === 'sent' && isSent) return
  const report = isSent
    ? ({ kind: 'report_delivery', delivery: 'sent' } as const)
    : ({ kind: 'report_delivery', delivery: 'not_delivered', reason: delivery.reason } as const)
  const decided = decideInvitation(invitation, report, work.now)
  if (decided.kind === 'refused') return
  await saveDelivery(work.tx, invitation.id, report.delivery, isSent ? null : delivery.reason)
  for (const event of decided.events) record(work, event)
}
