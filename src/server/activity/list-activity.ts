// What happened, for its readers: names beside ids, newest first.
import type { EventKind } from '../../domain/event.ts'
import type { Answer, Input } from '../endpoint.ts'
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

function toEntry(row: ActivityRow): Answer<typeof contract>['entries'][number] {
  const { by: _by, detailHash: _hash, ...data } = row.body
  return {
    position: row.position,
    at: row.at.toISOString(),
    kind: row.kind as EventKind,
    person: named(row.person_id, row.person),
    about: named(row.about_id, row.about),
    organisation: named(row.organisation_id, row.organisation),
    operator: row.operator,
    acting: row.acting,
    partnershipId: row.partnership_id,
    partner: named(row.partner_id, row.partner),
    customer: named(row.customer_id, row.customer),
    product: named(row.product_id, row.product),
    visitId: row.visit_id,
    data,
    detail: row.detail,
  }
}

const named = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null)
