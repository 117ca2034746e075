// OpenID Connect Back-Channel Logout 1.0: consoles are told at once when a session they signed in to ends, and when a visit ends for which they
// hold tokens (then with the claim `visit`). Delivered as jobs: a console that does not answer is told again.
import type { House } from '../house.ts'
import { enqueue } from '../platform/jobs.ts'
import { transact } from '../platform/transact.ts'
import type { Effect } from '../reaction.ts'
import { newId } from '../work.ts'
import { findLogoutTarget, type Logout, listConsolesOfSession, listConsolesOfVisit, takeSessionsThatRanOut } from './logout-store.ts'
import { isUsable } from './register-console.ts'

const timeoutMs = 5_000
const validForSeconds = 120

export const sessionIsOver: Effect = async ({ tx }, event) => {
  const { sessionId } = event.data as { sessionId?: string }
  if (sessionId !== undefined) await tell(tx, event.id, await listConsolesOfSession(tx, sessionId))
}

export const visitIsOver: Effect = async ({ tx }, event) => {
  if (event.visitId !== undefined) await tell(tx, event.id, await listConsolesOfVisit(tx, event.visitId))
}

async function tell(tx: Parameters<typeof enqueue>[0], eventId: string, logouts: readonly Logout[]): Promise<void> {
  for (const logout of logouts) {
    await enqueue(tx, { kind: 'log-out-at-console', payload: logout, uniqueKey: `${eventId}:log-out:${logout.consoleId}` })
  }
}

/** By the clock: no event says that a session ran out. */
export function tellOfSessionsThatRanOut({ pools }: House): Promise<void> {
  return transact(pools.signIn, {}, async (tx) => {
    for (const { sessionId, ...logout } of await takeSessionsThatRanOut(tx)) await tell(tx, sessionId, [logout])
    return { result: undefined, closing: undefined }
  })
}

export async function logOutAtConsole(house: House, payload: unknown): Promise<void> {
  const { consoleId, sid, personId, visitId } = payload as Logout
  const target = await findLogoutTarget(house.pools.system, consoleId)
  // Only where the operator said, and no longer than it is still allowed.
  if (!target || !isUsable(target.uri, house.publicUrl)) return
  const now = Math.floor(Date.now() / 1000)
  const token = await house.keys.sign(
    {
      iss: house.publicUrl,
      aud: target.clientId,
      sub: personId,
      sid,
      jti: newId<string>(),
      iat: now,
      exp: now + validForSeconds,
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      ...(visitId === null ? {} : { visit: visitId }),
    },
    'logout+jwt',
  )
  const response = await fetch(target.uri, {
    method: 'POST',
    body: new URLSearchParams({ logout_token: token }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`the console answered ${response.status}`)
}
