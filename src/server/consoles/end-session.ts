// Signing out of a console (OpenID Connect RP-Initiated Logout): what this console holds of the session ends, and the person goes back to it.
// Prokura itself and other consoles stay signed in: their session ends where it began.

import type { FastifyReply } from 'fastify'
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import type { House } from '../house.ts'
import { keyAlgorithm } from '../platform/signing-keys.ts'
import type { Form } from './authenticate-console.ts'
import { findConsole } from './console-store.ts'
import { leaveConsole } from './session-store.ts'

export async function endSession(house: House, form: Form, reply: FastifyReply): Promise<unknown> {
  reply.header('cache-control', 'no-store')
  const hint = await readHint(house, form['id_token_hint'])
  const console = await findConsole(house.pools.signIn, hint?.clientId ?? form['client_id'] ?? '')
  if (hint && console) await leaveConsole(house.pools.signIn, console.id, hint.sid)
  const target = form['post_logout_redirect_uri']
  // Without the hint nobody is sent anywhere else: who asks is not known.
  if (!hint || !console || target === undefined || !console.postLogoutRedirectUris.includes(target)) return reply.redirect('/', 303)
  const back = new URL(target)
  if (form['state'] !== undefined) back.searchParams.set('state', form['state'])
  return reply.redirect(back.href, 303)
}

/** An ID token of ours, over or not: it names the console and the session as the console knows it. */
async function readHint(house: House, hint: string | undefined): Promise<{ readonly clientId: string; readonly sid: string } | undefined> {
  if (hint === undefined) return undefined
  const { published } = await house.keys.keySet()
  const verified = await jwtVerify(hint, createLocalJWKSet({ keys: published } as unknown as JSONWebKeySet), {
    issuer: house.publicUrl,
    algorithms: [keyAlgorithm],
    currentDate: new Date(0),
  }).catch(() => undefined)
  const { aud, sid } = verified?.payload ?? {}
  return typeof aud === 'string' && typeof sid === 'string' ? { clientId: aud, sid } : undefined
}
