// A command that goes on after its request: in the name of whoever ordered it, who is looked up again each time, without a session.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PersonId, type SessionId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { Member } from '../../domain/organisation.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import type { SignedIn } from '../work.ts'
import { findMembership } from './load-facts.ts'

export type InName = { readonly organisationId: OrganisationId; readonly personId: PersonId; readonly sessionId: SessionId }
export type OpenedInName = {
  readonly now: Instant
  readonly position: number
  readonly person: SignedIn
  /** Null: no member any more. */
  readonly membership: Member | null
}

/** Sets the context of the transaction. The head of the journal is read first: what is decided on is at least as new. */
export async function openInName(tx: Transaction, { organisationId, personId, sessionId }: InName): Promise<OpenedInName> {
  const { rows } = await sql<{ now: Date; position: number }>`select clock_timestamp() as now, journal_head() as position,
    set_config('app.organisation', ${organisationId}, true), set_config('app.person', ${personId}, true)`.execute(tx)
  const [opening] = rows
  if (!opening) throw new Error('The database answered nothing')
  const found = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'language'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const now = instant(opening.now.getTime())
  const person: SignedIn = {
    ...{ id: asId<PersonId>(found.id), sessionId, name: found.name, email: found.email, language: found.language as Language },
    // Nobody is there: nothing that asks for a strong or fresh authentication may be done in a name alone.
    ...{
      strength: 'email',
      authenticatedAt: instant(0),
      hasPassword: false,
      hasAuthenticator: false,
      hasPasskey: false,
      hasSecondFactor: false,
    },
  }
  return { now, position: opening.position, person, membership: await findMembership(tx, organisationId, personId) }
}
