// What collaborators asked for, how the partner handles it, and the customers they may ask for: by name, city and status, nothing else.

import { answerAccess, countingApprovals, stateOfAccessRequest } from '../../domain/access-request.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayDo } from '../../domain/who-may.ts'
import { asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { lockPartner } from '../partnerships/organisation-store.ts'
import type { OwnWork } from '../work.ts'
import type * as contracts from './contract.ts'
import { listOthers, othersShown } from './others-store.ts'
import { findRules, listLeaders, listRequests, saveRules } from './store.ts'

type Shown = Answer<typeof contracts.listAccessRequests>['requests'][number]

export async function listAccessRequests(work: OwnWork): Promise<Answer<typeof contracts.listAccessRequests>> {
  const { organisationId } = work.context
  const by = asPartner(work)
  const rules = await findRules(work.tx, organisationId)
  const listed = await listRequests(work.tx, organisationId, mayDo('assign', by) ? undefined : work.person.id)
  const leaders = await listLeaders(work.tx, organisationId)
  const requests = listed.map((stored): Shown => {
    const request = countingApprovals(stored, leaders)
    const may = (['approve', 'decline', 'withdraw'] as const).filter(
      (act) => answerAccess(request, act, { by, rules, now: work.now }).kind !== 'refused',
    )
    const { id, managedCustomerId, customer, hours, why, nameOf, until } = request
    return {
      ...{ id, managedCustomerId, customer, hours, why, may },
      person: { id: request.personId, name: request.person },
      rights: request.rights && [...request.rights],
      state: stateOfAccessRequest(request, work.now),
      askedAt: new Date(request.askedAt).toISOString(),
      approvedBy: request.approvedBy.map((person) => nameOf.get(person) ?? ''),
      approversNeeded: request.rights === null ? rules.approversForCustomers : rules.approversForRights,
      until: until === null ? null : new Date(until).toISOString(),
    }
  })
  return { requests }
}

export async function getAccessRules(work: OwnWork): Promise<Answer<typeof contracts.getAccessRules>> {
  return { ...(await findRules(work.tx, work.context.organisationId)), mayChange: mayDo('set_access_rules', asPartner(work)) }
}

export async function setAccessRules(work: OwnWork, { body }: Input<typeof contracts.setAccessRules>): Promise<Record<string, never>> {
  const { organisationId } = work.context
  const { isEnrolled } = await lockPartner(work.tx, organisationId)
  if (!isEnrolled || !mayDo('set_access_rules', asPartner(work))) throw new Refusal('not_entitled')
  const { size } = await listLeaders(work.tx, organisationId)
  if (Math.max(body.approversForCustomers, body.approversForRights) > size) throw new Refusal('not_enough_approvers')
  const before = await findRules(work.tx, organisationId)
  const settings = (['listIsVisible', 'approversForCustomers', 'approversForRights', 'rightsHours'] as const).filter(
    (setting) => before[setting] !== body[setting],
  )
  if (settings.length === 0) throw new Refusal('nothing_changed')
  await saveRules(work.tx, organisationId, body)
  record(work, { kind: 'organisation.settings_changed', readers: [organisationId], data: { settings } })
  return {}
}

export async function listOtherCustomers(
  work: OwnWork,
  { query }: Input<typeof contracts.listOtherCustomers>,
): Promise<Answer<typeof contracts.listOtherCustomers>> {
  const { organisationId, role } = work.context
  const { listIsVisible } = await findRules(work.tx, organisationId)
  if (!listIsVisible || role !== 'collaborator') return { isVisible: false, customers: [], next: null }
  const asking = { partnerId: organisationId, personId: work.person.id, now: new Date(work.now) }
  const found = await listOthers(work.tx, asking, { search: query.search?.trim() ?? '', after: readAfter(query.after) })
  const shown = found.slice(0, othersShown)
  const last = shown.at(-1)
  return {
    isVisible: true,
    customers: shown.map(({ id, name, city, status, request }) => ({ id, name, city, status, request })),
    next: found.length > othersShown && last ? `${last.id}${last.sort_key}` : null,
  }
}

const idLength = 36

/** The id of the last one shown, then its place in the order. */
function readAfter(after: string | undefined): readonly [string, string] | undefined {
  if (after === undefined) return undefined
  const id = after.slice(0, idLength)
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Refusal('invalid_input')
  return [after.slice(idLength), id]
}
