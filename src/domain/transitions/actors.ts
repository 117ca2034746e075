// Who may be tried in the tables of transitions: somebody in each role of both sides, and whoever asked, on either side.

import { actor, anna, asBeat, asMarc, asPetra, asRuth, petra } from '../given.ts'
import { asId, type PersonId } from '../ids.ts'
import type { Actor } from '../who-may.ts'

/** Paula represents the partner as Petra does; Carl works for the customer. Petra asked, and represents the customer too. */
export const actors: Readonly<Record<string, Actor>> = {
  'partner: representative who asked': asPetra,
  'partner: another representative': actor(asId<PersonId>('paula'), 'partner'),
  'partner: administrator': asMarc,
  'partner: collaborator': actor(anna, 'partner', 'collaborator'),
  'customer: the person who asked': actor(petra, 'customer'),
  'customer: representative': asRuth,
  'customer: administrator': asBeat,
  'customer: collaborator': actor(asId<PersonId>('carl'), 'customer', 'collaborator'),
}
export const actorNames = Object.keys(actors)
export const clock = 'the clock'
export const operator = 'the operator'

export function actorNamed(name: string): Actor {
  const found = actors[name]
  if (!found) throw new Error(`nobody is called ${name}`)
  return found
}
