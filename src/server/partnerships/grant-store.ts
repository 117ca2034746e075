// What was granted, version by version, and the rights in force row by row. Written in the customer's context alone.
import type { OrganisationId, PartnershipId, PersonId } from '../../domain/ids.ts'
import { asId } from '../../domain/ids.ts'
import type { Grant, GrantReason, RightInForce } from '../../domain/partnership/grant.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import type { Terms } from '../../domain/partnership/terms.ts'
import type { VersionMade } from '../../domain/partnership/undo-narrowing.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import type { Scope } from '../../domain/rights/scope.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import { noteReviewed } from './review-store.ts'

export type PartnershipKey = { readonly customerId: OrganisationId; readonly partnershipId: PartnershipId }

/** A version with its rights as they were granted then; null when there is no such version. */
export async function findGrantVersion(tx: Transaction, key: PartnershipKey, version: number): Promise<Grant | null> {
  const row = await tx
    .selectFrom('grant_version')
    .selectAll()
    .where('customer_id', '=', key.customerId)
    .where('partnership_id', '=', key.partnershipId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? toGrant(row) : null
}

/** Whose act made a version, when, and from which side: the grant alone says whose word the rights are. */
export type Made = VersionMade & { readonly by: PersonId }

export type GrantRow = {
  readonly version: number
  readonly reason: string
  readonly terms: unknown
  readonly rights: unknown
  readonly not_before: Date
  readonly not_after: Date | null
  readonly granted_by: string
  readonly seconded_by: string | null
  readonly granted_at: Date
  readonly proposal_id: string | null
}

export function toGrant(row: GrantRow): Grant {
  return {
    version: row.version,
    reason: row.reason as GrantReason,
    terms: row.terms as Terms,
    rights: row.rights as readonly RightInForce[],
    notBefore: instant(row.not_before.getTime()),
    notAfter: at(row.not_after),
    grantedBy: asId(row.granted_by),
    secondedBy: row.seconded_by === null ? null : asId(row.seconded_by),
    grantedAt: instant(row.granted_at.getTime()),
    proposalId: row.proposal_id === null ? null : asId(row.proposal_id),
  }
}

/** Since when whoever granted this version can sign in with more than an emailed code. */
export async function securedAtOf(tx: Transaction, key: PartnershipKey, version: number): Promise<Instant | null> {
  const row = await tx
    .selectFrom('grant_version')
    .select('secured_at')
    .where('customer_id', '=', key.customerId)
    .where('partnership_id', '=', key.partnershipId)
    .where('version', '=', version)
    .executeTakeFirst()
  return at(row?.secured_at ?? null)
}

/**
 * Writes the partnership's grant as the version in force: the version itself, the rights that decisions read, and its number on the
 * partnership. Only under the customer's context (`asTenant` where a partner's yes completes what the customer proposed).
 */
export async function saveGrant(tx: Transaction, partnership: Partnership, grant: Grant, made: Made): Promise<void> {
  const key = { customer_id: partnership.customerId, partnership_id: partnership.id, partner_id: partnership.partnerId }
  await tx
    .insertInto('grant_version')
    .values({
      ...key,
      version: grant.version,
      proposal_id: grant.proposalId,
      rights: JSON.stringify(grant.rights),
      terms: JSON.stringify(grant.terms),
      not_before: new Date(grant.notBefore),
      not_after: date(grant.notAfter),
      secured_at: date(partnership.securedAt),
      granted_by: grant.grantedBy,
      seconded_by: grant.secondedBy ?? null,
      granted_at: new Date(grant.grantedAt),
      reason: grant.reason,
      made_by: made.by,
      made_at: new Date(made.at),
      made_side: made.side,
    })
    .execute()
  await replaceRights(tx, key, grant.rights)
  await tx
    .updateTable('partnership')
    .set({ grant_version: grant.version })
    .where('customer_id', '=', partnership.customerId)
    .where('id', '=', partnership.id)
    .execute()
  if (grant.reason === 'extended') await noteReviewed(tx, partnership, grant.grantedBy, grant.grantedAt)
}

/** Rows that stay keep when they were last used. */
async function replaceRights(tx: Transaction, key: Key, rights: readonly RightInForce[]): Promise<void> {
  const wanted = rights.map((right) => ({ ...key, ...columnsOf(right) }))
  const names = new Set(wanted.map(nameOf))
  const present = await tx
    .selectFrom('granted_right')
    .select(['right', 'scope_kind', 'scope_key'])
    .where('customer_id', '=', key.customer_id)
    .where('partnership_id', '=', key.partnership_id)
    .execute()
  for (const gone of present.filter((row) => !names.has(nameOf(row)))) {
    await tx
      .deleteFrom('granted_right')
      .where('customer_id', '=', key.customer_id)
      .where('partnership_id', '=', key.partnership_id)
      .where('right', '=', gone.right)
      .where('scope_kind', '=', gone.scope_kind)
      .where('scope_key', '=', gone.scope_key)
      .execute()
  }
  if (wanted.length === 0) return
  await tx
    .insertInto('granted_right')
    .values(wanted)
    .onConflict((conflict) =>
      conflict.columns(['customer_id', 'partnership_id', 'right', 'scope_kind', 'scope_key']).doUpdateSet((excluded) => ({
        future_products: excluded.ref('excluded.future_products'),
        not_before: excluded.ref('excluded.not_before'),
        not_after: excluded.ref('excluded.not_after'),
        granted_at: excluded.ref('excluded.granted_at'),
      })),
    )
    .execute()
}

type Key = { readonly customer_id: string; readonly partnership_id: string; readonly partner_id: string }

function columnsOf({ right, scope, notBefore, notAfter, grantedAt }: RightInForce) {
  return {
    right,
    ...columnsOfScope(scope),
    not_before: new Date(notBefore),
    not_after: date(notAfter),
    granted_at: new Date(grantedAt),
  }
}

/** How a scope stands in a row: its kind, the family or product it names, and whether later products are included. */
export function columnsOfScope(scope: Scope): { scope_kind: Scope['kind']; scope_key: string; future_products: boolean } {
  switch (scope.kind) {
    case 'organisation':
      return { scope_kind: scope.kind, scope_key: '', future_products: false }
    case 'all':
      return { scope_kind: scope.kind, scope_key: '', future_products: scope.future }
    case 'family':
      return { scope_kind: scope.kind, scope_key: scope.family, future_products: scope.future }
    case 'product':
      return { scope_kind: scope.kind, scope_key: scope.productId, future_products: false }
  }
}

/** The scope of a row. */
export function toScope(kind: string, key: string, future: boolean): Scope {
  switch (kind) {
    case 'organisation':
      return { kind: 'organisation' }
    case 'all':
      return { kind: 'all', future }
    case 'family':
      return { kind: 'family', family: key as Family, future }
    default:
      return { kind: 'product', productId: asId(key) }
  }
}

const nameOf = (row: { right: string; scope_kind: string; scope_key: string }): string => `${row.right} ${row.scope_kind} ${row.scope_key}`
const at = (value: Date | null): Instant | null => (value ? instant(value.getTime()) : null)
const date = (value: Instant | null): Date | null => (value === null ? null : new Date(value))
