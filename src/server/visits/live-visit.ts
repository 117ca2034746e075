// The open pages of a visit: told what changed, and told calmly when the door closes, and why.
import { asId, type OrganisationId, type PartnershipId, type PersonId, type SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { Denied } from '../authorization/authorise.ts'
import { nameOfDoer } from '../authorization/naming-store.ts'
import { type WhyOver, whyOver } from '../authorization/why-over.ts'
import { type Input, type Live, StreamAnswer } from '../endpoint.ts'
import type { Followed } from '../journal/follow.ts'
import { hints } from '../journal/hints.ts'
import type { TenantWork } from '../work.ts'
import type { liveVisit as contract } from './contract.ts'
import { actingContext } from './enter-visit.ts'

export async function openLiveVisit(work: TenantWork, { query }: Input<typeof contract>): Promise<StreamAnswer> {
  const { partnershipId, partnerId } = actingContext(work)
  const concerns = concerning({ partnershipId, partnerId }, work.person.id, work.person.sessionId)
  return new StreamAnswer((live) => {
    const watched = watching(live, { personId: work.person.id, partnerId })
    return hints(watched.live, concerns, query.since, watched.refused)
  })
}

type Under = { readonly partnershipId: PartnershipId; readonly partnerId: OrganisationId }

function concerning({ partnershipId, partnerId }: Under, personId: PersonId, sessionId: SessionId) {
  return (event: Followed): boolean =>
    event.partnership_id === partnershipId ||
    (event.kind === 'partner.new_legal_person' && event.readers.includes(partnerId)) ||
    event.person_id === personId ||
    event.body['personId'] === personId ||
    event.body['sessionId'] === sessionId
}

/** Remembers the "no" of the last look, so that the page can be told why. */
function watching(live: Live, reader: Reader): { live: Live; refused: (trigger: Followed | undefined) => Promise<void> } {
  let last: Refusal | undefined
  const recheck = async () => {
    last = await live.recheck()
    return last
  }
  return {
    live: { ...live, recheck },
    refused: async (trigger) => live.send('visit-ended', { why: reasonFor(last), by: await nameOf(live, trigger, reader) }),
  }
}

type Reader = { readonly personId: PersonId; readonly partnerId: OrganisationId }

/** Whoever did it, where the partner reads it in its activity anyway; nobody when it was the reader, an operator, or the clock. */
async function nameOf(live: Live, trigger: Followed | undefined, reader: Reader): Promise<string | null> {
  if (!trigger?.person_id || trigger.person_id === reader.personId || !trigger.readers.includes(reader.partnerId)) return null
  const by = trigger.body['by'] as { readonly organisationId?: OrganisationId; readonly operator?: true } | undefined
  if (by?.operator) return null
  return live.read((tx) => nameOfDoer(tx, asId(trigger.person_id ?? ''), by?.organisationId)).catch(() => null)
}

function reasonFor(refusal: Refusal | undefined): WhyOver {
  if (refusal?.code === 'not_signed_in') return 'signed_out'
  if (refusal instanceof Denied) return whyOver(refusal) ?? 'rights_changed'
  return refusal?.code === 'visit_needed' ? 'left' : 'unassigned'
}
