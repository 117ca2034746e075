// What happened with this customer, with the names of people; the customer's own name stays hidden until it answered.
import type { EventKind } from '../../domain/event.ts'
import type { Answer } from '../endpoint.ts'
import type { getProfile } from './contract.ts'
import type { HistoryRow } from './store.ts'

type Entry = Answer<typeof getProfile>['history'][number]
type Parties = { readonly partner: Entry['partner']; readonly customer: Entry['customer'] }

export function showHistory(rows: readonly HistoryRow[], { partner, customer }: Parties): Entry[] {
  return rows.map((row) => {
    const { by: _by, detailHash: _hash, customerId: _customer, ...data } = row.body
    const organisation = named(row.organisation_id, row.organisation)
    return {
      position: row.position,
      at: row.at.toISOString(),
      kind: row.kind as EventKind,
      person: named(row.person_id, row.person),
      about: named(row.about_id, row.about),
      organisation: organisation && (organisation.id === partner?.id || customer !== null) ? organisation : null,
      operator: row.operator,
      acting: row.acting,
      partnershipId: row.partnership_id,
      partner,
      customer,
      product: named(row.product_id, row.product),
      visitId: row.visit_id,
      data,
      detail: row.detail,
    }
  })
}

const named = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null)
