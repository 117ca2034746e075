// One partnership as its customer sees it: state, rights with their reach and end, who pays.
import { isSecured, rightsCounting } from '../../domain/partnership/grant.ts'
import { type Partnership, rightsEffective, stateOfPartnership } from '../../domain/partnership/partnership.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { earliest, type Instant } from '../../domain/time.ts'
import type { Answer } from '../endpoint.ts'
import { findPartnerShown, nameOfPerson } from '../partnerships/customer-store.ts'
import type { Transaction } from '../platform/transact.ts'
import type { getPartnership } from './contract.ts'
import { listLastUse } from './partners-store.ts'

type Shown = Answer<typeof getPartnership>

export function stateShown(partnership: Partnership, now: Instant): Shown['state'] {
  const state = stateOfPartnership(partnership, now)
  if (state !== 'active') return state
  if (partnership.suspendedByOperatorAt !== null) return 'suspended_by_operator'
  return partnership.suspendedByCustomerAt !== null ? 'suspended_by_customer' : 'active'
}

export async function partnerShown(tx: Transaction, { partnerId }: Pick<Partnership, 'partnerId'>): Promise<Shown['partner']> {
  const partner = await findPartnerShown(tx, partnerId)
  if (!partner) return { id: partnerId, name: '', domain: null, registerNumber: null, city: null, country: '' }
  const { verifiedAt: _, ...shown } = partner
  return shown
}

export async function grantShown(tx: Transaction, partnership: Partnership, now: Instant): Promise<Shown['grant']> {
  const { grant, customerId, id } = partnership
  if (grant === null) return null
  const lastUse = await listLastUse(tx, customerId, id)
  const effective = new Set(rightsEffective(partnership, now).map(({ right }) => right))
  const inForce = grant.rights.filter(({ notAfter }) => notAfter === null || notAfter > now)
  return {
    version: grant.version,
    rights: rightsIn(inForce).map((right) => {
      const rows = inForce.filter((row) => row.right === right)
      return {
        right,
        scopes: rows.map(({ scope }) => scope),
        isEffective: effective.has(right),
        notAfter: iso(earliest(...rows.map(({ notAfter }) => notAfter))),
        lastUsedAt: iso(lastUse.get(right) ?? null),
      }
    }),
    terms: grant.terms,
    notAfter: iso(grant.notAfter),
    grantedBy: await nameOfPerson(tx, grant.grantedBy),
    grantedAt: new Date(grant.grantedAt).toISOString(),
    isSecured: isSecured(partnership.securedAt, now),
  }
}

/** The rights that count now, whatever the gates: what the list sums up. */
export function rightsNow({ grant, securedAt }: Partnership, now: Instant): readonly RightId[] {
  return grant === null ? [] : rightsIn(rightsCounting(grant, securedAt, now))
}

export const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString())
