// Whoever wrote or sent any version of a request never answers it, whatever organisations they belong to.
import type { Invitation } from '../../domain/partnership/invitation.ts'
import { hasAsked } from '../../domain/partnership/revise-request.ts'
import { Refusal } from '../../domain/refusal.ts'
import { listProposals } from '../partnerships/proposal-store.ts'
import type { PersonalWork } from '../work.ts'

export async function refuseAskers({ tx, person }: PersonalWork, { id }: Pick<Invitation, 'id'>): Promise<void> {
  if (hasAsked(await listProposals(tx, { invitationId: id }), person.id)) throw new Refusal('asker_cannot_answer')
}
