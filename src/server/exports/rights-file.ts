// Requested, granted, effective: one row for each right on each scope, with why it does not count where it does not.

import { isSecured, type RightInForce } from '../../domain/partnership/grant.ts'
import { isSuspended, stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { findRight, type RightId, rightIds } from '../../domain/rights/catalogue.ts'
import { isSameScope, type RequestedRight, type RequestedScope } from '../../domain/rights/scope.ts'
import { type Instant, isOver } from '../../domain/time.ts'
import type { CsvRow } from '../platform/csv.ts'
import type { Transaction } from '../platform/transact.ts'
import type { CustomerFile } from './customer-file.ts'
import { listProducts, listRequestedRights, listUses, nameOfPerson, type RightUse } from './customer-store.ts'
import { type ExportedCustomer, firstCells } from './exported-customer.ts'
import { columnsOf, type FileWords } from './file-words.ts'

const columns = {
  right: 'value',
  description: 'value',
  sensitive: 'value',
  scope: 'value',
  scope_name: 'text',
  future_products: 'value',
  requested: 'value',
  required: 'value',
  granted: 'value',
  effective: 'value',
  not_effective_because: 'value',
  starts_on: 'value',
  ends_on: 'value',
  grant_version: 'value',
  granted_at: 'value',
  granted_by: 'text',
  last_used_at: 'value',
  last_used_by: 'text',
} as const

type Line = {
  readonly right: RightId
  readonly scope: RequestedScope
  readonly asked: readonly RequestedRight[]
  readonly granted: RightInForce | undefined
}
type Known = {
  readonly products: ReadonlyMap<string, string>
  readonly uses: readonly RightUse[]
  readonly grantedBy: string | null
  readonly now: Instant
}

export async function rightsFile(tx: Transaction, customer: ExportedCustomer, words: FileWords, now: Instant): Promise<CustomerFile> {
  const { grant } = customer.partnership
  const requested = await listRequestedRights(tx, customer.partnershipId)
  const products = await listProducts(tx, customer.partnershipId, customer.partnerId)
  const known: Known = {
    products: new Map(products.map(({ id, name }) => [id, name])),
    uses: await listUses(tx, customer.customerId, customer.partnershipId),
    grantedBy: grant ? await nameOfPerson(tx, grant.grantedBy) : null,
    now,
  }
  const rows = rightIds
    .flatMap((right) => linesOf(right, requested, grant?.rights ?? []))
    .map((line) => rowOf(line, customer, words, known))
  return { name: 'rights', columns: columnsOf(columns, words), count: rows.length, rows: () => [rows] }
}

/** Each granted scope, and each scope that was asked for and is not granted; where the customer was to choose, only if it chose none. */
function linesOf(right: RightId, requested: readonly RequestedRight[], inForce: readonly RightInForce[]): readonly Line[] {
  const asked = requested.filter((row) => row.right === right)
  const granted = inForce.filter((row) => row.right === right)
  const open = asked.filter(({ scope }) =>
    scope.kind === 'customer_chooses'
      ? granted.length === 0
      : !granted.some((row) => row.scope.kind === 'all' || isSameScope(row.scope, scope)),
  )
  return [
    ...granted.map((row) => ({ right, scope: row.scope, asked, granted: row })),
    ...open.map((row) => ({ right, scope: row.scope, asked: [row], granted: undefined })),
  ]
}

function rowOf(line: Line, customer: ExportedCustomer, words: FileWords, known: Known): CsvRow {
  const { right, scope, asked, granted } = line
  const because = notEffectiveBecause(line, customer, known.now)
  const use = known.uses.find((row) => row.right === right && row.scope_kind === scope.kind && row.scope_key === keyOf(scope))
  const sensitive = findRight(right)?.sensitive ?? null
  return [
    ...firstCells(customer),
    words.right(right),
    words.t(`rights.${right}`),
    sensitive === null ? words.answer(false) : words.common(`rights.sensitive.${sensitive}`, sensitive),
    words.audience === 'machine' && scope.kind === 'organisation' ? null : words.word('scope', scope.kind),
    scope.kind === 'family'
      ? words.common(`families.${scope.family}`, scope.family)
      : scope.kind === 'product'
        ? (known.products.get(scope.productId) ?? null)
        : null,
    'future' in scope ? words.answer(scope.future) : null,
    words.answer(asked.length > 0),
    words.answer(asked.some(({ required }) => required)),
    words.answer(granted !== undefined),
    words.answer(because === null),
    words.word('because', because),
    ...(granted
      ? [
          words.day(granted.notBefore),
          words.lastDay(granted.notAfter),
          String(customer.partnership.grant?.version ?? ''),
          words.instant(granted.grantedAt),
          known.grantedBy,
        ]
      : [null, null, null, null, null]),
    words.time(use?.used ?? null),
    use?.used_by ?? null,
  ]
}

function notEffectiveBecause({ right, granted }: Line, { partnership }: ExportedCustomer, now: Instant): string | null {
  if (!granted) return 'not_granted'
  if (stateOfPartnership(partnership, now) !== 'active') return 'ended'
  if (isSuspended(partnership)) return 'suspended'
  if (granted.notBefore > now || (partnership.grant?.notBefore ?? now) > now) return 'not_started'
  if (isOver(granted.notAfter, now)) return 'run_out'
  return findRight(right)?.sensitive != null && !isSecured(partnership.securedAt, now) ? 'not_secured' : null
}

function keyOf(scope: RequestedScope): string {
  return scope.kind === 'family' ? scope.family : scope.kind === 'product' ? scope.productId : ''
}
