// A report about a request, by anybody who has its link. The provider reads it; the partner does not.
import type { CaseId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { hourMs } from '../../domain/time.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { newId, type OpenWork } from '../work.ts'
import { blockAfter } from './block-after.ts'
import type { reportRequest as contract } from './decline-contract.ts'
import { getRequest, hasProvedAddress } from './request-store.ts'

export async function reportRequest(work: OpenWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const invitation = await getRequest(work.tx, params.token)
  await work.limit(`report:${work.client.address}`, { limit: 10, windowMs: hourMs })
  await work.limit(`report-of:${invitation.id}`, { limit: 20, windowMs: 24 * hourMs })
  record(work, {
    kind: 'request.reported',
    readers: [],
    data: { invitationId: invitation.id, caseId: newId<CaseId>() },
    detail: { reason: body.reason },
  })
  if (body.block && !(work.person && (await hasProvedAddress(work.tx, invitation.id)))) throw new Refusal('address_not_proven')
  if (body.block) await blockAfter(work, invitation, undefined)
  return {}
}
