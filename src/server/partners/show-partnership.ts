// One partnership as its customer sees it: state, rights with their reach and end, who pays.
import { isSecured, rightsCounting } from '../../domain/partnership/grant.ts'
import { closedByOperatorAt, type Partnership, rightsEffective, stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { requestedIn, whyNotEffective } from '../../domain/partnership/requested-rights.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { difference } from '../../domain/rights/difference.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { earliest, type Instant } from '../../domain/time.ts'
import type { Answer } from '../endpoint.ts'
import { findPartnerShown, nameOfPerson } from '../partnerships/customer-store.ts'
import { noProducts } from '../partnerships/organisation-store.ts'
import { listProposals } from '../partnerships/proposal-store.ts'
import type { Transaction } from '../platform/transact.ts'
import type { getPartnership } from './contract.ts'
import { listLastUse, listVersions } from './partners-store.ts'

type Shown = Answer<typeof getPartnership>

export function stateShown(partnership: Partnership, now: Instant): Shown['state'] {
  const state = stateOfPartnership(partnership, now)
  if (state !== 'active') return state
  if (closedByOperatorAt(partnership) !== null) return 'suspended_by_operator'
  return partnership.suspendedByCustomerAt !== null ? 'suspended_by_customer' : 'active'
}

/** When and by whom; what ran out by the clock is over, whether or not that was written down yet. */
export function endShown({ endedAt, endedBy, grant }: Partnership, state: Shown['state']): Pick<Shown, 'endedAt' | 'endedBy'> {
  if (state !== 'ended' || endedAt !== null) return { endedAt: iso(endedAt), endedBy }
  return { endedAt: iso(grant?.notAfter ?? null), endedBy: 'time' }
}

export async function partnerShown(tx: Transaction, { partnerId }: Pick<Partnership, 'partnerId'>): Promise<Shown['partner']> {
  const partner = await findPartnerShown(tx, partnerId)
  if (!partner) return { id: partnerId, name: '', domain: null, registerNumber: null, city: null, country: '', formerName: null }
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
    secondedBy: grant.secondedBy ? await nameOfPerson(tx, grant.secondedBy) : null,
    grantedAt: new Date(grant.grantedAt).toISOString(),
    isSecured: isSecured(partnership.securedAt, now),
  }
}

/** Requested, granted and effective side by side, over every proposal the partner has sent. */
export async function comparedShown(tx: Transaction, partnership: Partnership, now: Instant): Promise<Shown['compared']> {
  const sent = (await listProposals(tx, { partnershipId: partnership.id })).filter(({ state }) => state !== 'prepared')
  const granted = partnership.grant?.rights ?? []
  const rows = difference(requestedIn(sent), granted, rightsEffective(partnership, now), noProducts)
  return rows.map(({ requested, effective, ...row }) => {
    const own = granted.filter(({ right }) => right === row.right)
    const isIdle = own.length > 0 && effective.length === 0
    return {
      ...row,
      requested: [...requested],
      granted: [...row.granted],
      effective: [...effective],
      notEffectiveBecause: isIdle ? whyNotEffective(partnership, own, now) : null,
    }
  })
}

export async function versionsShown(tx: Transaction, partnership: Partnership): Promise<Shown['versions']> {
  return (await listVersions(tx, partnership)).map((version) => ({
    ...version,
    at: new Date(version.at).toISOString(),
    rights: [...version.rights],
    notAfter: iso(version.notAfter),
  }))
}

/** The rights that count now, whatever the gates: what the list sums up. */
export function rightsNow({ grant, securedAt }: Partnership, now: Instant): readonly RightId[] {
  return grant === null ? [] : rightsIn(rightsCounting(grant, securedAt, now))
}

export const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString())
