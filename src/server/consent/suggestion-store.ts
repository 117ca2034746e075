// What somebody who may not decide suggests to answer: one for each request and organisation, the newest, about one version. In the organisation's own context.
import { sql } from 'kysely'
import { asId, type InvitationId, type OrganisationId, type PersonId, type ProposalId } from '../../domain/ids.ts'
import type { Choice } from '../../domain/partnership/answer.ts'
import type { Terms } from '../../domain/partnership/terms.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { GrantedRight } from '../../domain/rights/scope.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type Suggestion = {
  readonly personId: PersonId
  readonly by: string
  readonly at: Date
  readonly rights: readonly GrantedRight[]
  readonly notGranted: readonly RightId[]
  readonly terms: Terms
}
/** `proposalId`: the version. */
export type OfRequest = { readonly customerId: OrganisationId; readonly invitationId: InvitationId; readonly proposalId: ProposalId }

export async function findSuggestion(
  tx: Transaction,
  { customerId, invitationId, proposalId }: OfRequest,
): Promise<Suggestion | undefined> {
  const row = await tx
    .selectFrom('suggestion')
    .selectAll()
    .select(sql<string | null>`person_name(person_id)`.as('by'))
    .where('customer_id', '=', customerId)
    .where('invitation_id', '=', invitationId)
    .where('proposal_id', '=', proposalId)
    .executeTakeFirst()
  return (
    row && {
      personId: asId(row.person_id),
      by: row.by ?? '',
      at: row.made_at,
      rights: row.rights as unknown as readonly GrantedRight[],
      notGranted: row.not_granted as unknown as readonly RightId[],
      terms: row.terms as unknown as Terms,
    }
  )
}

export async function saveSuggestion(
  tx: Transaction,
  { customerId, invitationId, proposalId }: OfRequest,
  { granted, notGranted, terms }: Choice & { readonly granted: readonly GrantedRight[] },
  made: { readonly by: PersonId; readonly now: Instant },
): Promise<void> {
  const said = {
    proposal_id: proposalId,
    person_id: made.by,
    rights: JSON.stringify(granted),
    not_granted: JSON.stringify(notGranted),
    terms: JSON.stringify(terms),
    made_at: new Date(made.now),
  }
  await tx
    .insertInto('suggestion')
    .values({ customer_id: customerId, invitation_id: invitationId, ...said })
    .onConflict((conflict) => conflict.columns(['customer_id', 'invitation_id']).doUpdateSet(said))
    .execute()
}
