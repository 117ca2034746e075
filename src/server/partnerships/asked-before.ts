// What a partner asked before it became another legal person: it gives the new one nothing, and nobody is reminded of it.
import type { Proposal } from '../../domain/partnership/proposal.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { AnyWork, OwnWork } from '../work.ts'
import { legalPersonSince, lockPartner, type PartnerOrganisation } from './organisation-store.ts'

type Asking = Pick<AnyWork, 'tx' | 'decidedOn'>
type Asked = Pick<Proposal, 'partnerId' | 'side' | 'createdAt'>

/** The outcome rests on the gate at the partner, which moves with the decision: seal() refuses what was answered at the same moment. */
export async function isAskedBefore({ tx, decidedOn }: Asking, { partnerId, side, createdAt }: Asked): Promise<boolean> {
  decidedOn.add(partnerId)
  const since = await legalPersonSince(tx, partnerId)
  return side === 'partner' && since !== null && createdAt <= since
}

export async function refuseAskedBefore(work: Asking, asked: Asked): Promise<void> {
  if (await isAskedBefore(work, asked)) throw new Refusal('other_legal_person')
}

/** Whoever asks while such a decision is under way waits for it and begins anew, so that it is the new legal person that asks. */
export function lockAsker({ tx, context, decidedOn }: OwnWork): Promise<PartnerOrganisation> {
  decidedOn.add(context.organisationId)
  return lockPartner(tx, context.organisationId)
}
