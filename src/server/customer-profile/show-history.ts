// What happened with this customer, with the names of people; the customer's own name stays hidden until it answered.
import type { Answer } from '../endpoint.ts'
import { entryShown } from '../journal/entries.ts'
import type { getProfile } from './contract.ts'
import type { HistoryRow } from './store.ts'

type Entry = Answer<typeof getProfile>['history'][number]
type Parties = { readonly partner: Entry['partner']; readonly customer: Entry['customer'] }

export function showHistory(rows: readonly HistoryRow[], { partner, customer }: Parties): Entry[] {
  return rows.map((row) => {
    const { data, organisation, ...entry } = entryShown(row, { partner, customer, detail: row.detail })
    const { customerId: _customer, ...told } = data
    return {
      ...entry,
      data: told,
      organisation: organisation && (organisation.id === partner?.id || customer !== null) ? organisation : null,
    }
  })
}
