// An organisation and the people in it: what they are to it, and on which side of a partnership it stands.

import type { OrganisationId, PersonId } from './ids.ts'
import type { Language } from './language.ts'

export const roles = ['legal_representative', 'administrator', 'collaborator'] as const
export type Role = (typeof roles)[number]

export const sides = ['partner', 'customer'] as const
export type Side = (typeof sides)[number]

/** How far the operator has come with an organisation that wants to be a partner. */
export type PartnerStanding = 'none' | 'applied' | 'verified' | 'refused'

export type Organisation = {
  readonly id: OrganisationId
  readonly number: string
  readonly legalName: string
  readonly country: string
  readonly language: Language
  readonly partnerStanding: PartnerStanding
}

/** A person in an organisation, at most once. */
export type Member = {
  readonly organisationId: OrganisationId
  readonly personId: PersonId
  readonly role: Role
}

/** The other side of a partnership. */
export function otherSide(side: Side): Side {
  return side === 'partner' ? 'customer' : 'partner'
}
