// Mails of a hand-over: to both partners, each about its own part.
import { lastDayOf } from '../partnerships/calendar.ts'
import { findListed, getOrganisationName, listAssignedReaders, listMailReaders } from '../partnerships/mail-reader-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'

export async function handoverPlanned(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'handover.planned' && event.kind !== 'handover.called_off') return []
  const { tx, publicUrl } = reacting
  const partnership = event.partnershipId && (await findPartnershipById(tx, event.partnershipId))
  if (!partnership) return []
  const { role, otherPartnerId } = event.data
  const content = {
    id: 'handover',
    customer: await getOrganisationName(tx, partnership.customerId),
    role,
    other: otherPartnerId === null ? null : await getOrganisationName(tx, otherPartnerId),
    on: event.kind === 'handover.planned' ? lastDayOf(event.data.endsAt) : null,
    url: `${publicUrl}/o/${partnership.partnerId}/customers/${(await findListed(tx, { partnershipId: partnership.id }))?.id ?? partnership.id}`,
  } as const
  const leaders = await listMailReaders(tx, partnership.partnerId, ['legal_representative', 'administrator'])
  const assigned = await listAssignedReaders(tx, partnership.partnerId, partnership.id)
  const others = assigned.filter(({ personId }) => !leaders.some((leader) => leader.personId === personId))
  return [...leaders, ...others].map(({ email, language }) => ({ to: email, language, content }))
}
