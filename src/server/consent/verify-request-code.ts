// A code proves an address the request went to: whoever has it is signed in, or, being signed in already, may answer from then on.
import { displayName } from '../../domain/display-name.ts'
import type { Language } from '../../domain/language.ts'
import { Refusal } from '../../domain/refusal.ts'
import { minuteMs } from '../../domain/time.ts'
import { type Answer, CookieAnswer, type Input, RefusedAnswer } from '../endpoint.ts'
import { checkCode, spendCode } from '../identity/code-store.ts'
import { enter } from '../identity/enter.ts'
import { findOrCreatePerson, findPersonByEmail } from '../identity/person-store.ts'
import { record } from '../journal/record.ts'
import type { OpenWork } from '../work.ts'
import type { verifyRequestCode as contract } from './contract.ts'
import { getAddress, getRequestId, insertProof } from './request-store.ts'

type Next = Answer<typeof contract>

export async function verifyRequestCode(
  work: OpenWork,
  { params, body }: Input<typeof contract>,
): Promise<Next | CookieAnswer<Next> | RefusedAnswer> {
  const invitationId = await getRequestId(work.tx, params.token)
  await work.limit(`request-code-tried:${work.client.address}`, { limit: 60, windowMs: 15 * minuteMs })
  const email = await getAddress(work.tx, invitationId, body.address)
  const wanted = { email, purpose: 'request', subjectId: invitationId } as const
  const checked = await checkCode(work, wanted, body.code)
  if (checked !== 'right') return new RefusedAnswer(checked === 'wrong' ? 'code_wrong' : 'code_expired')
  const known = await findPersonByEmail(work.tx, email)
  if (work.person && work.person.id !== known?.id) {
    await spendCode(work, wanted)
    await insertProof(work.tx, { invitationId, personId: work.person.id, email, now: work.now })
    return next('consent')
  }
  if (!known && body.name === undefined) return next('name')
  const name = known?.name ?? displayName(body.name ?? '')
  if (name === null) throw new Refusal('invalid_name')
  await spendCode(work, wanted)
  return signIn(work, { email, name, language: body.language })
}

type Proven = { readonly email: string; readonly name: string; readonly language: Language }

async function signIn(work: OpenWork, { email, name, language }: Proven): Promise<Next | CookieAnswer<Next>> {
  const person = await findOrCreatePerson(work.tx, { name, email, language, now: work.now })
  if (person.isNew) {
    record(work, {
      kind: 'person.registered',
      readers: [],
      data: { personId: person.id, language },
      detail: { name: person.name, address: email },
    })
  }
  const entered = await enter(work, {
    personId: person.id,
    secondFactors: person.secondFactors,
    firstFactor: 'email',
    isNew: person.isNew,
  })
  if (entered instanceof CookieAnswer) return new CookieAnswer<Next>(next('consent'), entered.cookie)
  if (entered.step === 'signed_in') return next('consent')
  return { ...next('second_factor'), continuation: entered.continuation, secondFactors: entered.secondFactors }
}

const next = (step: Next['next']): Next => ({ next: step, continuation: null, secondFactors: [] })
