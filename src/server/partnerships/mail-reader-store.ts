// Who a mail about a partnership goes to, and the names in it. Runs as prokura_system, after the event.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { Role } from '../../domain/organisation.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { emailKey } from '../identity/email-key.ts'
import type { Transaction } from '../platform/transact.ts'

export type MailReader = { readonly personId: PersonId; readonly name: string; readonly email: string; readonly language: Language }

/** Members of an organisation in these roles. */
export async function listMailReaders(
  tx: Transaction,
  organisationId: OrganisationId,
  roles: readonly Role[],
): Promise<readonly MailReader[]> {
  const rows = await members(tx, organisationId)
    .where('member.role', 'in', [...roles])
    .execute()
  return rows.map(toReader)
}

/** Whoever of the partner is assigned to the partnership, also through a team. */
export async function listAssignedReaders(
  tx: Transaction,
  partnerId: OrganisationId,
  partnershipId: PartnershipId,
): Promise<readonly MailReader[]> {
  const rows = await members(tx, partnerId).where('person.id', 'in', whoIsAssigned(tx, partnershipId)).execute()
  return rows.map(toReader)
}

function whoIsAssigned(tx: Transaction, partnershipId: PartnershipId) {
  return tx
    .selectFrom('assignment')
    .select('assignment.person_id')
    .where('assignment.partnership_id', '=', partnershipId)
    .union(
      tx
        .selectFrom('team_assignment')
        .innerJoin('team_member', 'team_member.team_id', 'team_assignment.team_id')
        .select('team_member.person_id')
        .where('team_assignment.partnership_id', '=', partnershipId),
    )
    .union(
      tx
        .selectFrom('timed_assignment')
        .select(sql<string>`timed_assignment.person_id`.as('person_id'))
        .where('timed_assignment.partnership_id', '=', partnershipId)
        .where('timed_assignment.person_id', 'is not', null)
        .where(sql<boolean>`clock_timestamp() between timed_assignment.starts_at and timed_assignment.ends_at`),
    )
}

function members(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name', 'person.email', 'person.language'])
    .where('member.organisation_id', '=', organisationId)
    .orderBy('person.id')
}

/** The person behind an address, when there is one. */
export async function findMailReader(
  tx: Transaction,
  address: { readonly email: string } | { readonly personId: PersonId },
): Promise<MailReader | undefined> {
  const all = tx.selectFrom('person').select(['id', 'name', 'email', 'language'])
  const wanted = 'email' in address ? all.where('email_key', '=', emailKey(address.email)) : all.where('id', '=', address.personId)
  const row = await wanted.executeTakeFirst()
  return row && toReader(row)
}

export async function getOrganisationName(tx: Transaction, id: OrganisationId): Promise<string> {
  const row = await tx.selectFrom('organisation').select('name').where('id', '=', id).executeTakeFirstOrThrow()
  return row.name
}

/** The partner's row for this customer or request: its id and what the partner calls it. */
export async function findListed(
  tx: Transaction,
  of: { readonly partnershipId: string } | { readonly id: string },
): Promise<{ id: string; name: string } | undefined> {
  const all = tx.selectFrom('managed_customer').select(['id', 'name'])
  return ('id' in of ? all.where('id', '=', of.id) : all.where('partnership_id', '=', of.partnershipId)).executeTakeFirst()
}

/** Brand and last four digits of a payment method, as mails may name it. */
export async function findMethodShown(tx: Transaction, id: string | null): Promise<{ brand: string; lastFour: string } | null> {
  if (id === null) return null
  const row = await tx.selectFrom('payment_method').select(['brand', 'last_four']).where('id', '=', id).executeTakeFirst()
  return row && row.last_four !== null ? { brand: row.brand, lastFour: row.last_four } : null
}

export async function databaseClock(tx: Transaction): Promise<Instant> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx)
  return instant(rows[0]?.now.getTime() ?? 0)
}

function toReader(row: { id: string; name: string; email: string; language: Language }): MailReader {
  return { personId: asId(row.id), name: row.name, email: row.email, language: row.language }
}
