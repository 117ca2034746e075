// The signed-in person's own row and their organisations.
import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { Role } from '../../domain/organisation.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export async function listMemberships(tx: Transaction, personId: PersonId) {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('organisation', 'organisation.id', 'member.organisation_id')
    .select([
      'organisation.id',
      'organisation.name',
      'organisation.number',
      'organisation.enrolled_as_partner_at',
      'member.role',
      sql<boolean>`is_verified(organisation.verified_as_partner_at, organisation.verified_until)`.as('is_verified'),
    ])
    .where('member.person_id', '=', personId)
    .orderBy('organisation.name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    number: row.number,
    role: row.role as Role,
    isPartner: row.enrolled_as_partner_at !== null,
    isVerifiedPartner: row.is_verified,
  }))
}

export async function isOperator(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select is_operator() as is`.execute(tx)
  return rows[0]?.is ?? false
}

export async function changePerson(
  tx: Transaction,
  personId: PersonId,
  changes: { readonly name?: string; readonly language?: Language },
): Promise<void> {
  await tx.updateTable('person').set(changes).where('id', '=', personId).execute()
}

/** How lists listen to keys is nobody else's matter, so no event tells of it. */
export async function keepShortcuts(tx: Transaction, personId: PersonId, hasThem: boolean): Promise<void> {
  await tx.updateTable('person').set({ has_shortcuts: hasThem }).where('id', '=', personId).execute()
}

export async function hasShortcuts(tx: Transaction, personId: PersonId): Promise<boolean> {
  const row = await tx.selectFrom('person').select('has_shortcuts').where('id', '=', personId).executeTakeFirst()
  return row?.has_shortcuts ?? true
}

export type NewOrganisation = {
  readonly id: OrganisationId
  readonly name: string
  readonly country: string
  readonly language: Language
  readonly creatorId: PersonId
  readonly now: Instant
}

/** In the context of the new organisation. */
export async function insertOrganisation(tx: Transaction, { id, name, country, language, creatorId, now }: NewOrganisation): Promise<void> {
  const created = new Date(now)
  await tx.insertInto('organisation').values({ id, name, country, language, created_at: created }).execute()
  const member = { organisation_id: id, person_id: creatorId, role: 'legal_representative', added_at: created }
  await tx.insertInto('member').values(member).execute()
}
