// Six digits sent to an address: issued, checked, used once. Ten minutes, five attempts. Runs as prokura_sign_in.
import { randomInt } from 'node:crypto'
import { later, minuteMs } from '../../domain/time.ts'
import { TooManyRequests } from '../limit.ts'
import { type Secrets, sameSecret } from '../platform/secrets.ts'
import { type AnyWork, newId } from '../work.ts'
import { emailKey } from './email-key.ts'

export type CodePurpose = 'sign_in' | 'again' | 'request' | 'address'
/** To which address, what for, and for which request or person, so that a code opens nothing else. */
export type CodeFor = { readonly email: string; readonly purpose: CodePurpose; readonly subjectId: string | null }

export const codeMinutes = 10
const attemptsAllowed = 5
const issuedAtMost = { codes: 5, minutes: 15 }

type CodeWork = Pick<AnyWork, 'tx' | 'now' | 'secrets'>

/** The digits, to be sent to the address and shown nowhere else. Refuses `too_many_requests`. */
export async function issueCode({ tx, now, secrets }: CodeWork, { email, purpose, subjectId }: CodeFor): Promise<string> {
  const key = emailKey(email)
  const { issued, first } = await tx
    .selectFrom('sign_in_code')
    .select(({ fn }) => [fn.countAll<number>().as('issued'), fn.min('created_at').as('first')])
    .where('email_key', '=', key)
    .where('created_at', '>', new Date(later(now, -issuedAtMost.minutes * minuteMs)))
    .executeTakeFirstOrThrow()
  if (Number(issued) >= issuedAtMost.codes)
    throw new TooManyRequests(Math.ceil((first.getTime() + issuedAtMost.minutes * minuteMs - now) / 1000))
  const id = newId<string>()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await tx
    .insertInto('sign_in_code')
    .values({
      id,
      email_key: key,
      purpose,
      subject_id: subjectId,
      code_hash: hashOf(secrets, id, code),
      expires_at: new Date(later(now, codeMinutes * minuteMs)),
      created_at: new Date(now),
    })
    .execute()
  return code
}

/**
 * Whether these are the digits of the newest code. A wrong attempt counts only when the transaction commits: answer it, do not throw.
 * A right code stays usable until `spendCode`, so that one can still ask for a name or a second factor.
 */
export async function checkCode({ tx, now, secrets }: CodeWork, wanted: CodeFor, code: string): Promise<'right' | 'wrong' | 'expired'> {
  const newest = await newestCode(tx, wanted)
  if (!newest || newest.used_at !== null || newest.expires_at.getTime() <= now || newest.attempts >= attemptsAllowed) return 'expired'
  if (sameSecret(hashOf(secrets, newest.id, code).toString('hex'), newest.code_hash.toString('hex'))) return 'right'
  await tx
    .updateTable('sign_in_code')
    .set((set) => ({ attempts: set('attempts', '+', 1) }))
    .where('id', '=', newest.id)
    .execute()
  return newest.attempts + 1 < attemptsAllowed ? 'wrong' : 'expired'
}

/** From now on the code opens nothing. */
export async function spendCode({ tx, now }: Pick<AnyWork, 'tx' | 'now'>, wanted: CodeFor): Promise<void> {
  const newest = await newestCode(tx, wanted)
  if (newest)
    await tx
      .updateTable('sign_in_code')
      .set({ used_at: new Date(now) })
      .where('id', '=', newest.id)
      .execute()
}

function newestCode(tx: AnyWork['tx'], { email, purpose, subjectId }: CodeFor) {
  return tx
    .selectFrom('sign_in_code')
    .select(['id', 'code_hash', 'attempts', 'expires_at', 'used_at'])
    .where('email_key', '=', emailKey(email))
    .where('purpose', '=', purpose)
    .where('subject_id', subjectId === null ? 'is' : '=', subjectId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** Keyed: six digits alone would be guessed from a stolen table in a moment. */
const hashOf = (secrets: Secrets, id: string, code: string): Buffer => Buffer.from(secrets.derive('code', `${id}:${code}`), 'base64url')
