// TABLE: kind of event → what the partner's digest says of it, and which mail says it to whoever wants that at once.
import type { EventKind, EventOf } from '../../domain/event.ts'
import type { DigestWhat } from '../../domain/mails/digest.ts'
import type { MailKindId } from '../../domain/mails/mail-kinds.ts'
import type { RecordedEvent } from '../reaction.ts'

export type Noted = { readonly what: DigestWhat; readonly kind: MailKindId }
type Telling = { readonly [Kind in EventKind]?: (event: EventOf<Kind>) => Noted | undefined }

const asked = (side: string, noted: Noted) => (side === 'partner' ? noted : undefined)
/** The first version of a grant is the answer to a request, which is told as that. */
const later = (version: number, noted: Noted) => (version > 1 ? noted : undefined)
const lapses = { what: 'lapses', kind: 'partner-digest' } as const
const lapsed = { what: 'lapsed', kind: 'partner-digest' } as const

const telling: Telling = {
  'request.not_delivered': () => ({ what: 'not_delivered', kind: 'request-undeliverable' }),
  'request.reminded': () => lapses,
  'request.expired': () => lapsed,
  'proposal.made': ({ data }) => (data.side === 'customer' ? { what: 'offered', kind: 'invitation-received' } : undefined),
  'proposal.reminded': ({ data }) => asked(data.side, lapses),
  'proposal.expired': ({ data }) => asked(data.side, lapsed),
  'proposal.accepted': ({ data }) => asked(data.side, { what: 'answered', kind: data.asAsked ? 'answer-granted' : 'answer-different' }),
  'proposal.countered': ({ data }) => asked(data.side, { what: 'countered', kind: 'answer-counter' }),
  'proposal.declined': ({ data }) => asked(data.side, { what: 'declined', kind: 'answer-declined' }),
  'partnership.granted': ({ data }) => later(data.version, { what: 'changed', kind: 'rights-changed' }),
  'partnership.narrowed': ({ data }) => (data.by === 'customer' ? { what: 'changed', kind: 'rights-changed' } : undefined),
  'partnership.limit_changed': ({ data }) => later(data.version, { what: 'changed', kind: 'rights-changed' }),
  'partnership.extended': () => ({ what: 'extended', kind: 'access-extended' }),
  'partnership.payer_changed': ({ data }) => later(data.version, { what: 'payer', kind: 'payer-changed' }),
  'partnership.suspended': () => ({ what: 'suspended', kind: 'access-suspended' }),
  'partnership.resumed': () => ({ what: 'resumed', kind: 'access-resumed' }),
  'partnership.ended': () => ({ what: 'ended', kind: 'partnership-ended' }),
  'partnership.ending_reminded': ({ data }) => ({ what: data.type === 'rights' ? 'rights_end' : 'ends', kind: 'access-ending' }),
  'order.placed': () => ({ what: 'ordered', kind: 'order-placed' }),
  'billing.limit_near': () => ({ what: 'limit', kind: 'limit-near' }),
}

export function newsOf(event: RecordedEvent): Noted | undefined {
  const tell = telling[event.kind] as ((event: RecordedEvent) => Noted | undefined) | undefined
  return tell?.(event)
}
