// Signs somebody in by address and password. A wrong one, an unknown address and one without a password are the same answer after the same work.
import { readPassword } from '../../domain/password/password.ts'
import { type CookieAnswer, type Input, RefusedAnswer } from '../endpoint.ts'
import type { Entered } from '../identity/contract.ts'
import { findCredentialByEmail } from '../identity/credential-store.ts'
import { enter } from '../identity/enter.ts'
import { verifyPassword } from '../identity/password-hash.ts'
import type { OpenWork } from '../work.ts'
import type { signInByPassword as contract } from './contract.ts'
import { noteFailure } from './failed-sign-in.ts'
import { forgetAttempts, limitAttempts } from './limits.ts'

export async function signInByPassword(
  work: OpenWork,
  { body }: Input<typeof contract>,
): Promise<Entered | CookieAnswer<Entered> | RefusedAnswer> {
  await limitAttempts(work, body.email)
  const credential = await findCredentialByEmail(work.tx, body.email)
  const right = await verifyPassword(credential?.passwordHash ?? null, readPassword(body.password))
  if (!right || !credential) {
    await noteFailure(work, credential?.personId, 'password')
    return new RefusedAnswer('wrong_credentials')
  }
  await forgetAttempts(work, body.email)
  return enter(work, { personId: credential.personId, secondFactors: credential.secondFactors, firstFactor: 'password' })
}
