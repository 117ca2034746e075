// The page behind a link says that it is being looked at: a mail scanner that fetches the link does not, and whoever asked opens nothing.
import { stateOfInvitation } from '../../domain/partnership/invitation.ts'
import { hasAsked } from '../../domain/partnership/revise-request.ts'
import { hourMs } from '../../domain/time.ts'
import type { Answer, Input } from '../endpoint.ts'
import { saveOpening } from '../partnerships/opening-store.ts'
import { listProposals } from '../partnerships/proposal-store.ts'
import type { OpenWork } from '../work.ts'
import type { noteOpening as contract } from './opening-contract.ts'
import { getRequest } from './request-store.ts'

/** Of a customer number nothing is kept: it would say whether there is such a customer. */
export async function noteOpening(work: OpenWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const invitation = await getRequest(work.tx, params.token)
  await work.limit(`opened:${work.client.address}`, { limit: 120, windowMs: hourMs })
  if (invitation.customerNumber !== null || stateOfInvitation(invitation, work.now) !== 'open') return {}
  const versions = await listProposals(work.tx, { invitationId: invitation.id })
  const open = versions.find(({ state }) => state === 'open')
  const isOwn = work.person !== undefined && hasAsked(versions, work.person.id)
  if (open && !isOwn) await saveOpening(work.tx, open.id, work.now)
  return {}
}
