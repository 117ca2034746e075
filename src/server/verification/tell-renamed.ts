// A partner has a new name that the operator verified: each of its customers reads it in its activity, and by mail; some at a time.
import { asId, type OrganisationId } from '../../domain/ids.ts'
import { record } from '../journal/record.ts'
import { enqueue, type NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { SystemWork } from '../work.ts'
import { getPartnerRow, listCustomersOf } from './partner-store.ts'

type Renamed = { readonly partnerId: string; readonly before: string; readonly after: string; readonly told: string | null }

/** Only of partners: nobody else's name is told to others. */
export const planRenamed = (event: RecordedEvent): readonly NewJob[] => {
  const [partnerId] = event.readers
  if (event.kind !== 'organisation.renamed' || !event.detail || partnerId === undefined) return []
  return [{ kind: 'tell-renamed', payload: { partnerId, ...event.detail, told: null } satisfies Renamed }]
}

export async function tellRenamed(work: SystemWork, payload: unknown): Promise<void> {
  const { partnerId, before, after, told } = payload as Renamed
  const id = asId<OrganisationId>(partnerId)
  const partner = await getPartnerRow(work.tx, id)
  if (partner.name !== after) return
  const customers = await listCustomersOf(work.tx, id, told)
  const last = customers.at(-1)
  if (last === undefined) return
  record(work, { kind: 'partner.renamed', readers: customers, data: { partnerId: id }, detail: { before, after } })
  await enqueue(work.tx, { kind: 'tell-renamed', payload: { partnerId, before, after, told: last } satisfies Renamed })
}
