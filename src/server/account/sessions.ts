// What a person signs in with, and the browsers in which they are signed in: seen, and ended one by one or all but this.
import { asId, type CredentialId, type SessionId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SessionStrength } from '../../domain/session.ts'
import { CookieAnswer, type Input } from '../endpoint.ts'
import { clientName } from '../identity/client-name.ts'
import { lockCredential } from '../identity/credential-store.ts'
import { organisationsOf } from '../identity/organisations-store.ts'
import { listPasskeys } from '../identity/passkey-store.ts'
import { endSession as end, listOpenSessions } from '../identity/session-store.ts'
import { record } from '../journal/record.ts'
import type { PersonalWork } from '../work.ts'
import type { endSession as contract } from './contract.ts'

export async function getSignIn({ tx, person }: PersonalWork) {
  const { passwordSetAt, totpConfirmedAt, recoveryCodes } = await lockCredential(tx, person.id)
  const passkeys = await listPasskeys(tx, person.id)
  return {
    email: person.email,
    passwordSetAt: iso(passwordSetAt),
    passkeys: passkeys.map(({ id, name, addedAt, lastUsedAt }) => ({
      id,
      name,
      addedAt: new Date(addedAt).toISOString(),
      lastUsedAt: iso(lastUsedAt),
    })),
    authenticatorSince: iso(totpConfirmedAt),
    recoveryCodesLeft: person.hasSecondFactor ? recoveryCodes.length : null,
  }
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

export async function listSessions(work: PersonalWork) {
  const sessions = await listOpenSessions(work, work.person.id)
  return {
    sessions: sessions.map((session) => ({
      id: session.id,
      client: clientName(session.client),
      strength: session.strength as SessionStrength,
      passkey: session.passkey,
      startedAt: session.started_at.toISOString(),
      seenAt: session.seen_at.toISOString(),
      isThis: session.id === work.person.sessionId,
    })),
  }
}

export async function endSession(
  work: PersonalWork,
  { params }: Input<typeof contract>,
): Promise<Record<never, never> | CookieAnswer<Record<never, never>>> {
  const sessionId = asId<SessionId>(params.session)
  if (!(await endOne(work, sessionId))) throw new Refusal('not_found')
  return sessionId === work.person.sessionId ? new CookieAnswer({}, null) : {}
}

export async function endOtherSessions(work: PersonalWork): Promise<Record<never, never>> {
  await endOthers(work)
  return {}
}

export async function endOthers(work: PersonalWork): Promise<void> {
  for (const { id } of await listOpenSessions(work, work.person.id)) {
    if (id !== work.person.sessionId) await endOne(work, asId(id))
  }
}

/** All that were opened with this passkey, but for the session that asks. */
export async function endThoseBegunWith(work: PersonalWork, passkeyId: CredentialId): Promise<void> {
  for (const { id, passkey_id } of await listOpenSessions(work, work.person.id)) {
    if (passkey_id === passkeyId && id !== work.person.sessionId) await endOne(work, asId(id))
  }
}

async function endOne(work: PersonalWork, sessionId: SessionId): Promise<boolean> {
  const { person } = work
  if (!(await end(work, person.id, sessionId))) return false
  record(work, {
    kind: 'person.session_revoked',
    readers: await organisationsOf(work.tx, person.id),
    data: { personId: person.id, sessionId },
  })
  return true
}
