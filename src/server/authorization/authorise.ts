// Before any work: may this person do this here? Answers with the context of the transaction, or ends the request with what is missing.
import { sql } from 'kysely'
import { decide } from '../../domain/authorization/decide.ts'
import type { Decision, Missing } from '../../domain/authorization/decision.ts'
import type { ActingFacts, Facts } from '../../domain/authorization/facts.ts'
import { type HeldRight, heldRights, needingSecondFactor } from '../../domain/authorization/held-rights.ts'
import type { Action, Question } from '../../domain/authorization/question.ts'
import type { OrganisationId, PartnershipId, ProductId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type RightId, viewOf } from '../../domain/rights/catalogue.ts'
import { type Instant, later } from '../../domain/time.ts'
import type { Access } from '../endpoint.ts'
import type { Transaction } from '../platform/transact.ts'
import type { ActingContext, Context, OwnContext, SignedIn, TenantWork } from '../work.ts'
import { findMembership, findParties, findProduct, findVisitOfSession, loadActingFacts, sessionFacts } from './load-facts.ts'
import { refusalFor } from './refusal-for.ts'

/** A "no" that says which fact is missing and who could give it. */
export class Denied extends Refusal {
  readonly because: Missing & { readonly action: Action }
  /** Who tried it, acting for whom; undefined in one's own organisation. */
  readonly attempt: Attempt | undefined

  constructor(missing: Missing, action: Action, attempt?: Attempt) {
    super(refusalFor(missing))
    this.because = { ...missing, action }
    this.attempt = attempt
  }
}
export type Attempt = { readonly person: SignedIn; readonly context: ActingContext; readonly now: Instant }

export type Asking = {
  readonly tx: Transaction
  readonly person: SignedIn
  readonly sessionExpiresAt: Instant
  readonly now: Instant
  readonly path: { readonly organisation?: string; readonly partnership?: string; readonly product?: string }
  /** Only whether one still may: it is no sign of life, and puts off no end. */
  readonly isRecheck?: boolean
}

export async function authoriseMember(asking: Asking, access: Access & { kind: 'member' }): Promise<OwnContext> {
  const organisationId = asking.path.organisation as OrganisationId
  const membership = await findMembership(asking.tx, organisationId, asking.person.id)
  if (!membership) throw new Refusal('not_found')
  if (!access.roles.includes(membership.role)) throw new Refusal('not_entitled')
  await sql`select set_config('app.organisation', ${organisationId}, true)`.execute(asking.tx)
  return { kind: 'own', organisationId, role: membership.role, membership }
}

/** Leaves the transaction under the narrow role, unless the person is only about to enter. */
export async function authoriseActing(asking: Asking, access: Access & { kind: 'acting' }): Promise<ActingContext> {
  const { tx, person, path } = asking
  const partnershipId = path.partnership as PartnershipId
  const parties = await findParties(tx, partnershipId)
  if (!parties) throw new Refusal('not_found')
  await sql`select set_config('app.organisation', ${parties.customerId}, true), set_config('app.partnership', ${partnershipId}, true)`.execute(
    tx,
  )
  const visit = await findVisitOfSession(tx, { customerId: parties.customerId, partnershipId, person })
  const acting = await loadActingFacts(tx, parties, { partnershipId, personId: person.id, visitId: visit?.id ?? null })
  if (!acting) throw new Refusal('not_found')
  const productId = path.product as ProductId | undefined
  const facts: Facts = {
    session: sessionFacts(person, asking.sessionExpiresAt),
    membership: null,
    acting,
    product: productId ? await findProduct(tx, productId) : null,
  }
  const context: ActingContext = {
    kind: 'acting',
    organisationId: parties.customerId,
    partnerId: parties.partnerId,
    partnershipId,
    visitId: visit?.id,
    facts,
  }
  const attempt = { person, context, now: asking.now }
  requireEntry(attempt)
  if (access.right === 'enter') return context
  requireVisit(attempt, acting)
  if (access.right !== 'inside') {
    const decision = decideActing(attempt, access.right, productId)
    if (!decision.allowed) throw isHidden(attempt) ? new Refusal('not_found') : new Denied(decision.because, access.right, attempt)
  }
  if (!asking.isRecheck) await markAsSeen(tx, acting, asking.now)
  await sql`set local role prokura_acting`.execute(tx)
  return context
}

/** May the person be in this customer's Manager at all? Asked without a visit, so that a visit that is over is told apart from access that is gone. */
function requireEntry(attempt: Attempt): void {
  const { person, context, now } = attempt
  const visit = { partnershipId: context.partnershipId, visitId: null }
  const decision = decide({ personId: person.id, organisationId: context.organisationId, action: 'enter', visit }, context.facts, now)
  if (!decision.allowed) throw new Denied(decision.because, 'enter', attempt)
}

function requireVisit(attempt: Attempt, acting: ActingFacts): void {
  if (!acting.visit) throw new Refusal('visit_needed')
  const decision = decideActing(attempt, 'enter', undefined)
  if (!decision.allowed) throw new Denied(decision.because, 'enter', attempt)
}

/** A product that this person may not even see here is as absent as one that does not exist. */
function isHidden(attempt: Attempt): boolean {
  const { product } = attempt.context.facts
  return product !== null && !decideActing(attempt, viewOf(product.family), product.productId).allowed
}

function decideActing({ person, context, now }: Attempt, action: Action, productId: ProductId | undefined): Decision {
  const visit = { partnershipId: context.partnershipId, visitId: context.visitId ?? null }
  const question = { personId: person.id, organisationId: context.organisationId, action, visit, ...(productId ? { productId } : {}) }
  return decide(question, context.facts, now)
}

const secondsBetweenMarks = 5
async function markAsSeen(tx: Transaction, { visit }: ActingFacts, now: Instant): Promise<void> {
  if (!visit || now - visit.seenAt < secondsBetweenMarks * 1000) return
  await tx
    .updateTable('visit')
    .set({ seen_at: new Date(now) })
    .where('id', '=', visit.id)
    .execute()
}

/** The same question inside a use case, for a product or an action that the path does not name. */
export function decideIn(work: TenantWork, action: Action, product: Facts['product'] = null): Decision {
  const question = { ...placeOf(work), action, ...(product ? { productId: product.productId } : {}) }
  return decide(question, { ...factsOf(work), product }, work.now)
}

/** Every right this person holds in the context of the work, on its scopes: what lists and banners are made from. */
export const heldIn = (work: TenantWork): readonly HeldRight[] => heldRights(placeOf(work), factsOf(work), work.now)

/** What a second factor would add to it. */
export const needingSecondFactorIn = (work: TenantWork): readonly RightId[] => needingSecondFactor(placeOf(work), factsOf(work), work.now)

function placeOf({ person, context }: TenantWork): Omit<Question, 'action' | 'productId' | 'family'> {
  const place = { personId: person.id, organisationId: context.organisationId }
  if (context.kind === 'own') return place
  return { ...place, visit: { partnershipId: context.partnershipId, visitId: context.visitId ?? null } }
}

function factsOf({ person, context, now }: TenantWork): Facts {
  if (context.kind === 'acting') return context.facts
  // The session was open when the transaction began; it is looked up for each request.
  return { session: sessionFacts(person, later(now, 1)), membership: context.membership, acting: null, product: null }
}

export function requireRight(work: TenantWork, action: Action, product: Facts['product'] = null): void {
  const decision = decideIn(work, action, product)
  const { context } = work
  if (!decision.allowed)
    throw new Denied(decision.because, action, context.kind === 'acting' ? { person: work.person, context, now: work.now } : undefined)
}

/** Facts whose change makes seal() refuse what was decided here. */
export function decidedKeys(person: SignedIn, context: Context): readonly string[] {
  const own = [person.id, person.sessionId]
  if (context.kind !== 'acting') return own
  const product = context.facts.product?.productId
  return [...own, context.partnershipId, context.partnerId, ...(context.visitId ? [context.visitId] : []), ...(product ? [product] : [])]
}
