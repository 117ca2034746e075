// What a successor agreed to beforehand: a customer who said yes is accepted at once, in the name of whoever agreed, as if they had done it themselves.
import { asId, type OrganisationId, type PartnershipId } from '../domain/ids.ts'
import { Refusal } from '../domain/refusal.ts'
import type { House } from './house.ts'
import { sealed, workInName } from './in-name.ts'
import { findListed } from './partnerships/mail-reader-store.ts'
import { lockLegalPersonSince } from './partnerships/organisation-store.ts'
import { findOpenProposal } from './partnerships/proposal-store.ts'
import { type AcceptJob, acceptKind, lockSuccession } from './partnerships/succession-store.ts'
import type { JobWork } from './platform/jobs.ts'
import { attempt } from './platform/savepoint.ts'
import { transact } from './platform/transact.ts'
import { acceptProposal } from './requests/answer-offer.ts'

export function successionWork(house: House): JobWork {
  return { [acceptKind]: (job) => accept(house, job.payload as AcceptJob) }
}

const isRefusal = (failure: unknown): failure is Refusal => failure instanceof Refusal

/** Refused, it waits for the successor's people like any offer. */
async function accept(house: House, { successionId, successorId, partnershipId, proposalId }: AcceptJob): Promise<void> {
  const organisationId = asId<OrganisationId>(successorId)
  await transact(house.pools.app, { 'app.organisation': organisationId }, async (tx) => {
    const nothing = { result: undefined, closing: undefined }
    const succession = await lockSuccession(tx, successionId)
    if (succession?.state !== 'agreed' || succession.answeredBy === null || succession.answeredIn === null) return nothing
    const since = await lockLegalPersonSince(tx, organisationId)
    // Agreed by the legal person that the successor was before: its people answer anew.
    if (since !== null && (succession.answeredAt === null || succession.answeredAt < since)) return nothing
    const proposal = await findOpenProposal(tx, { partnershipId: asId<PartnershipId>(partnershipId) })
    const listed = await findListed(tx, { partnershipId })
    if (proposal?.id !== proposalId || proposal.side !== 'customer' || !listed) return nothing
    const named = await workInName(house, tx, { organisationId, personId: succession.answeredBy, sessionId: succession.answeredIn })
    if (!named.isMember) return nothing
    const input = {
      params: { organisation: organisationId, managedCustomer: listed.id },
      query: undefined,
      body: { number: proposal.number },
    }
    const accepted = await attempt(tx, () => acceptProposal(named.work, input), isRefusal)
    if (accepted.kind === 'failed') {
      house.log.info({ code: accepted.failure.code }, 'a successor has to accept a customer itself')
      return nothing
    }
    return { result: undefined, closing: await sealed(named) }
  })
}
