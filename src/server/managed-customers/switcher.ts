// The tab Customers of the account switcher: whom this person may enter, those kept on top and the recent ones first.
import { Refusal } from '../../domain/refusal.ts'
import { instant } from '../../domain/time.ts'
import type { Answer, Input } from '../endpoint.ts'
import { lastDayOf } from '../partnerships/calendar.ts'
import { organisationName } from '../partnerships/names-store.ts'
import type { pinCustomer as pinContract, getSwitcher as switcherContract } from '../shell/contract.ts'
import type { OwnWork } from '../work.ts'
import { conditionsOfSearch } from './conditions-store.ts'
import { foldSearch } from './customers-store.ts'
import { viewerOf } from './list-customers.ts'
import { countActive, isListed, listByName, listFamiliar, pin, type SwitchableRecord, unpin } from './switcher-store.ts'

const most = 50

export async function getSwitcher(work: OwnWork, { query }: Input<typeof switcherContract>): Promise<Answer<typeof switcherContract>> {
  const viewer = await viewerOf(work)
  const conditions = conditionsOfSearch(viewer, await foldSearch(work.tx, query.search))
  const familiar = await listFamiliar(work.tx, viewer, conditions)
  const known = new Set(familiar.map(({ partnership_id }) => partnership_id))
  const others = await listByName(work.tx, viewer, conditions, most + known.size)
  const partnerName = await organisationName(work.tx, viewer.partnerId)
  const listed = [...familiar, ...others.filter(({ partnership_id }) => !known.has(partnership_id))]
  return { customers: listed.slice(0, most).map((record) => toSwitchable(record, partnerName)), total: await countActive(work.tx, viewer) }
}

export async function pinCustomer(work: OwnWork, { params, body }: Input<typeof pinContract>): Promise<Answer<typeof pinContract>> {
  const viewer = await viewerOf(work)
  if (!(await isListed(work.tx, viewer, params.partnership))) throw new Refusal('not_found')
  await (body.pinned ? pin : unpin)(work.tx, viewer, params.partnership)
  return {}
}

function toSwitchable(record: SwitchableRecord, partnerName: string): Answer<typeof switcherContract>['customers'][number] {
  return {
    partnershipId: record.partnership_id,
    customerName: record.name,
    customerNumber: record.customer_number ?? '',
    partnerName,
    access: (record.access ?? 'custom') as Answer<typeof switcherContract>['customers'][number]['access'],
    endsOn: record.ends_at ? lastDayOf(instant(record.ends_at.getTime())) : null,
    pinned: record.pinned,
    recent: record.visited_at !== null,
  }
}
