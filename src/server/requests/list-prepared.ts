// What waits for a legal representative's release. Whoever may not prepare reads of none: their list of customers asks like everybody's.
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Answer } from '../endpoint.ts'
import type { OwnWork } from '../work.ts'
import type { listPrepared as contract } from './prepared-contract.ts'
import { listWaitingForRelease } from './store.ts'

export async function listPrepared(work: OwnWork): Promise<Answer<typeof contract>> {
  if (!mayDo('prepare', { side: 'partner', role: work.context.role })) return { requests: [] }
  const rows = await listWaitingForRelease(work.tx, work.context.organisationId)
  return {
    requests: rows.map((row) => ({
      id: row.id,
      name: row.name,
      sentTo: row.sent_to,
      rights: [...rightsIn(row.rights)],
      preparedBy: row.prepared_by,
      preparedAt: row.prepared_at.toISOString(),
    })),
  }
}
