// A new invitation: a legal representative's goes out at once, an administrator's waits for release.

import type { InvitationId, OrganisationId } from '../ids.ts'
import type { Language } from '../language.ts'
import type { Instant } from '../time.ts'
import { type Actor, mayDo } from '../who-may.ts'
import { deliveryBegun, type Invitation } from './invitation.ts'
import type { InvitationDecided } from './invitation-command.ts'

/** Exactly one of `email` and `customerNumber` is set. */
export type InvitationDraft = {
  readonly id: InvitationId
  readonly partnerId: OrganisationId
  readonly email: string | null
  readonly customerNumber: string | null
  readonly language: Language
  /** When it lapses, if it goes out now. */
  readonly expiresAt: Instant
}

/** The invitation as it begins, `open` or `prepared`. Refusals: `not_entitled`, `invalid_address`. */
export function prepareInvitation(draft: InvitationDraft, by: Actor, now: Instant): InvitationDecided {
  if (by.side !== 'partner' || !mayDo('prepare', by)) return { kind: 'refused', code: 'not_entitled' }
  if ((draft.email === null) === (draft.customerNumber === null)) return { kind: 'refused', code: 'invalid_address' }
  const isReleased = mayDo('release', by)
  const { expiresAt, ...rest } = draft
  const invitation: Invitation = {
    ...rest,
    state: isReleased ? 'open' : 'prepared',
    preparedBy: by.personId,
    releasedBy: isReleased ? by.personId : null,
    createdAt: now,
    sentAt: isReleased ? now : null,
    expiresAt: isReleased ? expiresAt : null,
    delivery: isReleased ? deliveryBegun(draft) : null,
    tokenGeneration: 1,
    passedOnCount: 0,
    claimedAt: null,
    partnershipId: null,
  }
  const about = { readers: [draft.partnerId], ...(draft.email === null ? {} : { detail: { address: draft.email } }) }
  const data = { invitationId: draft.id }
  return isReleased
    ? { kind: 'done', invitation, events: [{ ...about, kind: 'request.sent', data: { ...data, expiresAt } }] }
    : { kind: 'done', invitation, events: [{ ...about, kind: 'request.prepared', data }] }
}
