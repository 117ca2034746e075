// Signs somebody in by six digits sent to their address; whoever proved an address without an account gets one.
import { type CookieAnswer, type Input, RefusedAnswer } from '../endpoint.ts'
import { type CodeFor, checkCode, spendCode } from '../identity/code-store.ts'
import type { Entered } from '../identity/contract.ts'
import { enter } from '../identity/enter.ts'
import { nameFromAddress } from '../identity/name-from-address.ts'
import { findOrCreatePerson, findPersonByEmail } from '../identity/person-store.ts'
import { sendCode } from '../identity/send-code.ts'
import { record } from '../journal/record.ts'
import type { OpenWork } from '../work.ts'
import type { signInByCode as contract, sendSignInCode as sendContract } from './contract.ts'
import { noteFailure } from './failed-sign-in.ts'
import { forgetAttempts, limitAttempts, limitNetwork } from './limits.ts'

const codeFor = (email: string): CodeFor => ({ email, purpose: 'sign_in', subjectId: null })

export async function sendSignInCode(work: OpenWork, { body }: Input<typeof sendContract>): Promise<Record<never, never>> {
  await limitNetwork(work)
  await sendCode(work, codeFor(body.email), body.language)
  return {}
}

export async function signInByCode(
  work: OpenWork,
  { body }: Input<typeof contract>,
): Promise<Entered | CookieAnswer<Entered> | RefusedAnswer> {
  await limitAttempts(work, body.email)
  const checked = await checkCode(work, codeFor(body.email), body.code)
  if (checked !== 'right') {
    await noteFailure(work, (await findPersonByEmail(work.tx, body.email))?.id, 'email')
    return new RefusedAnswer(checked === 'wrong' ? 'code_wrong' : 'code_expired')
  }
  await spendCode(work, codeFor(body.email))
  await forgetAttempts(work, body.email)
  const person = await findOrCreatePerson(work.tx, {
    name: nameFromAddress(body.email),
    email: body.email,
    language: body.language,
    now: work.now,
  })
  if (person.isNew) {
    const detail = { name: person.name, address: body.email }
    record(work, { kind: 'person.registered', readers: [], data: { personId: person.id, language: person.language }, detail })
  }
  return enter(work, { personId: person.id, secondFactors: person.secondFactors, firstFactor: 'email', isNew: person.isNew })
}
