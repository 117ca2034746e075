// The session ends, here or everywhere, and every visit with it.

import { asId, type SessionId } from '../../domain/ids.ts'
import { CookieAnswer } from '../endpoint.ts'
import { organisationsOf } from '../identity/organisations-store.ts'
import { endSession, listOpenSessions } from '../identity/session-store.ts'
import { record } from '../journal/record.ts'
import type { OpenWork, PersonalWork } from '../work.ts'

/** Also for whoever was signed out meanwhile: the cookie goes. */
export async function signOut(work: OpenWork): Promise<CookieAnswer<Record<never, never>>> {
  if (work.person) await signOutOf(work, work.person.id, work.person.sessionId)
  return new CookieAnswer({}, null)
}

export async function signOutEverywhere(work: PersonalWork): Promise<CookieAnswer<Record<never, never>>> {
  for (const session of await listOpenSessions(work, work.person.id)) await signOutOf(work, work.person.id, asId(session.id))
  return new CookieAnswer({}, null)
}

async function signOutOf(work: OpenWork | PersonalWork, personId: PersonalWork['person']['id'], sessionId: SessionId): Promise<void> {
  if (!(await endSession(work, personId, sessionId))) return
  record(work, { kind: 'member.signed_out', readers: await organisationsOf(work.tx, personId), data: { personId, sessionId } })
}
