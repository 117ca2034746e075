// The rows of signatures that wait for a second one, and whether two are needed at all.
import { asId, type OrganisationId, type PartnershipId, type PersonId, type ProposalId } from '../../domain/ids.ts'
import type { SignatureReason, SignatureRule } from '../../domain/partnership/enlargement.ts'
import type { Signature, SignatureState, SignedAct } from '../../domain/partnership/signature.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import type { SignedAbout, SignedContent } from './signed-content.ts'
import { findDefaultStrictness } from './strictness-store.ts'

export type StoredSignature = Signature & { readonly content: SignedContent; readonly input: unknown }

/** In the customer's context, or as prokura_system. */
export async function findSignatureRule(tx: Transaction, { customerId, partnershipId, partnerId }: SignedAbout): Promise<SignatureRule> {
  const organisation = await tx.selectFrom('organisation').select('two_signatures').where('id', '=', customerId).executeTakeFirst()
  // About no partnership in particular, what is asked of new ones counts.
  const partnership =
    partnershipId === null
      ? { two_approvers: (await findDefaultStrictness(tx, customerId)).twoApprovers }
      : await tx.selectFrom('partnership').select('two_approvers').where('id', '=', partnershipId).executeTakeFirst()
  const isDisputed = (await hasOpenDispute(tx, customerId, partnerId)) && (await countRepresentatives(tx, customerId)) > 1
  return { twoSignatures: organisation?.two_signatures ?? false, twoApproversForMoney: partnership?.two_approvers ?? false, isDisputed }
}

/** With this partner, in whatever partnership: a new one does not end the dispute about an old one. Null: what is signed is about them all. */
async function hasOpenDispute(tx: Transaction, customerId: OrganisationId, partnerId: OrganisationId | null): Promise<boolean> {
  const row = await tx
    .selectFrom('case_file')
    .select('id')
    .where('customer_id', '=', customerId)
    .$if(partnerId !== null, (query) => query.where('partner_id', '=', partnerId))
    .where('kind', '=', 'dispute')
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row !== undefined
}

export async function hasTwoApproversAnywhere(tx: Transaction, customerId: OrganisationId): Promise<boolean> {
  const row = await tx
    .selectFrom('partnership')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('state', 'in', ['proposed', 'active'])
    .where('two_approvers', '=', true)
    .executeTakeFirst()
  return row !== undefined
}

export async function countRepresentatives(tx: Transaction, organisationId: OrganisationId): Promise<number> {
  const row = await tx
    .selectFrom('member')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('role', '=', 'legal_representative')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function insertSignature(tx: Transaction, { content, input, ...signature }: StoredSignature): Promise<void> {
  await tx
    .insertInto('signature')
    .values({
      ...{ id: signature.id, customer_id: signature.customerId, partner_id: signature.partnerId },
      ...{ reason: signature.reason, act: signature.act },
      content: JSON.stringify(content),
      digest: signature.digest,
      input: JSON.stringify(input),
      first_by: signature.firstBy,
      first_at: new Date(signature.firstAt),
      expires_at: new Date(signature.expiresAt),
      partnership_id: signature.partnershipId,
      ...columnsOf(signature),
    })
    .execute()
}

export async function saveSignature(tx: Transaction, signature: Signature): Promise<void> {
  await tx.updateTable('signature').set(columnsOf(signature)).where('id', '=', signature.id).execute()
}

export async function lockSignature(tx: Transaction, id: string): Promise<StoredSignature | undefined> {
  const row = await tx.selectFrom('signature').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && toSignature(row)
}

export async function findSignature(tx: Transaction, id: string): Promise<StoredSignature | undefined> {
  const row = await tx.selectFrom('signature').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toSignature(row)
}

/** Those that wait, of one organisation or one partnership, the oldest first; overdue ones included. */
export async function listWaitingSignatures(
  tx: Transaction,
  of: { readonly customerId: OrganisationId } | { readonly partnershipId: PartnershipId },
): Promise<readonly StoredSignature[]> {
  const all = tx.selectFrom('signature').selectAll().where('state', '=', 'waiting')
  const wanted = 'customerId' in of ? all.where('customer_id', '=', of.customerId) : all.where('partnership_id', '=', of.partnershipId)
  return (await wanted.orderBy('first_at').limit(50).execute()).map(toSignature)
}

export async function findWaitingLike(tx: Transaction, customerId: OrganisationId, digest: string): Promise<StoredSignature | undefined> {
  const row = await tx
    .selectFrom('signature')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('digest', '=', digest)
    .where('state', '=', 'waiting')
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && toSignature(row)
}

export type Signers = { readonly firstBy: PersonId; readonly secondBy: PersonId }

/** Who signed an offer that went out; undefined when two did not. */
export async function findSignersOf(tx: Transaction, proposalId: ProposalId): Promise<Signers | undefined> {
  const row = await tx
    .selectFrom('signature')
    .select(['first_by', 'second_by'])
    .where('proposal_id', '=', proposalId)
    .where('state', '=', 'given')
    .executeTakeFirst()
  return row?.second_by ? { firstBy: asId(row.first_by), secondBy: asId(row.second_by) } : undefined
}

function columnsOf(signature: Signature) {
  return {
    state: signature.state,
    proposal_id: signature.proposalId,
    second_by: signature.secondBy,
    second_at: signature.secondAt === null ? null : new Date(signature.secondAt),
  }
}

type Row = {
  readonly id: string
  readonly customer_id: string
  readonly state: string
  readonly reason: string
  readonly act: string
  readonly partner_id: string | null
  readonly partnership_id: string | null
  readonly proposal_id: string | null
  readonly content: unknown
  readonly digest: string
  readonly input: unknown
  readonly first_by: string
  readonly first_at: Date
  readonly expires_at: Date
  readonly second_by: string | null
  readonly second_at: Date | null
}

function toSignature(row: Row): StoredSignature {
  return {
    id: asId(row.id),
    customerId: asId(row.customer_id),
    state: row.state as SignatureState,
    reason: row.reason as SignatureReason,
    act: row.act as SignedAct,
    partnerId: row.partner_id === null ? null : asId(row.partner_id),
    partnershipId: row.partnership_id === null ? null : asId(row.partnership_id),
    proposalId: row.proposal_id === null ? null : asId(row.proposal_id),
    content: row.content as SignedContent,
    digest: row.digest,
    input: row.input,
    firstBy: asId(row.first_by),
    firstAt: instant(row.first_at.getTime()),
    expiresAt: instant(row.expires_at.getTime()),
    secondBy: row.second_by === null ? null : asId(row.second_by),
    secondAt: at(row.second_at),
  }
}

const at = (value: Date | null): Instant | null => (value ? instant(value.getTime()) : null)
