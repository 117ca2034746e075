// To the OpenID provider, a session is Prokura's own: the browser's cookie opens both, and what ends one ends the other, with every code and
// token that was given out in it. Nothing of a session is kept twice.
import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC, Session } from 'oidc-provider'
import type pg from 'pg'
import type { SessionStrength } from '../../domain/session.ts'
import type { Secrets } from '../platform/secrets.ts'
import { sessionTokenIn } from '../session-cookie.ts'
import { findSessionById, findSessionByToken, joinConsole, type OpenSession } from './session-store.ts'

/** How strongly the session was authenticated (`acr`), and by what (`amr`, RFC 8176). */
export const strengths: Readonly<Record<SessionStrength, { readonly acr: string; readonly amr: readonly string[] }>> = {
  email: { acr: 'urn:prokura:acr:email', amr: ['otp'] },
  password: { acr: 'urn:prokura:acr:password', amr: ['pwd'] },
  two_factors: { acr: 'urn:prokura:acr:two_factors', amr: ['mfa'] },
}

export const grantedScopes = 'openid profile email'

export function bindSessions(provider: Provider, pool: pg.Pool, secrets: Secrets): void {
  const open = (session: OpenSession | undefined) => (session ? toProviderSession(provider, session, secrets) : undefined)
  Object.assign(provider.Session, {
    async get(ctx: KoaContextWithOIDC) {
      const token = sessionTokenIn(ctx.req.headers.cookie)
      const found = open(token === undefined ? undefined : await findSessionByToken(pool, token))
      const session = found ?? new provider.Session()
      if (ctx.oidc instanceof provider.OIDCContext) ctx.oidc.entity('Session', session)
      return session
    },
    findByUid: async (uid: string) => open(await findSessionById(pool, uid)),
  })
}

/** As if it had always been there: it is derived from Prokura's session each time, and saving it changes nothing. */
function toProviderSession(provider: Provider, session: OpenSession, secrets: Secrets): Session {
  const known = Object.entries(session.sids).map(([clientId, sid]) => [clientId, { sid, grantId: grantIdOf(secrets, sid) }])
  return Object.assign(new provider.Session(), {
    jti: session.id,
    uid: session.id,
    accountId: session.personId,
    loginTs: Math.floor(session.authenticatedAt.getTime() / 1000),
    acr: strengths[session.strength].acr,
    amr: [...strengths[session.strength].amr],
    authorizations: Object.fromEntries(known),
  })
}

/** The same for each request of a console in one session, so that two tabs at once have the same; another one once the person signed out of it. */
const grantIdOf = (secrets: Secrets, sid: string) => secrets.derive('oidc-grant', sid)

/** Consoles are the provider's own programs, so nobody is asked for consent: all that they may know is granted, and no more. */
export function grantOf(pool: pg.Pool, secrets: Secrets) {
  return async (ctx: KoaContextWithOIDC) => {
    const { session, client, provider } = ctx.oidc
    if (!session?.accountId || !client) return undefined
    const sid = await joinConsole(pool, session.uid, client.clientId, secrets.randomToken())
    session.sidFor(client.clientId, sid)
    const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId })
    grant.jti = grantIdOf(secrets, sid)
    grant.addOIDCScope(grantedScopes)
    await grant.save()
    return grant
  }
}
