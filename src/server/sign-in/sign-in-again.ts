// Fresh authentication: the person proves once more who they are, and the session goes on under a new token for sensitive acts.

import type { CredentialId } from '../../domain/ids.ts'
import { readPassword } from '../../domain/password/password.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import type { SessionStrength } from '../../domain/session.ts'
import { minuteMs } from '../../domain/time.ts'
import { CookieAnswer, type Input, RefusedAnswer } from '../endpoint.ts'
import { type CodeFor, checkCode, spendCode } from '../identity/code-store.ts'
import { lockCredential, secondFactorsOf } from '../identity/credential-store.ts'
import { organisationsOf } from '../identity/organisations-store.ts'
import type { PasskeyRequest } from '../identity/passkey-contract.ts'
import { verifyPassword } from '../identity/password-hash.ts'
import { provePasskey, requestPasskey } from '../identity/prove-passkey.ts'
import { proveTotp } from '../identity/prove-second-factor.ts'
import { sendCode } from '../identity/send-code.ts'
import { renewSession } from '../identity/session-store.ts'
import { record } from '../journal/record.ts'
import type { PersonalWork, SignedIn } from '../work.ts'
import type { signInAgain as contract, getWaysToProve as waysContract } from './contract.ts'
import { noteFailure } from './failed-sign-in.ts'
import { attemptsOfOne } from './limits.ts'

type Proof = Input<typeof contract>['body']
type Way = Proof['way']

const challengesOfOne = { limit: 60, windowMs: 15 * minuteMs }

/** Never less than signing in would ask: whoever has a second factor shows it in each session once, and does not come by with an emailed code. */
function waysOf(person: SignedIn): readonly Way[] {
  const { hasPassword, strength } = person
  const factors = secondFactorsOf(person)
  if (factors.length > 0) return hasPassword && strength === 'two_factors' ? [...factors, 'password'] : factors
  return hasPassword ? ['password', 'code'] : ['code']
}

export async function getWaysToProve({ person }: PersonalWork): Promise<typeof waysContract.answer._zod.input> {
  return { email: person.email, ways: [...waysOf(person)] }
}

const codeFor = ({ id, email }: SignedIn): CodeFor => ({ email, purpose: 'again', subjectId: id })

export async function sendCodeAgain(work: PersonalWork): Promise<Record<never, never>> {
  if (!waysOf(work.person).includes('code')) throw new Refusal('second_factor_needed')
  await sendCode(work, codeFor(work.person), work.person.language)
  return {}
}

const asked = ({ id, sessionId }: SignedIn) => ({ purpose: 'again', subjectId: sessionId, personId: id }) as const

export async function beginSignInAgainByPasskey(work: PersonalWork): Promise<PasskeyRequest> {
  if (!work.person.hasPasskey) throw new Refusal('not_found')
  await work.limit(`again-passkey:${work.person.id}`, challengesOfOne)
  return requestPasskey(work, asked(work.person))
}

export async function signInAgain(
  work: PersonalWork,
  { body }: Input<typeof contract>,
): Promise<CookieAnswer<Record<never, never>> | RefusedAnswer> {
  const { person } = work
  if (!waysOf(person).includes(body.way)) throw new Refusal('wrong_credentials', 'this person has no such way')
  await work.limit(`again:${person.id}`, attemptsOfOne)
  const proof = await prove(work, body)
  if (proof.kind === 'refused') {
    await noteFailure(work, person.id, body.way)
    return new RefusedAnswer(proof.code)
  }
  await work.limit.forget(`again:${person.id}`)
  const { passkeyId } = proof
  const strength = strengthAfter(person.strength, body.way)
  const session = await renewSession(work, person.sessionId, { strength, ...(passkeyId && { passkeyId }) })
  record(work, {
    kind: 'person.authenticated_again',
    readers: await organisationsOf(work.tx, person.id),
    data: { personId: person.id, sessionId: person.sessionId, method: body.way },
  })
  return new CookieAnswer({}, session)
}

type Outcome = { readonly kind: 'proven'; readonly passkeyId?: CredentialId } | { readonly kind: 'refused'; readonly code: RefusalCode }
const proven: Outcome = { kind: 'proven' }
const refused = (code: RefusalCode): Outcome => ({ kind: 'refused', code })

async function prove(work: PersonalWork, proof: Proof): Promise<Outcome> {
  switch (proof.way) {
    case 'passkey':
      return provePasskey(work, proof.passkey, asked(work.person))
    case 'password': {
      const { passwordHash } = await lockCredential(work.tx, work.person.id)
      return (await verifyPassword(passwordHash, readPassword(proof.password))) ? proven : refused('wrong_credentials')
    }
    case 'totp':
      return (await proveTotp(work, work.person.id, proof.code)) ? proven : refused('code_wrong')
    case 'code': {
      const checked = await checkCode(work, codeFor(work.person), proof.code)
      if (checked !== 'right') return refused(checked === 'wrong' ? 'code_wrong' : 'code_expired')
      await spendCode(work, codeFor(work.person))
      return proven
    }
  }
}

/** A session gets stronger by what was shown in it, never weaker. */
function strengthAfter(before: SessionStrength, way: Way): SessionStrength {
  if (way === 'totp' || way === 'passkey') return 'two_factors'
  return before === 'email' && way === 'password' ? 'password' : before
}
