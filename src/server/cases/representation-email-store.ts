// Everybody in an organisation, to be told. Runs as prokura_system.
import { sql } from 'kysely'
import type { OrganisationId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export async function findToTellAll(
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<{
  readonly organisation: string
  readonly now: Instant
  readonly members: readonly { readonly email: string; readonly language: Language }[]
}> {
  const organisation = await tx
    .selectFrom('organisation')
    .select(['name', sql<Date>`clock_timestamp()`.as('now')])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const members = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.email', 'person.language'])
    .where('member.organisation_id', '=', organisationId)
    .orderBy('person.email')
    .execute()
  return { organisation: organisation.name, now: instant(organisation.now.getTime()), members }
}
