// Who a mail goes to, and the names in it. Runs as prokura_system, after the event.
import { sql } from 'kysely'
import { asId, type InvitationId, type OrganisationId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { Role } from '../../domain/organisation.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type Reader = { readonly email: string; readonly language: Language }

/** Members of an organisation in these roles. */
export function listReaders(tx: Transaction, organisationId: OrganisationId, roles: readonly Role[]): Promise<readonly Reader[]> {
  return members(tx, organisationId)
    .where('member.role', 'in', [...roles])
    .execute()
}

/** These people, as long as they belong to the organisation; each once. */
export async function listReadersAmong(
  tx: Transaction,
  organisationId: OrganisationId,
  people: readonly (PersonId | null)[],
): Promise<readonly Reader[]> {
  const wanted = people.filter((id) => id !== null)
  if (wanted.length === 0) return []
  return members(tx, organisationId).where('person.id', 'in', wanted).execute()
}

function members(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.email', 'person.language'])
    .where('member.organisation_id', '=', organisationId)
    .orderBy('person.id')
}

/** The invited address first. */
export async function listAddressesOf(tx: Transaction, id: InvitationId): Promise<readonly string[]> {
  const rows = await tx.selectFrom('invitation_address').select('email').where('invitation_id', '=', id).orderBy('added_at').execute()
  return rows.map(({ email }) => email)
}

export async function organisationOfNumber(tx: Transaction, number: string): Promise<OrganisationId | undefined> {
  const row = await tx.selectFrom('organisation').select('id').where('number', '=', number).executeTakeFirst()
  return row && asId(row.id)
}

export async function nameOfOrganisation(tx: Transaction, id: OrganisationId): Promise<string> {
  const row = await tx.selectFrom('organisation').select('name').where('id', '=', id).executeTakeFirstOrThrow()
  return row.name
}

export async function nameOfPerson(tx: Transaction, id: PersonId): Promise<string> {
  const row = await tx.selectFrom('person').select('name').where('id', '=', id).executeTakeFirstOrThrow()
  return row.name
}

/** What the partner's list calls this customer, and under which id: its own words, as long as the customer has not answered. */
export async function findInList(tx: Transaction, partnershipId: PartnershipId): Promise<{ id: string; name: string } | undefined> {
  return tx.selectFrom('managed_customer').select(['id', 'name']).where('partnership_id', '=', partnershipId).executeTakeFirst()
}

export async function listAssignedPeople(tx: Transaction, partnershipId: PartnershipId): Promise<readonly PersonId[]> {
  const rows = await tx
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
    .execute()
  return rows.map((row) => asId(row.person_id))
}

/** Requests of this partner that wait for release. */
export async function countWaiting(tx: Transaction, partnerId: OrganisationId): Promise<number> {
  const { waiting } = await tx
    .selectFrom('proposal')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('partner_id', '=', partnerId)
    .where('side', '=', 'partner')
    .where('state', '=', 'prepared')
    .executeTakeFirstOrThrow()
  return Number(waiting)
}

export async function countVisits(tx: Transaction, partnershipId: PartnershipId): Promise<number> {
  const { visits } = await tx
    .selectFrom('visit')
    .select(({ fn }) => fn.countAll<number>().as('visits'))
    .where('partnership_id', '=', partnershipId)
    .executeTakeFirstOrThrow()
  return Number(visits)
}

/** The entry of the journal that says the partnership has ended. */
export async function positionOfEnd(tx: Transaction, partnershipId: PartnershipId): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select j.position from journal_reader r join journal j on j.position = r.position
    where r.partnership_id = ${partnershipId} and j.kind = 'partnership.ended' order by r.position desc limit 1`.execute(tx)
  return rows[0]?.position ?? 0
}

export async function clockOf(tx: Transaction): Promise<Instant> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx)
  return instant(rows[0]?.now.getTime() ?? 0)
}
