// Who is signed in to this console. In memory: whoever comes after a restart signs in again, which Prokura does without a question.
import { randomBytes } from 'node:crypto'
import type { ActingToken } from '@prokura/client'
import type { Language } from './texts.ts'

export type Session = {
  readonly id: string
  /** Stands in every form: no other site knows it. */
  readonly formKey: string
  readonly person: string
  readonly name: string
  readonly language: Language
  /** The session at Prokura, as this console knows it. */
  readonly sid: string
  readonly accessToken: string
  readonly idToken: string
  readonly expiresAt: number
  /** By place. */
  readonly acting: Map<string, ActingToken>
  /** Called when the session ends: open pages close. */
  readonly onEnd: Set<() => void>
}

export type Sessions = {
  readonly begin: (who: Omit<Session, 'id' | 'formKey' | 'acting' | 'onEnd' | 'expiresAt'>) => Session
  readonly find: (id: string | undefined) => Session | undefined
  readonly end: (session: Session) => void
  /** Back-channel logout: all of a session at Prokura, or what was held of one visit. */
  readonly endOf: (sid: string, visit: string | null) => void
}

const lastsMs = 12 * 3_600_000

export function openSessions(): Sessions {
  const sessions = new Map<string, Session>()
  const end = (session: Session) => {
    sessions.delete(session.id)
    for (const ended of session.onEnd) ended()
  }
  return {
    begin(who) {
      for (const session of sessions.values()) if (session.expiresAt < Date.now()) end(session)
      const session: Session = {
        ...who,
        id: randomBytes(32).toString('base64url'),
        formKey: randomBytes(24).toString('base64url'),
        expiresAt: Date.now() + lastsMs,
        acting: new Map(),
        onEnd: new Set(),
      }
      sessions.set(session.id, session)
      return session
    },
    find(id) {
      const session = id === undefined ? undefined : sessions.get(id)
      return session !== undefined && Date.now() < session.expiresAt ? session : undefined
    },
    end,
    endOf(sid, visit) {
      for (const session of [...sessions.values()].filter((one) => one.sid === sid)) {
        if (visit === null) end(session)
        else session.acting.delete(`visit ${visit}`)
      }
    },
  }
}
