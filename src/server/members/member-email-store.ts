// Whom to tell about their membership, and of which organisation. Runs as prokura_system.
import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type ToTell = {
  readonly organisation: string
  readonly person: { readonly email: string; readonly language: Language } | undefined
  readonly now: Instant
}

export async function findToTell(tx: Transaction, organisationId: OrganisationId, personId: PersonId): Promise<ToTell> {
  const organisation = await tx
    .selectFrom('organisation')
    .select(['name', sql<Date>`clock_timestamp()`.as('now')])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const person = await tx.selectFrom('person').select(['email', 'language']).where('id', '=', personId).executeTakeFirst()
  return { organisation: organisation.name, person, now: instant(organisation.now.getTime()) }
}
