// Whom to tell that their sign-in was changed, and in which browser it was. Runs as prokura_system.
import { sql } from 'kysely'
import type { PersonId, SessionId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type PersonToTell = { readonly email: string; readonly language: Language; readonly client: string | null; readonly now: Instant }

export async function findPersonToTell(
  tx: Transaction,
  personId: PersonId,
  sessionId: SessionId | null,
): Promise<PersonToTell | undefined> {
  const row = await tx
    .selectFrom('person')
    .leftJoin('session', (join) => join.onRef('session.person_id', '=', 'person.id').on('session.id', '=', sessionId))
    .select(['person.email', 'person.language', 'session.client', sql<Date>`clock_timestamp()`.as('now')])
    .where('person.id', '=', personId)
    .executeTakeFirst()
  return row && { ...row, now: instant(row.now.getTime()) }
}
