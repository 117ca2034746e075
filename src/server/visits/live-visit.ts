// The open pages of a visit: told what changed, and told calmly when the door closes, and why.
import type { Missing } from '../../domain/authorization/decision.ts'
import type { PartnershipId, PersonId, SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { Denied } from '../authorization/authorise.ts'
import { type Input, type Live, StreamAnswer } from '../endpoint.ts'
import type { Followed } from '../journal/follow.ts'
import { hints } from '../journal/hints.ts'
import type { TenantWork } from '../work.ts'
import type { liveVisit as contract } from './contract.ts'
import { actingContext } from './enter-visit.ts'

type Why =
  | 'left'
  | 'idle'
  | 'ended_by_customer'
  | 'access_stopped'
  | 'partnership_ended'
  | 'suspended_by_operator'
  | 'signed_out'
  | 'rights_changed'
  | 'unassigned'

export async function openLiveVisit(work: TenantWork, { query }: Input<typeof contract>): Promise<StreamAnswer> {
  const { partnershipId } = actingContext(work)
  const concerns = concerning(partnershipId, work.person.id, work.person.sessionId)
  return new StreamAnswer((live) => {
    const watched = watching(live)
    return hints(watched.live, concerns, query.since, watched.refused)
  })
}

function concerning(partnershipId: PartnershipId, personId: PersonId, sessionId: SessionId) {
  return (event: Followed): boolean =>
    event.partnership_id === partnershipId ||
    event.person_id === personId ||
    event.body['personId'] === personId ||
    event.body['sessionId'] === sessionId
}

/** Remembers the "no" of the last look, so that the page can be told why. */
function watching(live: Live): { live: Live; refused: (trigger: Followed | undefined) => void } {
  let last: Refusal | undefined
  const recheck = async () => {
    last = await live.recheck()
    return last
  }
  return {
    live: { ...live, recheck },
    refused: (trigger) => live.send('visit-ended', { why: reasonFor(last, trigger), by: null }),
  }
}

function reasonFor(refusal: Refusal | undefined, trigger: Followed | undefined): Why {
  if (refusal?.code === 'not_signed_in') return 'signed_out'
  if (refusal instanceof Denied) return whyDenied(refusal.because, trigger)
  return refusal?.code === 'visit_needed' ? 'left' : 'unassigned'
}

function whyDenied({ code }: Missing, trigger: Followed | undefined): Why {
  switch (code) {
    case 'not_suspended_by_customer':
      return 'access_stopped'
    case 'not_suspended_by_operator':
      return 'suspended_by_operator'
    case 'partnership_active':
    case 'grant_not_over':
    case 'grant_started':
      return 'partnership_ended'
    case 'visit':
    case 'visit_not_over':
      return endedBy(trigger)
    case 'session':
      return 'signed_out'
    case 'assignment':
    case 'partner_membership':
    case 'admitted_by_name':
      return 'unassigned'
    default:
      return 'rights_changed'
  }
}

function endedBy(trigger: Followed | undefined): Why {
  if (trigger?.kind !== 'visit.ended') return 'idle'
  return trigger.body['endedBy'] === 'customer' ? 'ended_by_customer' : trigger.body['endedBy'] === 'person' ? 'left' : 'idle'
}
