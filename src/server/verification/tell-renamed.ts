// A partner has a new name, or a new register number for the same firm, that the operator verified: each of its customers reads it in its
// activity, and by mail; some at a time.
import { asId, type OrganisationId } from '../../domain/ids.ts'
import { record } from '../journal/record.ts'
import { enqueue, type NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { SystemWork } from '../work.ts'
import { getPartnerRow, listCustomersOf } from './partner-store.ts'

type Changed = { readonly partnerId: string; readonly before: string; readonly after: string; readonly told: string | null }

/** Only of partners: nobody else's name is told to others. */
export const planRenamed = (event: RecordedEvent): readonly NewJob[] => {
  const [partnerId] = event.readers
  if (event.kind !== 'organisation.renamed' || !event.detail || partnerId === undefined) return []
  return [{ kind: 'tell-renamed', payload: { partnerId, ...event.detail, told: null } satisfies Changed }]
}

/** partner.same_legal_person */
export const planRenumbered = (event: RecordedEvent): readonly NewJob[] => {
  const [partnerId] = event.readers
  if (event.kind !== 'partner.same_legal_person' || !event.detail || partnerId === undefined) return []
  const { before, after } = event.detail
  return [{ kind: 'tell-renumbered', payload: { partnerId, before, after, told: null } satisfies Changed }]
}

export async function tellRenamed(work: SystemWork, payload: unknown): Promise<void> {
  const changed = payload as Changed
  const id = asId<OrganisationId>(changed.partnerId)
  if ((await getPartnerRow(work.tx, id)).name !== changed.after) return
  const { before, after } = changed
  await tellSome(work, 'tell-renamed', changed, (readers) =>
    record(work, { kind: 'partner.renamed', readers, data: { partnerId: id }, detail: { before, after } }),
  )
}

export async function tellRenumbered(work: SystemWork, payload: unknown): Promise<void> {
  const changed = payload as Changed
  const id = asId<OrganisationId>(changed.partnerId)
  const { name } = await getPartnerRow(work.tx, id)
  const { before, after } = changed
  await tellSome(work, 'tell-renumbered', changed, (readers) =>
    record(work, { kind: 'partner.register_number_changed', readers, data: { partnerId: id }, detail: { name, before, after } }),
  )
}

type Told = (customers: readonly OrganisationId[]) => void

async function tellSome(work: SystemWork, kind: string, changed: Changed, tell: Told): Promise<void> {
  const customers = await listCustomersOf(work.tx, asId<OrganisationId>(changed.partnerId), changed.told)
  const last = customers.at(-1)
  if (last === undefined) return
  tell(customers)
  await enqueue(work.tx, { kind, payload: { ...changed, told: last } satisfies Changed })
}
