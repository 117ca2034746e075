// The decision API of a node: what it is put together from.

import { markAsSeen } from '../authorization/mark-visits-seen.ts'
import type { House } from '../house.ts'
import { headersForPrograms } from '../security-headers.ts'
import { type DecisionApi, openDecisionApi } from './decision-api.ts'
import { openSeenVisits } from './seen-visits.ts'
import { sessionsOf } from './sessions-store.ts'
import { wordsOf } from './words-store.ts'

export function serveDecisions(house: House): DecisionApi & { readonly stop: () => Promise<void> } {
  const { decisions, secrets, publicUrl, metrics, log, pools, consoleOf, uses } = house
  const visits = openSeenVisits((seen) => markAsSeen(pools.system, seen))
  const api = openDecisionApi({
    ...{ decisions, secrets, publicUrl, consoleOf, headers: headersForPrograms, times: metrics.decisions },
    sessionsOf: sessionsOf(pools.system),
    wordsOf: (search) => wordsOf(pools.system, search),
    seen: visits.seen,
    used: uses.note,
    failed: (failure) => log.error({ err: failure }, 'a question could not be answered'),
  })
  return { ...api, stop: visits.stop }
}
