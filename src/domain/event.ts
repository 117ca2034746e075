// Everything that can happen, one line for each kind in the tables under events/: the journal's vocabulary.

import { partnershipEvents } from './events/partnership-events.ts'
import { peopleEvents } from './events/people-events.ts'
import { productEvents } from './events/product-events.ts'
import { successionEvents } from './events/succession-events.ts'
import type { OrganisationId, PartnershipId, ProductId, VisitId } from './ids.ts'

const events = { ...partnershipEvents, ...productEvents, ...peopleEvents, ...successionEvents }

export type EventKind = keyof typeof events
export const eventKinds = Object.keys(events) as readonly EventKind[]

export type EventData<Kind extends EventKind> = NonNullable<(typeof events)[Kind]['data']>
export type EventDetail<Kind extends EventKind> = NonNullable<(typeof events)[Kind]['detail']>

/** One kind of event. `readers` are the organisations that may read it, all of it; what is private to one side is an event of its own. */
export type EventOf<Kind extends EventKind> = {
  readonly kind: Kind
  readonly readers: readonly OrganisationId[]
  readonly partnershipId?: PartnershipId
  readonly customerId?: OrganisationId
  readonly visitId?: VisitId
  readonly productId?: ProductId
  readonly data: EventData<Kind>
  readonly detail?: EventDetail<Kind>
}

/** What happened; who did it, when, in which session and on whose behalf is added at the server's edge. */
export type DomainEvent = { [Kind in EventKind]: EventOf<Kind> }[EventKind]

export function isEventKind(text: string): text is EventKind {
  return Object.hasOwn(events, text)
}
