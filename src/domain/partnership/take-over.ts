// A partnership that existed before Prokura did: the operator takes it over, with what only looks and manages. Nothing sensitive: that needs consent.

import type { PersonId } from '../ids.ts'
import { isSensitive, type RightId } from '../rights/catalogue.ts'
import { rightsIn } from '../rights/rights-set.ts'
import type { GrantedRight } from '../rights/scope.ts'
import { firstGrant, type Surroundings } from './grant-version.ts'
import type { PartnershipDecided } from './partnership-command.ts'
import { type PartnershipStart, startPartnership } from './start-partnership.ts'
import { about } from './tell-partnership.ts'
import { termsUnchanged } from './terms.ts'

/** The partnership as it begins, active at once. Refusals: `own_organisation`, `consent_needed`, `nothing_granted`, and those of the terms. */
export function takeOver(
  start: Omit<PartnershipStart, 'startedBy'>,
  { rights, operator }: { readonly rights: readonly GrantedRight[]; readonly operator: PersonId },
  around: Surroundings,
): PartnershipDecided {
  if (rights.length === 0) return { kind: 'refused', code: 'nothing_granted' }
  if (rights.some(({ right }) => isSensitive(right))) return { kind: 'refused', code: 'consent_needed' }
  const started = startPartnership({ ...start, startedBy: 'partner' })
  if (started.kind === 'refused') return started
  const granted = firstGrant({ rights, terms: termsUnchanged, grantedBy: operator, proposalId: null }, around)
  if (granted.kind === 'refused') return granted
  const { grant } = granted
  const partnership = { ...started.partnership, state: 'active' as const, activatedAt: around.now, grant }
  const added: readonly RightId[] = rightsIn(grant.rights)
  const told = about(partnership)
  return {
    kind: 'done',
    partnership,
    events: [
      ...started.events,
      { ...told, kind: 'partnership.taken_over', data: { version: grant.version, rights: added } },
      { ...told, kind: 'partnership.granted', data: { version: grant.version, added, removed: [], notAfter: grant.notAfter } },
    ],
  }
}
