// Hints for whoever keeps a page open: what happened is gathered for a moment, and whether they may still listen is asked again.
import type { EventKind } from '../../domain/event.ts'
import type { Live } from '../endpoint.ts'
import type { Followed } from './follow.ts'

const gatherMs = 100
/** What can take a page away from its reader waits for nothing else. */
const mayClose: ReadonlySet<string> = new Set<EventKind>([
  'visit.ended',
  'partner.new_legal_person',
  'partnership.suspended',
  'partnership.ended',
  'partnership.narrowed',
  'partnership.granted',
  'partnership.person_excluded',
  'partnership.strictness_changed',
  'partnership.second_factor_changed',
  'assignment.changed',
  'assignment.given_for_a_time',
  'assignment.time_over',
  'organisation.sensitive_suspended',
  'organisation.sensitive_resumed',
  'assignment.teams_changed',
  'team.changed',
  'team.deleted',
  'member.removed',
  'member.left',
  'member.role_changed',
  'member.signed_out',
  'person.session_revoked',
])
const recheckEveryMs = 15_000

/** Sends `changed` for what concerns the reader since that position, gathered for a moment; closes when the reader may no longer listen. */
export function hints(
  live: Live,
  concerns: (event: Followed) => boolean,
  since: number | undefined,
  refused: (trigger: Followed | undefined) => void | Promise<void> = () => {},
): () => void {
  let kinds = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let trigger: Followed | undefined
  /** It cannot be told what happened: no kinds are said, and whoever reads that fetches everything again. */
  let isAnything = false
  let isUrgent = false
  let isOver = false
  const check = async () => {
    const refusal = await live.recheck().catch(() => undefined) // the database is away: the next look decides
    if (!refusal) return true
    if (isOver) return false
    isOver = true
    await refused(trigger)
    live.close()
    return false
  }
  const tell = async () => {
    timer = undefined
    isUrgent = false
    const said = isAnything ? [] : [...kinds]
    kinds = new Set()
    isAnything = false
    if (await check()) live.send('changed', { kinds: said })
  }
  const soon = (isNow: boolean) => {
    if (isNow && !isUrgent) clearTimeout(timer)
    if (isNow ? !isUrgent : timer === undefined) timer = setTimeout(() => void tell(), isNow ? 0 : gatherMs)
    isUrgent ||= isNow
  }
  const anything = () => {
    isAnything = true
    soon(true)
  }
  const stopFollowing = live.follower.subscribe(
    (event) => {
      if (!concerns(event)) return
      kinds.add(event.kind)
      trigger = event
      soon(mayClose.has(event.kind))
    },
    since,
    anything,
  )
  const clock = setInterval(() => void check(), recheckEveryMs)
  return () => {
    stopFollowing()
    clearTimeout(timer)
    clearInterval(clock)
  }
}
