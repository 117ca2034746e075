// What one transaction did to one thing is one matter, and one mail to each person: the first of these kinds, which says the rest.

import type { MailKindId } from './mail-kinds.ts'

const matters = {
  access: [
    'partnership-ended',
    'handover',
    'access-suspended',
    'access-resumed',
    'invitation-answered',
    'access-granted',
    'answer-counter',
    'answer-different',
    'answer-granted',
    'answer-declined',
    'rights-changed',
    'access-extended',
    'payer-changed',
  ],
  request: ['request-received', 'request-changed', 'payer-asked', 'more-requested', 'invitation-received', 'request-withdrawn'],
} as const satisfies Readonly<Record<string, readonly MailKindId[]>>

export type Matter = keyof typeof matters | MailKindId

/** A kind that stands in no list is a matter of its own. */
export function matterOf(kind: MailKindId): Matter {
  return isIn(matters.access, kind) ? 'access' : isIn(matters.request, kind) ? 'request' : kind
}

/** Negative when the first says more than the second; both of one matter. */
export function byWeight(one: MailKindId, other: MailKindId): number {
  return weightOf(one) - weightOf(other)
}

function weightOf(kind: MailKindId): number {
  const matter = matterOf(kind)
  const order: readonly MailKindId[] = matter === 'access' || matter === 'request' ? matters[matter] : [kind]
  return order.indexOf(kind)
}

const isIn = (kinds: readonly MailKindId[], kind: MailKindId) => kinds.includes(kind)
