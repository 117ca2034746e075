// A leader of the partner answers what a collaborator asked for. The last approval that is needed gives it: lasting, or for a time that ends by itself.

import { type AccessAnswered, answerAccess, countingApprovals } from '../../domain/access-request.ts'
import { withHolders } from '../../domain/assign-holders.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Instant } from '../../domain/time.ts'
import { asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { changeAssignments } from '../partnerships/change-assignments.ts'
import { lockPartner } from '../partnerships/organisation-store.ts'
import { lockPartnership } from '../partnerships/partnership-store.ts'
import { assignForATime } from '../partnerships/timed-assignments.ts'
import type { OwnWork } from '../work.ts'
import { aboutRequest, dataOf } from './ask-for-access.ts'
import type { approveAccess as approveContract, declineAccess as declineContract } from './contract.ts'
import { findRules, listLeaders, lockRequest, type StoredRequest, saveRequest } from './store.ts'

export async function approveAccess(work: OwnWork, { params }: Input<typeof approveContract>): Promise<Answer<typeof approveContract>> {
  await lockPartner(work.tx, work.context.organisationId)
  const { request, answered } = await answer(work, params.request, 'approve')
  if (answered.kind === 'granted') {
    await give(work, { ...request, ...answered.request }, answered.until)
    await saveRequest(work.tx, answered.request, { at: work.now, until: answered.until })
    record(work, {
      ...aboutRequest(request),
      kind: 'assignment.answered',
      data: { ...dataOf(answered.request), granted: true, notAfter: answered.until },
    })
    return { state: 'granted' }
  }
  await saveRequest(work.tx, answered.request, { at: null, until: null })
  record(work, { ...aboutRequest(request), kind: 'assignment.approved', data: dataOf(request) })
  return { state: 'waits' }
}

export async function declineAccess(work: OwnWork, { params }: Input<typeof declineContract>): Promise<Record<string, never>> {
  const { request, answered } = await answer(work, params.request, 'decline')
  await saveRequest(work.tx, answered.request, { at: work.now, until: null })
  record(work, { ...aboutRequest(request), kind: 'assignment.answered', data: { ...dataOf(request), granted: false, notAfter: null } })
  return {}
}

type Answered = Exclude<AccessAnswered, { kind: 'refused' }>

async function answer(work: OwnWork, id: string, what: 'approve' | 'decline'): Promise<{ request: StoredRequest; answered: Answered }> {
  const stored = await lockRequest(work.tx, work.context.organisationId, id)
  if (!stored) throw new Refusal('not_found')
  const request = countingApprovals(stored, await listLeaders(work.tx, work.context.organisationId))
  for (const approver of request.approvedBy) work.decidedOn.add(approver)
  const rules = await findRules(work.tx, work.context.organisationId)
  const answered = answerAccess(request, what, { by: asPartner(work), rules, now: work.now })
  if (answered.kind === 'refused') throw new Refusal(answered.code)
  return { request, answered }
}

async function give(work: OwnWork, request: StoredRequest, until: Instant | null): Promise<void> {
  const partnership = await lockPartnership(work.tx, request.partnershipId)
  if (!partnership) throw new Refusal('not_active')
  const { personId, rights } = request
  if (until !== null) await assignForATime(work, partnership, { personId, teamId: null, rights, endsAt: until })
  else
    await changeAssignments(
      work,
      partnership,
      { people: (before) => withHolders(before, [{ id: personId, rights: null }]) },
      asPartner(work),
    )
  // Rights for when they are needed are what the customer sees too: who got which, until when.
  if (rights !== null && until !== null)
    record(work, {
      ...aboutRequest(request),
      readers: [request.partnerId, request.customerId],
      kind: 'assignment.rights_raised',
      data: { personId, rights, notAfter: until },
    })
}
