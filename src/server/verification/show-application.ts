// An application, and what is verified, as both the organisation and the operator see it.
import type { Instant } from '../../domain/time.ts'
import { isVerifiedAt } from '../../domain/verification/standing.ts'
import type { Answer } from '../endpoint.ts'
import type { StoredApplication } from './application-store.ts'
import type { ApplicationShown, getApplication } from './contract.ts'
import type { PartnerRow } from './partner-store.ts'

const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString())

export function toShown(application: StoredApplication): ApplicationShown {
  const { id, kind, state, legalName, country, city, registerNumber, domain, contactEmail, proof, reason, register } = application
  return {
    ...{ id, kind, state, legalName, country, city, registerNumber, domain, contactEmail, proof, reason },
    register: { kind: register.kind, isChecked: register.isChecked },
    checkedAt: iso(application.checkedAt),
    appliedAt: new Date(application.appliedAt).toISOString(),
    decidedAt: iso(application.decidedAt),
  }
}

export function verifiedShown(partner: PartnerRow, now: Instant): Answer<typeof getApplication>['verified'] {
  const { verified, verifiedAt, verifiedUntil } = partner
  if (verified === null || verifiedAt === null) return null
  const until = new Date(verifiedUntil ?? verifiedAt).toISOString()
  return { ...verified, since: new Date(verifiedAt).toISOString(), until, isOver: !isVerifiedAt(partner, now) }
}
