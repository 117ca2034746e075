// The facts of one decision, read inside the transaction that will act on it. What is absent is null and allows nothing.
import { sql } from 'kysely'
import type { Assignment } from '../../domain/assignment.ts'
import type { ActingFacts } from '../../domain/authorization/facts.ts'
import {
  asId,
  type OrganisationId,
  type PartnershipId,
  type PersonId,
  type ProductId,
  type TeamId,
  type VisitId,
} from '../../domain/ids.ts'
import type { Member, Role } from '../../domain/organisation.ts'
import type { Family, RightId } from '../../domain/rights/catalogue.ts'
import type { ProductFacts } from '../../domain/rights/scope.ts'
import type { Session } from '../../domain/session.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Visit, VisitEnder } from '../../domain/visit.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import type { Transaction } from '../platform/transact.ts'
import type { SignedIn } from '../work.ts'

export function sessionFacts(person: SignedIn, expiresAt: Instant): Session {
  const { sessionId: id, id: personId, strength, authenticatedAt } = person
  return { id, personId, strength, authenticatedAt, expiresAt, endedAt: null }
}

export async function findMembership(tx: Transaction, organisationId: OrganisationId, personId: PersonId): Promise<Member | null> {
  const row = await tx
    .selectFrom('member')
    .select('role')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ? { organisationId, personId, role: row.role as Role } : null
}

/** Customer and partner of a partnership, for a member of the partner; for anybody else it does not exist. */
export async function findParties(
  tx: Transaction,
  partnershipId: PartnershipId,
): Promise<{ customerId: OrganisationId; partnerId: OrganisationId } | null> {
  const { rows } = await sql<{ customer_id: string; partner_id: string }>`select * from partnership_of_member(${partnershipId})`.execute(tx)
  const [row] = rows
  return row ? { customerId: asId(row.customer_id), partnerId: asId(row.partner_id) } : null
}

/** The transaction's context must be one of the two parties. */
export async function loadActingFacts(
  tx: Transaction,
  parties: { customerId: OrganisationId; partnerId: OrganisationId },
  question: { partnershipId: PartnershipId; personId: PersonId; visitId: VisitId | null },
): Promise<ActingFacts | null> {
  const partnership = await findPartnershipById(tx, question.partnershipId)
  if (!partnership || partnership.customerId !== parties.customerId) return null
  return {
    partnership,
    membership: await findMembership(tx, parties.partnerId, question.personId),
    admittedByName: partnership.namedPeopleOnly && (await isAdmitted(tx, question)),
    assignments: await listAssignments(tx, question),
    visit: question.visitId ? await findVisit(tx, parties.customerId, question.visitId) : null,
  }
}

async function isAdmitted(tx: Transaction, question: { partnershipId: PartnershipId; personId: PersonId }): Promise<boolean> {
  const row = await tx
    .selectFrom('admitted_person')
    .select('person_id')
    .where('partnership_id', '=', question.partnershipId)
    .where('person_id', '=', question.personId)
    .executeTakeFirst()
  return row !== undefined
}

/** The person's own assignments, and those of the teams the person is in; also for a time, whether or not that is now. */
async function listAssignments(
  tx: Transaction,
  { partnershipId, personId }: { partnershipId: PartnershipId; personId: PersonId },
): Promise<readonly Assignment[]> {
  const own = await tx
    .selectFrom('assignment')
    .select('rights')
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', personId)
    .execute()
  const ofTeams = await tx
    .selectFrom('team_assignment')
    .innerJoin('team_member', 'team_member.team_id', 'team_assignment.team_id')
    .select(['team_assignment.team_id', 'team_assignment.rights'])
    .where('team_assignment.partnership_id', '=', partnershipId)
    .where('team_member.person_id', '=', personId)
    .execute()
  const forATime = await tx
    .selectFrom('timed_assignment')
    .leftJoin('team_member', (join) =>
      join.onRef('team_member.team_id', '=', 'timed_assignment.team_id').on('team_member.person_id', '=', personId),
    )
    .select(['timed_assignment.team_id', 'timed_assignment.rights', 'timed_assignment.starts_at', 'timed_assignment.ends_at'])
    .where('timed_assignment.partnership_id', '=', partnershipId)
    .where((row) => row.or([row('timed_assignment.person_id', '=', personId), row('team_member.person_id', '=', personId)]))
    .execute()
  return [
    ...forATime.map(({ team_id, rights, starts_at, ends_at }) => ({
      ...{ partnershipId, personId, rights: rights as RightId[] | null },
      ...(team_id === null ? {} : { teamId: asId<TeamId>(team_id) }),
      period: { notBefore: instant(starts_at.getTime()), notAfter: instant(ends_at.getTime()) },
    })),
    ...own.map(({ rights }) => ({ partnershipId, personId, rights: rights as RightId[] | null })),
    ...ofTeams.map(({ team_id, rights }) => ({
      partnershipId,
      personId,
      teamId: asId<TeamId>(team_id),
      rights: rights as RightId[] | null,
    })),
  ]
}

export async function findVisit(tx: Transaction, customerId: OrganisationId, id: VisitId): Promise<Visit | null> {
  const row = await tx.selectFrom('visit').selectAll().where('customer_id', '=', customerId).where('id', '=', id).executeTakeFirst()
  return row ? toVisit(row) : null
}

/** The visit of this session under this partnership, ended or not: the latest. */
export async function findVisitOfSession(
  tx: Transaction,
  question: { customerId: OrganisationId; partnershipId: PartnershipId; person: SignedIn },
): Promise<Visit | null> {
  const row = await tx
    .selectFrom('visit')
    .selectAll()
    .where('customer_id', '=', question.customerId)
    .where('partnership_id', '=', question.partnershipId)
    .where('session_id', '=', question.person.sessionId)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toVisit(row) : null
}

type VisitRow = {
  id: string
  partnership_id: string
  person_id: string
  session_id: string
  started_at: Date
  seen_at: Date
  ended_at: Date | null
  ended_by: string | null
  idle_minutes: number
  expires_at: Date
}

export function toVisit(row: VisitRow): Visit {
  return {
    id: asId(row.id),
    partnershipId: asId(row.partnership_id),
    personId: asId(row.person_id),
    sessionId: asId(row.session_id),
    startedAt: instant(row.started_at.getTime()),
    seenAt: instant(row.seen_at.getTime()),
    endedAt: at(row.ended_at),
    endedBy: row.ended_by as VisitEnder | null,
    idleMinutes: row.idle_minutes,
    expiresAt: instant(row.expires_at.getTime()),
  }
}

export async function findProduct(tx: Transaction, productId: ProductId): Promise<ProductFacts | null> {
  const row = await tx
    .selectFrom('product')
    .select(['organisation_id', 'family', 'created_at'])
    .where('id', '=', productId)
    .executeTakeFirst()
  return row
    ? { productId, ownerId: asId(row.organisation_id), family: row.family as Family, createdAt: instant(row.created_at.getTime()) }
    : null
}

const at = (date: Date | null): Instant | null => (date ? instant(date.getTime()) : null)
