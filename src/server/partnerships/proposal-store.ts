// The rows of proposals: made, locked and answered by both sides. At most one is open for each invitation or partnership.
import { sql } from 'kysely'
import { asId, type InvitationId, type OrganisationId, type PartnershipId, type ProposalId } from '../../domain/ids.ts'
import type { Side } from '../../domain/organisation.ts'
import type { Proposal, ProposalState } from '../../domain/partnership/proposal.ts'
import type { Terms } from '../../domain/partnership/terms.ts'
import type { PresetId } from '../../domain/rights/presets.ts'
import type { RequestedRight } from '../../domain/rights/scope.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import type { TemplateVersion } from './template-store.ts'

/** What a proposal is about: an invitation until it is claimed, a partnership afterwards. */
export type About =
  | { readonly invitationId: InvitationId; readonly partnershipId?: undefined }
  | { readonly partnershipId: PartnershipId; readonly invitationId?: undefined }

/** The open (or prepared) proposal, locked. Lock the invitation or the partnership first: its row serialises all answers. */
export async function lockOpenProposal(tx: Transaction, about: About): Promise<Proposal | undefined> {
  const row = await ofAbout(tx, about).where('state', 'in', ['prepared', 'open']).forNoKeyUpdate().executeTakeFirst()
  return row && toProposal(row)
}

/** The open (or prepared) proposal, to show it. */
export async function findOpenProposal(tx: Transaction, about: About): Promise<Proposal | undefined> {
  const row = await ofAbout(tx, about).where('state', 'in', ['prepared', 'open']).executeTakeFirst()
  return row && toProposal(row)
}

/** Every version, the first one first. */
export async function listProposals(tx: Transaction, about: About): Promise<readonly Proposal[]> {
  const rows = await ofAbout(tx, about).orderBy('number').execute()
  return rows.map(toProposal)
}

export async function findProposal(tx: Transaction, id: ProposalId): Promise<Proposal | undefined> {
  const row = await tx.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toProposal(row)
}

/** The number of the next version: 1, 2, 3 … A claimed invitation's versions go on in its partnership. */
export async function nextProposalNumber(tx: Transaction, about: About): Promise<number> {
  const row = await ofAbout(tx, about).clearSelect().select(sql<number>`coalesce(max(number), 0) + 1`.as('next')).executeTakeFirst()
  return row?.next ?? 1
}

export type Made = {
  /** How long a prepared one stays open once it is released. */
  readonly validityDays?: number
  /** From which version of which template of the partner it was expanded. */
  readonly template?: Pick<TemplateVersion, 'id' | 'version'> | null
}

export async function insertProposal(
  tx: Transaction,
  proposal: Proposal,
  { validityDays = 30, template = null }: Made = {},
): Promise<void> {
  await tx
    .insertInto('proposal')
    .values({
      id: proposal.id,
      partner_id: proposal.partnerId,
      number: proposal.number,
      side: proposal.side,
      base_version: proposal.baseVersion,
      preset: proposal.preset,
      rights: JSON.stringify(proposal.rights),
      terms: JSON.stringify(proposal.terms),
      person_id: proposal.personId,
      created_at: new Date(proposal.createdAt),
      validity_days: validityDays,
      template_id: template?.id ?? null,
      template_version: template?.version ?? null,
      ...columnsOf(proposal),
    })
    .execute()
}

/** Its state, who released and who answered it, until when it is open, and whom it concerns once its invitation is claimed. */
export async function saveProposal(tx: Transaction, proposal: Proposal): Promise<void> {
  await tx.updateTable('proposal').set(columnsOf(proposal)).where('id', '=', proposal.id).execute()
}

/** What was replaced before anybody claimed the request belongs to the same conversation as what it was replaced by. */
export async function attachReplaced(
  tx: Transaction,
  invitationId: InvitationId,
  to: { readonly customerId: OrganisationId; readonly partnershipId: PartnershipId },
): Promise<void> {
  await tx
    .updateTable('proposal')
    .set({ customer_id: to.customerId, partnership_id: to.partnershipId })
    .where('invitation_id', '=', invitationId)
    .where('state', '=', 'replaced')
    .execute()
}

/** With a partnership ends whatever was still asked of either side: its end is the answer, and tells the story. */
export async function closeProposals(tx: Transaction, partnershipId: PartnershipId): Promise<void> {
  await tx
    .updateTable('proposal')
    .set({ state: 'withdrawn' })
    .where('partnership_id', '=', partnershipId)
    .where('state', 'in', ['prepared', 'open'])
    .execute()
}

/** How many days a proposal stays open, from when it goes out. */
export async function validityDaysOf(tx: Transaction, id: ProposalId): Promise<number> {
  const row = await tx.selectFrom('proposal').select('validity_days').where('id', '=', id).executeTakeFirst()
  return row?.validity_days ?? 30
}

function columnsOf(proposal: Proposal) {
  return {
    state: proposal.state,
    customer_id: proposal.customerId,
    invitation_id: proposal.invitationId,
    partnership_id: proposal.partnershipId,
    released_by: proposal.releasedBy,
    expires_at: date(proposal.expiresAt),
    answered_at: date(proposal.answeredAt),
    answered_by: proposal.answeredBy,
  }
}

function ofAbout(tx: Transaction, about: About) {
  const all = tx.selectFrom('proposal').selectAll()
  return about.partnershipId === undefined
    ? all.where('invitation_id', '=', about.invitationId)
    : all.where('partnership_id', '=', about.partnershipId)
}

type Row = {
  readonly id: string
  readonly number: number
  readonly side: string
  readonly state: string
  readonly partner_id: string
  readonly customer_id: string | null
  readonly invitation_id: string | null
  readonly partnership_id: string | null
  readonly base_version: number | null
  readonly preset: string | null
  readonly rights: unknown
  readonly terms: unknown
  readonly person_id: string
  readonly released_by: string | null
  readonly created_at: Date
  readonly expires_at: Date | null
  readonly answered_at: Date | null
  readonly answered_by: string | null
}

function toProposal(row: Row): Proposal {
  return {
    id: asId(row.id),
    number: row.number,
    side: row.side as Side,
    state: row.state as ProposalState,
    partnerId: asId(row.partner_id),
    customerId: row.customer_id === null ? null : asId(row.customer_id),
    invitationId: row.invitation_id === null ? null : asId(row.invitation_id),
    partnershipId: row.partnership_id === null ? null : asId(row.partnership_id),
    baseVersion: row.base_version,
    preset: row.preset as PresetId | null,
    rights: row.rights as readonly RequestedRight[],
    terms: row.terms as Terms,
    personId: asId(row.person_id),
    releasedBy: row.released_by === null ? null : asId(row.released_by),
    createdAt: instant(row.created_at.getTime()),
    expiresAt: at(row.expires_at),
    answeredBy: row.answered_by === null ? null : asId(row.answered_by),
    answeredAt: at(row.answered_at),
  }
}

const at = (value: Date | null): Instant | null => (value ? instant(value.getTime()) : null)
const date = (value: Instant | null): Date | null => (value === null ? null : new Date(value))
