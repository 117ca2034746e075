// Whoever works in the reseller area, as the domain asks for them.
import type { Actor } from '../../domain/who-may.ts'
import type { OwnWork } from '../work.ts'

export function actorOf(work: OwnWork): Actor {
  return { personId: work.person.id, side: 'partner', role: work.context.role }
}
