// Partnerships that the legal person before was granted, and that nobody has been asked about since the partner is another one.
import { type RawBuilder, sql } from 'kysely'
import type { PartnershipId } from '../../domain/ids.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { dayMs, type Instant } from '../../domain/time.ts'
import type { GrantedBefore } from '../partnerships/granted-before-store.ts'
import type { Transaction } from '../platform/transact.ts'

type Unasked = GrantedBefore & { readonly except: readonly PartnershipId[]; readonly limit: number }

/** Those that somebody is in, as long as there are any; then the others. */
export async function listUnasked(tx: Transaction, of: Unasked): Promise<readonly PartnershipId[]> {
  const visited = await unasked(
    tx,
    of,
    sql`and g.id in (
    select v.partnership_id from visit v where v.partner_id = ${of.partnerId} and v.started_at > ${aDayBefore(of.since)} and v.ended_at is null)`,
  )
  return visited.length > 0 ? visited : unasked(tx, of, sql``)
}

/** No visit lasts longer. */
const aDayBefore = (since: Instant) => new Date(since - dayMs)

async function unasked(
  tx: Transaction,
  { except, limit, partnerId, since }: Unasked,
  and: RawBuilder<unknown>,
): Promise<readonly PartnershipId[]> {
  const { rows } = await sql<{ id: PartnershipId }>`
    select g.id from granted_before(${partnerId}, ${new Date(since)}) g
    where g.id <> all(${[...except]}::uuid[]) ${and} order by g.id limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Whether this one is among them: it stays closed until its customer was asked and confirmed, whatever else closed it. */
export async function isUnasked(tx: Transaction, { id, partnerId }: Pick<Partnership, 'id' | 'partnerId'>): Promise<boolean> {
  const { rows } = await sql<{ unasked: boolean }>`
    select exists (select from organisation o, granted_before(o.id, o.legal_person_since) g where o.id = ${partnerId} and g.id = ${id}) unasked`.execute(
    tx,
  )
  return rows[0]?.unasked ?? true
}
