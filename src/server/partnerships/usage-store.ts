// When granted rights were last used, and when the people of a partner last came: what is never used is proposed for taking away.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import type { RightUse } from '../../domain/partnership/usage.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

type Key = { readonly id: PartnershipId; readonly customerId: OrganisationId }

/** Each granted right once: granted since when at the latest scope, used when on any of them. */
export async function listRightUses(tx: Transaction, { id, customerId }: Key): Promise<readonly RightUse[]> {
  const rows = await tx
    .selectFrom('granted_right')
    .select(({ fn }) => ['right', fn.min('granted_at').as('since'), fn.max('last_used_at').as('used')])
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', id)
    .groupBy('right')
    .execute()
  return rows.map(toUse)
}

/** The same for all partnerships of a customer. */
export async function listRightUsesOfAll(
  tx: Transaction,
  customerId: OrganisationId,
): Promise<ReadonlyMap<PartnershipId, readonly RightUse[]>> {
  const rows = await tx
    .selectFrom('granted_right')
    .select(({ fn }) => ['partnership_id', 'right', fn.min('granted_at').as('since'), fn.max('last_used_at').as('used')])
    .where('customer_id', '=', customerId)
    .groupBy(['partnership_id', 'right'])
    .execute()
  const uses = Map.groupBy(rows, ({ partnership_id }) => asId<PartnershipId>(partnership_id))
  return new Map([...uses].map(([id, of]) => [id, of.map(toUse)]))
}

function toUse({ right, since, used }: { right: string; since: Date | string; used: Date | string | null }): RightUse {
  return {
    right: right as RightId,
    grantedAt: instant(new Date(since).getTime()),
    lastUsedAt: used ? instant(new Date(used).getTime()) : null,
  }
}

/** The latest visit of each person who ever came. */
export async function listLastVisits(tx: Transaction, { id, customerId }: Key): Promise<ReadonlyMap<PersonId, Instant>> {
  const rows = await tx
    .selectFrom('visit')
    .select(({ fn }) => ['person_id', fn.max('started_at').as('at')])
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', id)
    .groupBy('person_id')
    .execute()
  return new Map(rows.map(({ person_id, at }) => [asId<PersonId>(person_id), instant(new Date(at).getTime())]))
}

/** Whoever is assigned by name, since when. */
export async function listAssignedSince(
  tx: Transaction,
  { id, customerId }: Key,
): Promise<readonly { readonly id: PersonId; readonly name: string; readonly since: Instant }[]> {
  const rows = await tx
    .selectFrom('assignment')
    .select(['person_id', 'assigned_at', sql<string | null>`person_name(person_id)`.as('name')])
    .where('customer_id', '=', customerId)
    .where('partnership_id', '=', id)
    .orderBy('assigned_at')
    .execute()
  return rows.map((row) => ({ id: asId(row.person_id), name: row.name ?? '', since: instant(row.assigned_at.getTime()) }))
}
