// Which visits and sessions of some questions have to be looked up first: sessions are not announced when they begin, and being seen is no
// fact of the journal, so nobody is told that a visit ran out before the row was looked at once more.
import type { Asked } from './asked.ts'
import type { LiveIndex } from './live-index.ts'
import { endOfLiveVisit, isOpen } from './visits.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export type ToLookUp = { readonly visits: readonly string[]; readonly sessions: readonly string[] }
const nothing: ToLookUp = { visits: [], sessions: [] }

export function unknownOrOver(index: LiveIndex, about: readonly Pick<Asked, 'visit' | 'session'>[], now: number): ToLookUp {
  if (about.length === 0) return nothing
  const visits = new Set<string>()
  const sessions = new Set<string>()
  for (const { visit, session } of about) {
    if (visit !== undefined) lookAtVisit(index, visit, now, { visits, sessions })
    else if (session !== undefined) lookAtSession(index, session, now, sessions)
  }
  return visits.size + sessions.size === 0 ? nothing : { visits: [...visits], sessions: [...sessions] }
}

function lookAtVisit(index: LiveIndex, id: string, now: number, found: { visits: Set<string>; sessions: Set<string> }): void {
  const visit = index.visit(id)
  if (!visit) return
  if (visit.endedAt === null && now < visit.expiresAt && now >= endOfLiveVisit(visit)) found.visits.add(id)
  lookAtSession(index, visit.sessionId, now, found.sessions)
}

function lookAtSession(index: LiveIndex, id: string, now: number, found: Set<string>): void {
  const session = index.session(id)
  if (session === undefined ? uuid.test(id) : session.endedAt === null && !isOpen(session, now)) found.add(id)
}
