// TABLE: every kind of mail there is → who gets it, and how: the first way is what somebody gets who chose nothing, the others may be chosen.

import type { Side } from '../organisation.ts'

/** `digest`: once a day with everything else, for people of a partner. */
export const mailWays = ['at_once', 'digest', 'off'] as const
export type MailWay = (typeof mailWays)[number]

export type MailKind = {
  /** People of an organisation in its part as customer or partner. */
  readonly customer?: readonly MailWay[]
  readonly partner?: readonly MailWay[]
  /** Somebody for themselves, whatever they belong to; or an address that is nobody's yet. */
  readonly person?: readonly MailWay[]
  readonly operator?: readonly MailWay[]
  /** What concerns a sign-in goes to each address of a person, old and new. */
  readonly toEachAddress?: true
}

const always = ['at_once'] as const
const orOff = ['at_once', 'off'] as const
const orInDigest = ['at_once', 'digest'] as const
const asOneLikes = ['at_once', 'digest', 'off'] as const
const inDigestOrNot = ['digest', 'at_once', 'off'] as const
const onlyInDigest = ['digest'] as const

// Security, requests, grants and endings cannot be switched off.
export const mailKinds = {
  // requests
  'request-received': { customer: always },
  'request-reminder': { customer: always },
  'request-passed-on': { customer: always },
  'request-changed': { customer: always },
  'request-withdrawn': { customer: always },
  'request-undeliverable': { partner: orInDigest },
  'more-requested': { customer: always },
  'invitation-received': { partner: orInDigest },
  'payer-asked': { customer: always, partner: orInDigest },
  'release-needed': { partner: orOff },
  'approval-needed': { customer: always, partner: always },
  // answers
  'answer-granted': { partner: orInDigest },
  'answer-different': { partner: orInDigest },
  'answer-counter': { partner: orInDigest },
  'answer-declined': { partner: orInDigest },
  'invitation-answered': { customer: orOff },
  // an access in force
  'access-granted': { customer: always },
  'rights-changed': { partner: asOneLikes },
  'payer-changed': { customer: orOff, partner: asOneLikes },
  'access-suspended': { customer: always, partner: orInDigest },
  'access-resumed': { customer: always, partner: orInDigest },
  'access-ending': { customer: always, partner: onlyInDigest },
  'access-extended': { customer: always, partner: inDigestOrNot },
  'partnership-ended': { customer: always, partner: orInDigest },
  handover: { partner: always },
  'payment-falls-back': { customer: always, partner: orInDigest },
  'succession-asked': { customer: always },
  'successor-named': { customer: always },
  'yearly-review': { customer: orOff },
  'visit-started': { customer: orOff },
  'critical-change': { customer: always },
  // money
  'order-placed': { customer: orOff, partner: inDigestOrNot },
  'limit-near': { customer: orOff, partner: inDigestOrNot },
  // the partner's own work
  'partner-digest': { partner: orOff },
  'customer-asked': { partner: always },
  'customer-answered': { partner: always },
  'job-finished': { partner: orOff },
  'partner-verification': { partner: always },
  'partner-renamed': { customer: always },
  'partner-number-changed': { customer: always },
  'report-received': { operator: always, person: always },
  // a person's own sign-in and membership
  'verify-address': { person: always, toEachAddress: true },
  'sign-in-code': { person: always, toEachAddress: true },
  'security-changed': { person: always, toEachAddress: true },
  'member-invited': { person: always },
  'role-changed': { person: always },
  'representation-changed': { person: always },
  'operators-changed': { operator: always },
} as const satisfies Readonly<Record<string, MailKind>>

export type MailKindId = keyof typeof mailKinds
export const mailKindIds = Object.keys(mailKinds) as readonly MailKindId[]

/** Kinds that both sides get and may choose for: their content says which side its reader is on. */
export type MailOfBothSides = {
  [Id in MailKindId]: (typeof mailKinds)[Id] extends { readonly customer: readonly MailWay[]; readonly partner: infer Ways }
    ? Ways extends typeof always | typeof onlyInDigest
      ? never
      : Id
    : never
}[MailKindId]

/** The ways somebody on this side may choose from, their own first choice first; empty when it never goes to that side. */
export function waysOf(id: MailKindId, side: Side): readonly MailWay[] {
  const kind: MailKind = mailKinds[id]
  return kind[side] ?? []
}

/** As chosen, if that may still be chosen; otherwise as the table says. */
export function wayOf(id: MailKindId, side: Side, chosen: MailWay | undefined): MailWay {
  const ways = waysOf(id, side)
  return chosen !== undefined && ways.includes(chosen) ? chosen : (ways[0] ?? 'at_once')
}
