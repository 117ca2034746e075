// "Anna Keller is in your account": to those of the customer who wish to hear of it, once for each visit.
import { getOrganisationName } from '../partnerships/mail-reader-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import { findBegun, listToldOfVisits } from './visit-started-store.ts'

export async function visitStarted({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'visit.started' || !event.visitId) return []
  const begun = await findBegun(tx, event.visitId)
  const told = begun ? await listToldOfVisits(tx, begun) : []
  if (!begun || told.length === 0) return []
  const content = {
    id: 'visit-started',
    person: begun.person,
    partner: await getOrganisationName(tx, begun.partnerId),
    customer: await getOrganisationName(tx, begun.customerId),
    at: begun.at,
    url: `${publicUrl}/o/${begun.customerId}/partners/visits`,
  } as const
  return told.map(({ email, language }) => ({ to: email, language, content }))
}
