// Whoever signs, as the domain asks for them.
import type { Actor } from '../../domain/who-may.ts'
import type { OwnWork } from '../work.ts'

export function actorOf({ person, context }: OwnWork): Actor {
  return { personId: person.id, side: 'customer', role: context.role }
}
