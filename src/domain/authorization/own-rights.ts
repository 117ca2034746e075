// What a member may do in the own organisation, by role.

import type { Role } from '../organisation.ts'
import { type RightId, rightIds, rightsCatalogue } from '../rights/catalogue.ts'

const ofRole: Readonly<Record<Role, readonly RightId[]>> = {
  legal_representative: rightIds,
  administrator: rightIds,
  collaborator: [
    'organisation.view',
    ...rightsCatalogue.filter(({ access }) => access === 'view' || access === 'manage').map(({ id }) => id),
  ],
}

/** The rights of a role in the own organisation, on everything it owns. */
export function rightsOfRole(role: Role): readonly RightId[] {
  return ofRole[role]
}
