// Between the first factor and the second: who has shown one, for ten minutes and five attempts. Runs as prokura_sign_in.
import { asId, type PersonId } from '../../domain/ids.ts'
import { minuteMs } from '../../domain/time.ts'
import { hashToken } from '../platform/secrets.ts'
import { type AnyWork, newId } from '../work.ts'

export type FirstFactor = 'password' | 'email'
export type Pending = { readonly id: string; readonly personId: PersonId; readonly firstFactor: FirstFactor }

const pendingMinutes = 10
const attemptsAllowed = 5

/** A token that stands for the first factor; its hash is kept. */
export async function keepPending(
  { tx, now, secrets }: Pick<AnyWork, 'tx' | 'now' | 'secrets'>,
  personId: PersonId,
  firstFactor: FirstFactor,
): Promise<{ continuation: string; expiresAt: number }> {
  const continuation = secrets.randomToken()
  const expiresAt = now + pendingMinutes * minuteMs
  await tx
    .insertInto('pending_sign_in')
    .values({
      id: newId<string>(),
      person_id: personId,
      token_hash: hashToken(continuation),
      first_factor: firstFactor,
      expires_at: new Date(expiresAt),
      created_at: new Date(now),
    })
    .execute()
  return { continuation, expiresAt }
}

/** Locked: of two answers at once the second sees what the first did. */
export async function lockPending({ tx, now }: Pick<AnyWork, 'tx' | 'now'>, continuation: string): Promise<Pending | undefined> {
  const row = await tx
    .selectFrom('pending_sign_in')
    .select(['id', 'person_id', 'first_factor'])
    .where('token_hash', '=', hashToken(continuation))
    .where('used_at', 'is', null)
    .where('attempts', '<', attemptsAllowed)
    .where('expires_at', '>', new Date(now))
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && { id: row.id, personId: asId(row.person_id), firstFactor: row.first_factor === 'email' ? 'email' : 'password' }
}

export async function countPendingAttempt({ tx }: Pick<AnyWork, 'tx'>, { id }: Pending): Promise<void> {
  await tx
    .updateTable('pending_sign_in')
    .set((set) => ({ attempts: set('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function spendPending({ tx, now }: Pick<AnyWork, 'tx' | 'now'>, { id }: Pending): Promise<void> {
  await tx
    .updateTable('pending_sign_in')
    .set({ used_at: new Date(now) })
    .where('id', '=', id)
    .execute()
}
