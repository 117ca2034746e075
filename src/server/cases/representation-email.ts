// All members read who represents their organisation from now on, and why.

import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import { findToTellAll } from './representation-email-store.ts'

export async function representationChanged({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'organisation.representation_changed' || !event.customerId) return []
  const { organisation, now, members } = await findToTellAll(tx, event.customerId)
  const content = {
    id: 'representation-changed',
    organisation,
    person: event.detail?.name ?? '',
    why: event.data.why,
    at: now,
    url: `${publicUrl}/o/${event.customerId}/partners`,
  } as const
  return members.map(({ email, language }) => ({ to: email, language, content }))
}
