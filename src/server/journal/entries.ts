// Entries of the journal as their readers see them, in SQL and as data: names beside ids, and whoever must stay unnamed without.
import { sql } from 'kysely'
import type { EventKind } from '../../domain/event.ts'
import { isUnnamed } from './unnamed.ts'

export type EntryRow = {
  readonly position: number
  readonly at: Date
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
  readonly person_id: string | null
  readonly person: string | null
  readonly about_id: string | null
  readonly about: string | null
  readonly organisation_id: string | null
  readonly organisation: string | null
  readonly operator: boolean
  readonly acting: boolean
  readonly partnership_id: string | null
  readonly visit_id: string | null
  readonly product_id: string | null
  readonly product: string | null
}

/** Of a journal row `j`, together with `entryPeople`. */
export const entryColumns = sql`j.position, j.at, j.kind, j.body, doer.id as person_id, person_name(doer.id) as person,
  about.id as about_id, person_name(about.id) as about, actor.id as organisation_id, organisation_name(actor.id) as organisation,
  coalesce(j.body -> 'by' ->> 'operator' = 'true', false) as operator, j.body -> 'by' ->> 'partnerId' is not null as acting,
  j.partnership_id, j.visit_id, j.product_id, product_name(j.product_id) as product`

/** Who did it, in whose name, and whom it is about. */
export const entryPeople = sql`
  cross join lateral (select case when not ${isUnnamed} then coalesce(j.person_id,
    case when j.kind like 'member.signed%' or j.kind like 'person.%' then (j.body ->> 'personId')::uuid end) end as id) doer
  cross join lateral (select coalesce(j.body -> 'by' ->> 'partnerId', j.body -> 'by' ->> 'organisationId')::uuid as id) actor
  cross join lateral (select coalesce(j.body ->> 'personId', j.body ->> 'toPersonId')::uuid as id) about`

export type Named = { readonly id: string; readonly name: string }

export const named = (id: string | null, name: string | null): Named | null => (id !== null && name !== null ? { id, name } : null)

/** `detail`: what was said in words, where the reader may read it and nobody erased it. */
export function entryShown(
  row: EntryRow,
  more: { readonly partner: Named | null; readonly customer: Named | null; readonly detail: Readonly<Record<string, unknown>> | null },
) {
  const { by: _by, detailHash: _hash, ...data } = row.body
  return {
    ...{ position: row.position, at: row.at.toISOString(), kind: row.kind as EventKind },
    person: named(row.person_id, row.person),
    about: named(row.about_id, row.about),
    organisation: named(row.organisation_id, row.organisation),
    ...{ operator: row.operator, acting: row.acting, partnershipId: row.partnership_id, visitId: row.visit_id },
    product: named(row.product_id, row.product),
    data,
    ...more,
  }
}
