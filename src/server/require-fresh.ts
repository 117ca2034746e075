// An authentication of the last 15 minutes where only one direction of a change needs it: what opens a door, not what closes one.
import { Refusal } from '../domain/refusal.ts'
import { freshForMs } from '../domain/session.ts'
import type { Work } from './work.ts'

/** Refuses `fresh_authentication_needed`, which the web answers by asking who one is. */
export function requireFresh({ now, person }: Pick<Work, 'now' | 'person'>): void {
  if (now - person.authenticatedAt > freshForMs) throw new Refusal('fresh_authentication_needed')
}
