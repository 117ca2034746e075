// When somebody who comes from a console has to sign in first: without a session, or when the console asks for a fresh authentication. They go
// to the sign-in page and come back to where they left; there is no other page in between, and no consent.

import type { Interaction, KoaContextWithOIDC } from 'oidc-provider'
import { interactionPolicy } from 'oidc-provider'

const { Check, base } = interactionPolicy

export function signInPolicy() {
  const policy = base()
  policy.remove('consent')
  const login = policy.get('login')
  if (!login) throw new Error('there is no prompt to sign in')
  login.checks.remove('login_prompt')
  login.checks.remove('max_age')
  login.checks.add(new Check('fresh', 'End-User authentication could not be obtained', 'login_required', isNotFresh))
  return policy
}

/** `prompt=login` and `max_age` are met by an authentication since the request began. */
function isNotFresh({ oidc }: KoaContextWithOIDC): boolean {
  const { session, prompts, params, entities } = oidc
  if (!session?.accountId) return false
  const isAsked = prompts.has('login') || (params?.['max_age'] !== undefined && session.past(Number(params['max_age'])))
  const began = entities.Interaction?.iat
  return isAsked && !(began !== undefined && (session.loginTs ?? 0) >= began)
}

export function signInPage(ctx: KoaContextWithOIDC, { returnTo }: Interaction): string {
  const next = encodeURIComponent(new URL(returnTo).pathname)
  return ctx.oidc.session?.accountId ? `/sign-in?again=yes&next=${next}` : `/sign-in?next=${next}`
}
