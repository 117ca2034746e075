// What a token for acting is decided on, read in the transaction that issues it, and the rows of such tokens. Runs as prokura_app.
import { sql } from 'kysely'
import type pg from 'pg'
import { asId, type OrganisationId, type PartnershipId, type PersonId, type SessionId, type VisitId } from '../../domain/ids.ts'
import type { Session, SessionStrength } from '../../domain/session.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

/** The head is read first: what is decided on is at least as new. */
export async function openingOf(tx: Transaction): Promise<{ readonly now: Instant; readonly position: number }> {
  const { rows } = await sql<{ now: Date; position: number }>`select clock_timestamp() as now, journal_head() as position`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The database answered nothing')
  return { now: instant(row.now.getTime()), position: row.position }
}

/** Only one's own, and only while it is open. */
export async function findOpenSession(tx: Transaction, id: SessionId, now: Instant): Promise<Session | null> {
  const row = await tx
    .selectFrom('session')
    .select(['id', 'person_id', 'strength', 'authenticated_at', 'expires_at'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('seen_at', '>', new Date(now - idleMs))
    .executeTakeFirst()
  if (!row) return null
  return {
    id,
    personId: asId(row.person_id),
    strength: row.strength as SessionStrength,
    authenticatedAt: instant(row.authenticated_at.getTime()),
    expiresAt: instant(row.expires_at.getTime()),
    endedAt: null,
  }
}
const idleMs = 12 * 3_600_000

export type Parties = { readonly customerId: OrganisationId; readonly partnerId: OrganisationId; readonly partnershipId: PartnershipId }

/** Of a visit of this person in this session; the transaction sees the customer's side from here on. */
export async function enterPartiesOf(tx: Transaction, visit: VisitId, session: SessionId): Promise<Parties | null> {
  const { rows } = await sql<{
    customer_id: string
    partner_id: string
    partnership_id: string
  }>`select * from parties_of_visit(${visit}, ${session})`.execute(tx)
  const [row] = rows
  if (!row) return null
  await enterOrganisation(tx, asId(row.customer_id))
  return { customerId: asId(row.customer_id), partnerId: asId(row.partner_id), partnershipId: asId(row.partnership_id) }
}

export async function enterOrganisation(tx: Transaction, id: OrganisationId): Promise<void> {
  await sql`select set_config('app.organisation', ${id}, true)`.execute(tx)
}

/** Whoever stops access or ends the visit waits for this transaction, or was here first: no token outlives a visit unseen. */
export async function holdVisit(tx: Transaction, { partnershipId }: Parties, visit: VisitId): Promise<void> {
  await tx.selectFrom('partnership').select('id').where('id', '=', partnershipId).forShare().execute()
  await tx.selectFrom('visit').select('id').where('id', '=', visit).forNoKeyUpdate().execute()
}

export async function seeVisitNow(tx: Transaction, visit: VisitId, now: Instant): Promise<void> {
  await tx
    .updateTable('visit')
    .set({ seen_at: new Date(now) })
    .where('id', '=', visit)
    .execute()
}

export type TokenRow = {
  readonly jti: string
  readonly consoleId: string
  readonly personId: PersonId
  readonly sessionId: SessionId
  readonly organisationId: OrganisationId
  readonly partnershipId: PartnershipId | null
  readonly visitId: VisitId | null
}

export async function hasTokens(tx: Transaction, visit: VisitId, consoleId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('console_token')
    .select('jti')
    .where('visit_id', '=', visit)
    .where('console_id', '=', consoleId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertToken(
  tx: Transaction,
  token: TokenRow,
  { issuedAt, expiresAt }: { readonly issuedAt: Instant; readonly expiresAt: Instant },
): Promise<void> {
  await tx
    .insertInto('console_token')
    .values({
      jti: token.jti,
      console_id: token.consoleId,
      person_id: token.personId,
      session_id: token.sessionId,
      organisation_id: token.organisationId,
      partnership_id: token.partnershipId,
      visit_id: token.visitId,
      issued_at: new Date(issuedAt),
      expires_at: new Date(expiresAt),
    })
    .execute()
}

/** Of this console, not ended, not over. As prokura_sign_in. */
export async function findLivingToken(pool: pg.Pool, jti: string, consoleId: string): Promise<TokenRow | undefined> {
  const { rows } = await pool.query<TokenRow>(
    `select jti, console_id as "consoleId", person_id as "personId", session_id as "sessionId", organisation_id as "organisationId",
       partnership_id as "partnershipId", visit_id as "visitId"
     from console_token where jti::text = $1 and console_id = $2 and ended_at is null and expires_at > clock_timestamp()`,
    [jti, consoleId],
  )
  return rows[0]
}

/** As prokura_sign_in. */
export async function endToken(pool: pg.Pool, jti: string, consoleId: string): Promise<void> {
  await pool.query(
    'update console_token set ended_at = clock_timestamp() where jti::text = $1 and console_id = $2 and ended_at is null and expires_at > clock_timestamp()',
    [jti, consoleId],
  )
}

/** A week after they were over nobody asks for them any more. As prokura_sign_in. */
export async function forgetOldTokens(pool: pg.Pool): Promise<void> {
  await pool.query("delete from console_token where expires_at < now() - interval '7 days'")
}
