// All members read that somebody else is to represent their organisation, and then who does, and why.
import type { RepresentationReason } from '../../domain/case.ts'
import type { OrganisationId } from '../../domain/ids.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import { findToTellAll } from './representation-email-store.ts'
import { findCase } from './store.ts'

/** Before anybody is appointed: sensitive rights rest from now on, and who knows better can say so in time. */
export async function representationAsked(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const asked = event.kind === 'case.opened' ? (await findCase(reacting.tx, event.data.caseId))?.representation : undefined
  if (!asked || !event.customerId) return []
  return tellAll(reacting, event.customerId, { stage: 'asked', person: asked.name, why: asked.why })
}

export async function representationChanged(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'organisation.representation_changed' || !event.customerId) return []
  return tellAll(reacting, event.customerId, { stage: 'appointed', person: event.detail?.name ?? '', why: event.data.why })
}

type Told = { readonly stage: 'asked' | 'appointed'; readonly person: string; readonly why: RepresentationReason }

async function tellAll({ tx, publicUrl }: Reacting, customerId: OrganisationId, told: Told): Promise<readonly Mail[]> {
  const { organisation, now, members } = await findToTellAll(tx, customerId)
  const content = {
    ...told,
    id: 'representation-changed',
    organisation,
    at: now,
    url: `${publicUrl}/o/${customerId}/partners`,
  } as const
  return members.map(({ email, language }) => ({ to: email, language, content }))
}
