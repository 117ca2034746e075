// The rows of successions and of what each customer is asked.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId, type SessionId } from '../../domain/ids.ts'
import type { QuestionState, Succession, SuccessionQuestion, SuccessionState } from '../../domain/partnership/succession.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

/** `answeredIn`: the session in which the successor answered. */
export type StoredSuccession = Succession & { readonly answeredIn: SessionId | null }

/** The job that accepts in the successor's name what a customer offered. */
export const acceptKind = 'accept-for-successor'
export type AcceptJob = {
  readonly successionId: string
  readonly successorId: string
  readonly partnershipId: string
  /** What the successor agreed to: this version, and none that took its place. */
  readonly proposalId: string
}

export async function insertSuccession(tx: Transaction, succession: Succession): Promise<void> {
  const { id, predecessorId, successorId, namedBy, namedAt } = succession
  await tx
    .insertInto('succession')
    .values({
      ...{ id, predecessor_id: predecessorId, successor_id: successorId, named_by: namedBy, named_at: new Date(namedAt) },
      ...columnsOf({ ...succession, answeredIn: null }),
    })
    .execute()
}

export async function saveSuccession(tx: Transaction, succession: StoredSuccession): Promise<void> {
  await tx.updateTable('succession').set(columnsOf(succession)).where('id', '=', succession.id).execute()
}

export async function lockSuccession(tx: Transaction, id: string): Promise<StoredSuccession | undefined> {
  const row = await tx.selectFrom('succession').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && toSuccession(row)
}

/** In which this organisation goes or follows, the newest first. */
export async function listSuccessions(tx: Transaction, organisationId: OrganisationId): Promise<readonly StoredSuccession[]> {
  const rows = await tx
    .selectFrom('succession')
    .selectAll()
    .where((is) => is.or([is('predecessor_id', '=', organisationId), is('successor_id', '=', organisationId)]))
    .orderBy('named_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(toSuccession)
}

export type SuccessionCounts = {
  readonly customers: number
  readonly partnerPays: number
  readonly asked: number
  readonly granted: number
  readonly declined: number
  readonly lapsed: number
}

export async function countAnswers(tx: Transaction, id: string): Promise<SuccessionCounts> {
  const { rows } = await sql<SuccessionCounts>`
    select customers, partner_pays as "partnerPays", asked, granted, declined, lapsed from succession_counts(${id})`.execute(tx)
  return rows[0] ?? { customers: 0, partnerPays: 0, asked: 0, granted: 0, declined: 0, lapsed: 0 }
}

export async function insertQuestion(tx: Transaction, question: SuccessionQuestion, now: Instant): Promise<void> {
  const { id, customerId, successionId, partnershipId, partnerId, successorId, askers, until } = question
  await tx
    .insertInto('succession_question')
    .values({
      ...{ id, customer_id: customerId, succession_id: successionId, partnership_id: partnershipId, partner_id: partnerId },
      ...{ successor_id: successorId, askers: [...askers], asked_at: new Date(now), until: new Date(until) },
      ...answerOf(question),
    })
    .execute()
}

export async function saveQuestion(tx: Transaction, question: SuccessionQuestion): Promise<void> {
  await tx.updateTable('succession_question').set(answerOf(question)).where('id', '=', question.id).execute()
}

/** The newest question about this partnership, locked. */
export async function lockQuestion(tx: Transaction, partnershipId: PartnershipId): Promise<SuccessionQuestion | undefined> {
  const row = await questions(tx)
    .where('partnership_id', '=', partnershipId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && toQuestion(row)
}

/** What waits for an answer of this customer. */
export async function listAsked(tx: Transaction, customerId: OrganisationId): Promise<readonly SuccessionQuestion[]> {
  const rows = await questions(tx).where('customer_id', '=', customerId).where('state', '=', 'asked').orderBy('until').execute()
  return rows.map(toQuestion)
}

/** Some of those that nobody answered, locked. */
export async function lockUnanswered(tx: Transaction, successionId: string, limit: number): Promise<readonly SuccessionQuestion[]> {
  const rows = await questions(tx)
    .where('succession_id', '=', successionId)
    .where('state', '=', 'asked')
    .orderBy('id')
    .limit(limit)
    .forNoKeyUpdate()
    .execute()
  return rows.map(toQuestion)
}

/** The question whose answer this hand-over carries out. */
export async function findGranted(tx: Transaction, from: string, to: string): Promise<SuccessionQuestion | undefined> {
  const row = await questions(tx)
    .where('partnership_id', '=', from)
    .where('to_partnership_id', '=', to)
    .where('state', '=', 'granted')
    .executeTakeFirst()
  return row && toQuestion(row)
}

/** Whether an offer answers a succession. As prokura_system. */
export async function answersSuccession(tx: Transaction, partnershipId: PartnershipId): Promise<boolean> {
  const { rows } = await sql<{ answers: boolean }>`select answers_succession(${partnershipId}) as answers`.execute(tx)
  return rows[0]?.answers === true
}

/** Also of an organisation that the context does not see otherwise. */
export async function nameOf(tx: Transaction, organisationId: OrganisationId): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select organisation_name(${organisationId}) as name`.execute(tx)
  return rows[0]?.name ?? ''
}

function questions(tx: Transaction) {
  return tx.selectFrom('succession_question').selectAll().select(sql<string>`organisation_name(successor_id)`.as('successor_name'))
}

type QuestionRow = Awaited<ReturnType<ReturnType<typeof questions>['executeTakeFirstOrThrow']>>

function toQuestion(row: QuestionRow): SuccessionQuestion {
  return {
    ...{ id: asId(row.id), successionId: asId(row.succession_id), state: row.state as QuestionState },
    ...{ customerId: asId(row.customer_id), partnershipId: asId(row.partnership_id), partnerId: asId(row.partner_id) },
    ...{ successorId: asId(row.successor_id), successorName: row.successor_name, askers: row.askers.map((one) => asId(one)) },
    until: instant(row.until.getTime()),
    answeredBy: row.answered_by === null ? null : asId(row.answered_by),
    answeredAt: row.answered_at === null ? null : instant(row.answered_at.getTime()),
    toPartnershipId: row.to_partnership_id === null ? null : asId(row.to_partnership_id),
  }
}

const answerOf = ({ state, answeredBy, answeredAt, toPartnershipId }: SuccessionQuestion) => ({
  ...{ state, answered_by: answeredBy, to_partnership_id: toPartnershipId },
  answered_at: answeredAt === null ? null : new Date(answeredAt),
})

const columnsOf = ({ state, answeredBy, answeredAt, answeredIn, until }: StoredSuccession) => ({
  ...{ state, answered_by: answeredBy, answered_in: answeredIn },
  answered_at: answeredAt === null ? null : new Date(answeredAt),
  until: until === null ? null : new Date(until),
})

type SuccessionRow = {
  readonly id: string
  readonly predecessor_id: string
  readonly successor_id: string
  readonly state: string
  readonly named_by: string
  readonly named_at: Date
  readonly answered_by: string | null
  readonly answered_in: string | null
  readonly answered_at: Date | null
  readonly until: Date | null
}

function toSuccession(row: SuccessionRow): StoredSuccession {
  return {
    ...{ id: asId(row.id), state: row.state as SuccessionState, namedBy: asId(row.named_by) },
    ...{ predecessorId: asId(row.predecessor_id), successorId: asId(row.successor_id) },
    namedAt: instant(row.named_at.getTime()),
    answeredBy: row.answered_by === null ? null : asId(row.answered_by),
    answeredIn: row.answered_in === null ? null : asId(row.answered_in),
    answeredAt: row.answered_at === null ? null : instant(row.answered_at.getTime()),
    until: row.until === null ? null : instant(row.until.getTime()),
  }
}
