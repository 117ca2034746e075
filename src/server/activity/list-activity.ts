// What happened, for its readers: names beside ids, newest first.
import type { Answer, Input } from '../endpoint.ts'
import { entryShown, named } from '../journal/entries.ts'
import type { TenantWork } from '../work.ts'
import { type ActivityRow, listEntries } from './activity-store.ts'
import type { listActivity as contract } from './contract.ts'

export async function listActivity(work: TenantWork, { query }: Pick<Input<typeof contract>, 'query'>): Promise<Answer<typeof contract>> {
  const { context } = work
  const acting = context.kind === 'acting'
  const rows = await listEntries(work.tx, context.organisationId, {
    ...query,
    ...(acting ? { partnership: context.partnershipId } : {}),
    partnerActing: acting ? context.partnerId : query.acting ? 'any' : undefined,
  })
  const shown = rows.slice(0, query.limit)
  return { entries: shown.map(toEntry), next: rows.length > query.limit ? (shown.at(-1)?.position ?? null) : null }
}

const toEntry = (row: ActivityRow): Answer<typeof contract>['entries'][number] =>
  entryShown(row, {
    partner: named(row.partner_id, row.partner),
    customer: named(row.customer_id, row.customer),
    detail: row.detail,
  })
