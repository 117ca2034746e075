// An organisation's application to be a verified partner: who it says it is, what was proven, and what the operator made of it.

import { displayName } from '../display-name.ts'
import type { DomainEvent } from '../event.ts'
import type { ApplicationId, OrganisationId, PersonId } from '../ids.ts'
import type { Role } from '../organisation.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Instant } from '../time.ts'
import { type ProofWay, readDomain } from './proof-of-domain.ts'
import { type RegisterNumber, readRegisterNumber } from './register-number.ts'

export const applicationStates = ['open', 'verified', 'refused', 'withdrawn'] as const
export type ApplicationState = (typeof applicationStates)[number]

/** `first`: never verified. `renewal`: as it was verified. `change`: under another name, number or domain. */
export const applicationKinds = ['first', 'renewal', 'change'] as const
export type ApplicationKind = (typeof applicationKinds)[number]

export type Firm = {
  readonly legalName: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly city: string
  readonly registerNumber: string
  readonly domain: string
}

export type Application = Firm & {
  readonly id: ApplicationId
  readonly organisationId: OrganisationId
  readonly kind: ApplicationKind
  readonly state: ApplicationState
  readonly register: RegisterNumber
  readonly contactEmail: string
  /** What stands in the text that proves the domain. */
  readonly token: string
  readonly proof: ProofWay | null
  readonly appliedBy: PersonId
  readonly appliedAt: Instant
  readonly decidedBy: PersonId | null
  readonly decidedAt: Instant | null
  readonly reason: string | null
}

export type ApplicationDraft = Firm & Pick<Application, 'id' | 'organisationId' | 'contactEmail' | 'token'>

export type Applying = {
  readonly by: { readonly personId: PersonId; readonly role: Role }
  /** As the operator verified it; null when that never happened. */
  readonly verified: Firm | null
  readonly hasOpen: boolean
  readonly now: Instant
}

export type Applied =
  | { readonly kind: 'done'; readonly application: Application; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/** Refusals: `not_entitled`, `already_open`, `invalid_name`, `invalid_register_number`, `invalid_domain`. */
export function applyAsPartner(draft: ApplicationDraft, { by, verified, hasOpen, now }: Applying): Applied {
  if (by.role !== 'legal_representative') return { kind: 'refused', code: 'not_entitled' }
  if (hasOpen) return { kind: 'refused', code: 'already_open' }
  const legalName = displayName(draft.legalName)
  if (legalName === null) return { kind: 'refused', code: 'invalid_name' }
  const register = readRegisterNumber(draft.country, draft.registerNumber)
  if (register === null) return { kind: 'refused', code: 'invalid_register_number' }
  const domain = readDomain(draft.domain)
  if (domain === null) return { kind: 'refused', code: 'invalid_domain' }
  const firm = { legalName, country: draft.country, city: draft.city, registerNumber: register.number, domain }
  const application: Application = {
    ...draft,
    ...firm,
    kind: kindOf(firm, verified),
    state: 'open',
    register,
    proof: null,
    appliedBy: by.personId,
    appliedAt: now,
    decidedBy: null,
    decidedAt: null,
    reason: null,
  }
  const data = { applicationId: application.id, application: application.kind }
  return { kind: 'done', application, events: [{ kind: 'partner.applied', readers: [draft.organisationId], data }] }
}

function kindOf(firm: Firm, verified: Firm | null): ApplicationKind {
  if (verified === null) return 'first'
  const isSame =
    firm.legalName === verified.legalName &&
    firm.country === verified.country &&
    firm.registerNumber === verified.registerNumber &&
    firm.domain === verified.domain
  return isSame ? 'renewal' : 'change'
}
