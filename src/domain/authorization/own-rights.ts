// What a member may do in the own organisation, by role.

import type { Role } from '../organisation.ts'
import { type RightId, rightIds, rightsCatalogue } from '../rights/catalogue.ts'

/** The rights of a role in the own organisation, on everything it owns. */
export function rightsOfRole(role: Role): readonly RightId[] {
  if (role !== 'collaborator') return rightIds
  return rightsCatalogue
    .filter(({ id, access }) => id === 'organisation.view' || access === 'view' || access === 'manage')
    .map(({ id }) => id)
}
