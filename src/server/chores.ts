// What a node looks after by the clock. Each chore is safe to run on several nodes at once.
import { forgetOldLists } from './bulk/job-store.ts'
import { goOnWithClosedPartners } from './cases/new-legal-person.ts'
import { forgetOldTokens } from './consoles/acting-store.ts'
import { tellOfSessionsThatRanOut } from './consoles/back-channel-logout.ts'
import { orderDigests } from './digest/order-digests.ts'
import type { House } from './house.ts'
import { forgetOldSignIns } from './identity/forget-store.ts'
import { planRulesOfAll } from './managed-customers/assignment-rules.ts'
import { closeOverdueWaysIn } from './partnerships/close-ways-in.ts'
import { forgetDoneJobs } from './platform/jobs.ts'
import { forgetOldState } from './platform/oidc-state.ts'
import { forgetOldAttempts } from './platform/rate-limit.ts'
import { forgetRemoved } from './products/server-access.ts'
import { asSystem } from './react.ts'
import { tellOfRenewals } from './verification/renew-verification.ts'
import { endOverdueVisits } from './visits/end-overdue-visits.ts'

type Chore = { readonly name: string; readonly everyMs: number; readonly run: (house: House) => Promise<unknown> }

const minute = 60_000
const chores: readonly Chore[] = [
  { name: 'order the digests of the day', everyMs: minute, run: orderDigests },
  { name: 'close ways in whose right ran out', everyMs: minute / 2, run: (house) => asSystem(house, closeOverdueWaysIn) },
  { name: 'end overdue visits', everyMs: minute / 2, run: (house) => asSystem(house, endOverdueVisits) },
  { name: 'apply assignment rules', everyMs: 10 * minute, run: (house) => asSystem(house, planRulesOfAll) },
  { name: 'go on with closed partners', everyMs: 10 * minute, run: (house) => asSystem(house, goOnWithClosedPartners) },
  { name: 'tell of partner verifications that end', everyMs: 60 * minute, run: (house) => asSystem(house, tellOfRenewals) },
  { name: 'forget done jobs', everyMs: 60 * minute, run: ({ pools }) => forgetDoneJobs(pools.system) },
  { name: 'forget old sign-ins', everyMs: 60 * minute, run: ({ pools }) => forgetOldSignIns(pools.signIn) },
  { name: 'forget what the OpenID provider needs no more', everyMs: 10 * minute, run: ({ pools }) => forgetOldState(pools.signIn) },
  { name: 'tell consoles of sessions that ran out', everyMs: minute, run: tellOfSessionsThatRanOut },
  { name: 'forget old tokens of consoles', everyMs: 60 * minute, run: ({ pools }) => forgetOldTokens(pools.signIn) },
  { name: 'rotate signing keys', everyMs: 60 * minute, run: ({ keys }) => keys.rotate() },
  { name: 'forget old lists', everyMs: 60 * minute, run: (house) => asSystem(house, ({ tx }) => forgetOldLists(tx)) },
  { name: 'forget firewall rules that were removed', everyMs: 10 * minute, run: (house) => asSystem(house, forgetRemoved) },
  { name: 'forget old attempts', everyMs: 60 * minute, run: ({ pools }) => forgetOldAttempts(pools.system, 24 * 60 * minute) },
  {
    name: 'forget old answers',
    everyMs: 60 * minute,
    run: ({ pools }) => pools.system.query("delete from idempotency_key where created_at < now() - interval '2 days'"),
  },
]

/** Answers with how to stop; what is under way is finished first. */
export function startChores(house: House): () => Promise<void> {
  const underWay = new Set<Promise<unknown>>()
  const timers = chores.map(({ name, everyMs, run }) =>
    setInterval(() => {
      const running = run(house)
        .catch((failure: unknown) => house.log.warn({ err: failure, chore: name }, 'a chore did not succeed'))
        .finally(() => underWay.delete(running))
      underWay.add(running)
    }, everyMs),
  )
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(underWay)
  }
}
