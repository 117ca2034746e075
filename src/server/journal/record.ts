// No record, no change: a use case records what happened, and the transaction is sealed with it.
import type { DomainEvent } from '../../domain/event.ts'
import type { AnyWork, SignedIn } from '../work.ts'
import type { Entry } from './seal.ts'

/** Call it once for each thing that happened, in order. Journal and reactions are written when the transaction is sealed. */
export function record(work: Pick<AnyWork, 'events'>, event: DomainEvent): void {
  work.events.push(event)
}

type Done = Pick<AnyWork, 'context'> & { readonly person: Pick<SignedIn, 'id' | 'sessionId'> | undefined }

/** Who did it, in which session and visit, comes from the edge and not from the use case. */
export function toEntry(event: DomainEvent, work: Done): Entry {
  const acting = work.context.kind === 'acting' ? work.context : undefined
  const visitId = event.visitId ?? acting?.visitId ?? null
  const partnershipId = event.partnershipId ?? acting?.partnershipId ?? null
  const body = {
    ...event.data,
    by: {
      ...(work.person ? { personId: work.person.id, sessionId: work.person.sessionId } : {}),
      ...(acting ? { partnerId: acting.partnerId } : {}),
      ...(work.context.kind === 'own' ? { organisationId: work.context.organisationId } : {}),
      ...(work.context.kind === 'operator' ? { operator: true } : {}),
    },
    ...(acting ? { customerId: acting.organisationId } : {}),
    ...(event.customerId ? { customerId: event.customerId } : {}),
    ...(partnershipId ? { partnershipId } : {}),
    ...(visitId ? { visitId } : {}),
    ...(event.productId ? { productId: event.productId } : {}),
  }
  const readers = acting ? [...event.readers, acting.organisationId, acting.partnerId] : event.readers
  return {
    kind: event.kind,
    body,
    detail: event.detail ?? null,
    readers: [...new Set<string>(readers)],
    person: work.person?.id ?? null,
    partnership: partnershipId,
    visit: visitId,
    product: event.productId ?? null,
  }
}
