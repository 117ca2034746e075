// Challenges for passkeys: random, for one purpose of one session or sign-in, five minutes, once. Of each only the hash is kept, where
// every node finds it. Runs as prokura_sign_in.
import { later, minuteMs } from '../../domain/time.ts'
import { hashToken } from '../platform/secrets.ts'
import type { AnyWork } from '../work.ts'

/** `subjectId`: the session that asks, or the sign-in that waits for its second factor. Nobody yet: any browser may answer. */
export type ChallengeFor =
  | { readonly purpose: 'registration' | 'again' | 'second_factor'; readonly subjectId: string }
  | { readonly purpose: 'sign_in'; readonly subjectId: null }

export const challengeMs = 5 * minuteMs

/** In base64url, as the browser is told. */
export async function newChallenge({ tx, now, secrets }: Pick<AnyWork, 'tx' | 'now' | 'secrets'>, wanted: ChallengeFor): Promise<string> {
  const challenge = secrets.randomToken()
  await tx
    .insertInto('passkey_challenge')
    .values({
      challenge_hash: hashToken(challenge),
      purpose: wanted.purpose,
      subject_id: wanted.subjectId,
      expires_at: new Date(later(now, challengeMs)),
    })
    .execute()
  return challenge
}

/** Whether it was given for this and is still good; from now on it is not. Counts only when the transaction commits: answer, do not throw. */
export async function takeChallenge({ tx, now }: Pick<AnyWork, 'tx' | 'now'>, wanted: ChallengeFor, challenge: string): Promise<boolean> {
  const taken = await tx
    .deleteFrom('passkey_challenge')
    .where('challenge_hash', '=', hashToken(challenge))
    .where('purpose', '=', wanted.purpose)
    .where('subject_id', wanted.subjectId === null ? 'is' : '=', wanted.subjectId)
    .returning('expires_at')
    .executeTakeFirst()
  return taken !== undefined && taken.expires_at.getTime() > now
}
