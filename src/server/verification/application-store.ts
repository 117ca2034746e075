// The rows of applications: written by the organisation, looked at and decided by the operator.
import { type Selectable, sql } from 'kysely'
import { type ApplicationId, asId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Application, ApplicationKind, ApplicationState } from '../../domain/verification/application.ts'
import type { ProofWay } from '../../domain/verification/proof-of-domain.ts'
import type { RegisterKind } from '../../domain/verification/register-number.ts'
import type { PartnerApplication } from '../platform/tables.ts'
import type { Transaction } from '../platform/transact.ts'

export type StoredApplication = Application & { readonly checkedAt: Instant | null; readonly checks: number }

const at = (date: Date | null): Instant | null => (date === null ? null : instant(date.getTime()))

function toApplication(row: Selectable<PartnerApplication>): StoredApplication {
  return {
    id: asId(row.id),
    organisationId: asId(row.organisation_id),
    kind: row.kind as ApplicationKind,
    state: row.state as ApplicationState,
    legalName: row.legal_name,
    country: row.country,
    city: row.city,
    registerNumber: row.register_number,
    register: { kind: row.register_kind as RegisterKind, number: row.register_number, isChecked: row.register_checked },
    domain: row.domain,
    contactEmail: row.contact_email,
    token: row.token,
    proof: row.proof as ProofWay | null,
    appliedBy: asId(row.applied_by),
    appliedAt: instant(row.applied_at.getTime()),
    decidedBy: row.decided_by === null ? null : asId(row.decided_by),
    decidedAt: at(row.decided_at),
    reason: row.reason,
    checkedAt: at(row.checked_at),
    checks: row.checks,
  }
}

export async function insertApplication(tx: Transaction, application: Application): Promise<void> {
  await tx
    .insertInto('partner_application')
    .values({
      id: application.id,
      organisation_id: application.organisationId,
      kind: application.kind,
      state: application.state,
      legal_name: application.legalName,
      country: application.country,
      city: application.city,
      register_kind: application.register.kind,
      register_number: application.register.number,
      register_checked: application.register.isChecked,
      domain: application.domain,
      contact_email: application.contactEmail,
      token: application.token,
      applied_by: application.appliedBy,
      applied_at: new Date(application.appliedAt),
    })
    .execute()
}

export async function saveApplication(tx: Transaction, { id, state, proof, decidedBy, decidedAt, reason }: Application): Promise<void> {
  await tx
    .updateTable('partner_application')
    .set({ state, proof, decided_by: decidedBy, decided_at: decidedAt === null ? null : new Date(decidedAt), reason })
    .where('id', '=', id)
    .execute()
}

export async function noteCheck(tx: Transaction, id: ApplicationId, now: Instant): Promise<void> {
  await tx
    .updateTable('partner_application')
    .set({ checked_at: new Date(now), checks: sql`checks + 1` })
    .where('id', '=', id)
    .execute()
}

/** The newest of an organisation. */
export async function findNewest(tx: Transaction, organisationId: OrganisationId): Promise<StoredApplication | undefined> {
  const row = await tx
    .selectFrom('partner_application')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('applied_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toApplication(row)
}

export async function lockApplication(tx: Transaction, id: string): Promise<StoredApplication | undefined> {
  const row = await tx.selectFrom('partner_application').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && toApplication(row)
}

export async function findApplication(tx: Transaction, id: string): Promise<StoredApplication | undefined> {
  const row = await tx.selectFrom('partner_application').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toApplication(row)
}

const shown = 200

export async function listByState(tx: Transaction, state: ApplicationState): Promise<readonly StoredApplication[]> {
  const rows = await tx
    .selectFrom('partner_application')
    .selectAll()
    .where('state', '=', state)
    .orderBy('applied_at', state === 'open' ? 'asc' : 'desc')
    .limit(shown)
    .execute()
  return rows.map(toApplication)
}

/** Refused before: of this organisation, or with the same number or domain. */
export async function listRefusals(tx: Transaction, application: Application): Promise<readonly StoredApplication[]> {
  const rows = await tx
    .selectFrom('partner_application')
    .selectAll()
    .where('state', '=', 'refused')
    .where('id', '<>', application.id)
    .where((or) =>
      or.or([
        or('organisation_id', '=', application.organisationId),
        or('register_number', '=', application.register.number),
        or('domain', '=', application.domain),
      ]),
    )
    .orderBy('decided_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(toApplication)
}

export async function nameOf(tx: Transaction, personId: PersonId): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select person_name(${personId}) as name`.execute(tx)
  return rows[0]?.name ?? ''
}
