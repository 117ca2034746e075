// The facts of one decision, read inside the transaction that will act on it. What is absent is null and allows nothing.
import { sql } from 'kysely'
import type { ActingFacts, AssignmentFacts, MembershipFacts, SessionFacts } from '../../domain/authorization/facts.ts'
import { asId, type OrganisationId, type PartnershipId, type PersonId, type ProductId, type VisitId } from '../../domain/ids.ts'
import type { Role } from '../../domain/organisation.ts'
import type { Grant, RightInForce } from '../../domain/partnership/grant.ts'
import type { EndedBy, Partnership, PartnershipState } from '../../domain/partnership/partnership.ts'
import type { Terms } from '../../domain/partnership/terms.ts'
import type { Family, RightId } from '../../domain/rights/catalogue.ts'
import type { ProductFacts, Scope } from '../../domain/rights/scope.ts'
import { type Instant, instant, minuteMs } from '../../domain/time.ts'
import type { Visit } from '../../domain/visit.ts'
import type { Transaction } from '../platform/transact.ts'
import type { SignedIn } from '../work.ts'

export function sessionFacts(person: SignedIn, expiresAt: Instant): SessionFacts {
  return {
    sessionId: person.sessionId,
    personId: person.id,
    secondFactor: person.strength === 'two_factors',
    authenticatedAt: person.authenticatedAt,
    expiresAt,
    revokedAt: null,
  }
}

export async function findMembership(tx: Transaction, organisationId: OrganisationId, personId: PersonId): Promise<MembershipFacts | null> {
  const row = await tx
    .selectFrom('member')
    .select('role')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ? { organisationId, personId, role: row.role as Role } : null
}

/** Customer and partner of a partnership, for a member of the partner; for anybody else it does not exist. */
export async function findParties(tx: Transaction, partnershipId: PartnershipId): Promise<{ customerId: OrganisationId; partnerId: OrganisationId } | null> {
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
  const partnership = await findPartnership(tx, parties.customerId, question.partnershipId)
  if (!partnership) return null
  return {
    partnership,
    membership: await findMembership(tx, parties.partnerId, question.personId),
    admittedByName: partnership.namedPeopleOnly && (await isAdmitted(tx, question)),
    assignments: await listAssignments(tx, question),
    visit: question.visitId ? await findVisit(tx, parties.customerId, question.visitId) : null,
  }
}

export async function findPartnership(tx: Transaction, customerId: OrganisationId, id: PartnershipId): Promise<Partnership | null> {
  const row = await tx.selectFrom('partnership').selectAll().where('customer_id', '=', customerId).where('id', '=', id).executeTakeFirst()
  if (!row) return null
  return {
    id,
    customerId,
    partnerId: asId(row.partner_id),
    state: row.state as PartnershipState,
    suspendedByCustomerAt: at(row.suspended_by_customer_at),
    suspendedByOperatorAt: at(row.suspended_by_operator_at),
    namedPeopleOnly: row.named_people_only,
    activeSince: at(row.activated_at),
    endedAt: at(row.ended_at),
    endedBy: row.ended_by as EndedBy | null,
    grant: row.grant_version === null ? null : await findGrant(tx, customerId, id, row.grant_version),
  }
}

async function findGrant(tx: Transaction, customerId: OrganisationId, partnershipId: PartnershipId, version: number): Promise<Grant | null> {
  const row = await tx
    .selectFrom('grant_version')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', partnershipId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) return null
  return {
    version,
    terms: row.terms as unknown as Terms,
    rights: await listRightsInForce(tx, customerId, partnershipId),
    notBefore: instant(row.not_before.getTime()),
    notAfter: at(row.not_after),
    grantedBy: asId(row.granted_by),
    grantedAt: instant(row.granted_at.getTime()),
    proposalId: row.proposal_id === null ? null : asId(row.proposal_id),
    securedAt: at(row.secured_at),
  }
}

async function listRightsInForce(tx: Transaction, customerId: OrganisationId, partnershipId: PartnershipId): Promise<readonly RightInForce[]> {
  const rows = await tx
    .selectFrom('granted_right')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', partnershipId)
    .execute()
  return rows.map((row) => ({
    right: row.right as RightId,
    scope: toScope(row.scope_kind, row.scope_key, row.future_products),
    notBefore: instant(row.not_before.getTime()),
    notAfter: at(row.not_after),
    grantedAt: instant(row.granted_at.getTime()),
  }))
}

function toScope(kind: string, key: string, future: boolean): Scope {
  switch (kind) {
    case 'organisation':
      return { kind: 'organisation' }
    case 'all':
      return { kind: 'all', future }
    case 'family':
      return { kind: 'family', family: key as Family, future }
    default:
      return { kind: 'product', productId: asId(key) }
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

async function listAssignments(tx: Transaction, question: { partnershipId: PartnershipId; personId: PersonId }): Promise<readonly AssignmentFacts[]> {
  const rows = await tx
    .selectFrom('assignment')
    .select(['id', 'rights', 'not_after'])
    .where('partnership_id', '=', question.partnershipId)
    .where('person_id', '=', question.personId)
    .execute()
  return rows.map((row) => ({
    assignmentId: asId(row.id),
    partnershipId: question.partnershipId,
    rights: row.rights as RightId[] | null,
    notAfter: at(row.not_after),
  }))
}

export async function findVisit(tx: Transaction, customerId: OrganisationId, id: VisitId): Promise<Visit | null> {
  const row = await tx.selectFrom('visit').selectAll().where('customer_id', '=', customerId).where('id', '=', id).executeTakeFirst()
  return row ? toVisit(row) : null
}

/** The visit of this session under this partnership, ended or not: the latest. */
export async function findVisitOfSession(tx: Transaction, question: { customerId: OrganisationId; partnershipId: PartnershipId; person: SignedIn }): Promise<Visit | null> {
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
  idle_minutes: number
  expires_at: Date
}

function toVisit(row: VisitRow): Visit {
  return {
    id: asId(row.id),
    partnershipId: asId(row.partnership_id),
    personId: asId(row.person_id),
    sessionId: asId(row.session_id),
    startedAt: instant(row.started_at.getTime()),
    lastSeenAt: instant(row.seen_at.getTime()),
    endedAt: at(row.ended_at),
    limits: { idleMs: row.idle_minutes * minuteMs, longestMs: row.expires_at.getTime() - row.started_at.getTime() },
  }
}

export async function findProduct(tx: Transaction, productId: ProductId): Promise<ProductFacts | null> {
  const row = await tx.selectFrom('product').select(['organisation_id', 'family', 'created_at']).where('id', '=', productId).executeTakeFirst()
  return row ? { productId, ownerId: asId(row.organisation_id), family: row.family as Family, createdAt: instant(row.created_at.getTime()) } : null
}

const at = (date: Date | null): Instant | null => (date ? instant(date.getTime()) : null)
