// The end of a partnership, whoever or whatever ends it: everything that ends or changes with it, in one place and one transaction.
import { decideHandover, type HandoverCommand } from '../../domain/partnership/decide-handover.ts'
import { decideSignature } from '../../domain/partnership/decide-signature.ts'
import type { Handover } from '../../domain/partnership/handover.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import type { PartnershipDecided } from '../../domain/partnership/partnership-command.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Visit, VisitEnder } from '../../domain/visit.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import { record } from '../journal/record.ts'
import type { AnyWork } from '../work.ts'
import { digestOfValue } from './digest.ts'
import { endVisits } from './end-visits.ts'
import { listHandedBack } from './hand-back.ts'
import { insertHandback } from './handback-store.ts'
import { lockHandovers, saveHandover } from './handover-store.ts'
import { savePartnership } from './partnership-store.ts'
import { listFalling, planFallbacks } from './plan-fallbacks.ts'
import { closeProposals } from './proposal-store.ts'
import { listWaitingSignatures, saveSignature } from './signature-store.ts'

/** `handedBack`: the digest of the list of what was handed back, for the receipt. */
export type Concluded = { readonly partnership: Partnership; readonly visits: readonly Visit[]; readonly handedBack: string }

/** `ended` is what the machine made of it: nothing is written when it refused. */
export async function conclude(work: AnyWork, before: Partnership, ended: PartnershipDecided, by: VisitEnder): Promise<Concluded> {
  if (ended.kind === 'refused') throw new Refusal(ended.code)
  const { tx } = work
  const { id, customerId } = before
  const falling = await listFalling(work, before)
  const content = await asTenant(tx, customerId, () => listHandedBack(work, before, falling))
  await savePartnership(tx, ended.partnership)
  for (const event of ended.events) record(work, event)
  work.decidedOn.add(id)
  await closeProposals(tx, id)
  const visits = await endVisits(work, before, by)
  await planFallbacks(work, before, 'ended')
  const handedBack = digestOfValue(content)
  await asTenant(tx, customerId, async () => {
    await insertHandback(tx, content, handedBack, work.now)
    await spoilSignatures(work, before)
    for (const handover of await lockHandovers(tx, id)) await settle(work, handover, handover.from === id ? 'ended' : 'drop')
  })
  return { partnership: ended.partnership, visits, handedBack }
}

/** Nothing of an ended partnership can be signed any more. */
async function spoilSignatures(work: AnyWork, { id }: Partnership): Promise<void> {
  for (const signature of await listWaitingSignatures(work.tx, { partnershipId: id })) {
    const decided = decideSignature(signature, { kind: 'spoil' }, work.now)
    if (decided.kind === 'refused') continue
    await saveSignature(work.tx, decided.signature)
    for (const event of decided.events) record(work, event)
  }
}

async function settle(work: AnyWork, handover: Handover, kind: Extract<HandoverCommand['kind'], 'ended' | 'drop'>): Promise<void> {
  const decided = decideHandover(handover, { kind }, work.now)
  if (decided.kind === 'refused') return
  await saveHandover(work.tx, decided.handover)
  for (const event of decided.events) record(work, event)
}
