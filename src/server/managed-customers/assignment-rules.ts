// Rules: customers who match a filter get a person or a team, when the rule is made and whenever one matches later; each customer once, in a
// recorded command, and only as long as whoever made the rule may assign.
import { withHolders } from '../../domain/assign-holders.ts'
import { displayName } from '../../domain/display-name.ts'
import { type AssignmentRuleId, asId, type OrganisationId, type PartnershipId, type PersonId, type TeamId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Actor, mayDo } from '../../domain/who-may.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { listColleagues, listTeamsNamed } from '../partnerships/assignment-store.ts'
import { changeAssignments } from '../partnerships/change-assignments.ts'
import { lockPartner } from '../partnerships/organisation-store.ts'
import { findPartnershipById, lockPartnership } from '../partnerships/partnership-store.ts'
import { enqueue, type NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import { newId, type OwnWork, type SystemWork } from '../work.ts'
import { conditionsOf } from './conditions-store.ts'
import type * as contracts from './saved-contract.ts'
import { ruleFilter } from './saved-contract.ts'
import { insertRule, listMatches, listPartnersWithRules, listRuleRows, noteMatch, type Rule, stopRuleRow } from './saved-store.ts'

const rulesMax = 50
const customersAtOnce = 100

export async function listRules(work: OwnWork): Promise<Answer<typeof contracts.listRules>> {
  const rows = await listRuleRows(work.tx, work.context.organisationId)
  const rules = rows.map((rule) => ({
    ...{ id: rule.id, name: rule.name, customers: rule.customers, madeBy: rule.maker },
    filter: ruleFilter.parse(rule.filter),
    to: { kind: rule.personId === null ? ('team' as const) : ('person' as const), id: rule.personId ?? rule.teamId ?? '', name: rule.to },
    madeAt: rule.madeAt.toISOString(),
  }))
  return { rules }
}

export async function makeRule(work: OwnWork, { body }: Input<typeof contracts.makeRule>): Promise<{ id: AssignmentRuleId }> {
  const { organisationId: partnerId, role } = work.context
  await lockPartner(work.tx, partnerId)
  if (!mayDo('assign', { side: 'partner', role })) throw new Refusal('not_entitled')
  const name = displayName(body.name)
  if (name === null) throw new Refusal('invalid_name')
  if ((await listRuleRows(work.tx, partnerId)).length >= rulesMax) throw new Refusal('limit_reached')
  const rule: Rule = {
    ...{ id: newId<AssignmentRuleId>(), partnerId, name, filter: body.filter, madeBy: work.person.id, madeAt: new Date(work.now) },
    personId: body.to.kind === 'person' ? await personIn(work, body.to.id) : null,
    teamId: body.to.kind === 'team' ? await teamIn(work, body.to.id) : null,
  }
  await insertRule(work.tx, rule)
  const data = { ruleId: rule.id, personId: rule.personId, teamId: rule.teamId }
  record(work, { kind: 'assignment_rule.made', readers: [partnerId], data, detail: { name } })
  return { id: rule.id }
}

export async function stopRule(work: OwnWork, { params }: Input<typeof contracts.stopRule>): Promise<Record<string, never>> {
  const { organisationId: partnerId } = work.context
  const name = await stopRuleRow(work.tx, { partnerId, id: params.rule, by: work.person.id, now: new Date(work.now) })
  if (name === undefined) throw new Refusal('not_found')
  record(work, { kind: 'assignment_rule.stopped', readers: [partnerId], data: { ruleId: asId(params.rule) }, detail: { name } })
  return {}
}

async function personIn(work: OwnWork, id: string): Promise<PersonId> {
  const member = (await listColleagues(work.tx, work.context.organisationId)).find(({ personId }) => personId === id)
  if (!member) throw new Refusal('not_found')
  return member.personId
}

async function teamIn(work: OwnWork, id: string): Promise<TeamId> {
  const team = (await listTeamsNamed(work.tx, work.context.organisationId)).find((one) => one.id === id)
  if (!team) throw new Refusal('not_found')
  return team.id
}

/** What can make a customer match: a grant, a tag, a rule. The rest is found by the clock. */
export function planRules(event: RecordedEvent): readonly NewJob[] {
  const [partnerId] = event.readers
  const isGrant = event.kind === 'partnership.granted'
  if (!isGrant && event.kind !== 'managed_customer.noted' && event.kind !== 'assignment_rule.made') return []
  const payload: RulesDue = isGrant
    ? { partnershipId: event.partnershipId ?? null, partnerId: null }
    : { partnershipId: null, partnerId: partnerId ?? null }
  return [{ kind: 'apply-rules', payload, uniqueKey: `apply-rules:${event.id}` }]
}

type RulesDue = { readonly partnershipId: PartnershipId | null; readonly partnerId: OrganisationId | null }

export async function applyRules(work: SystemWork, payload: unknown): Promise<void> {
  const due = payload as RulesDue
  const partnerId = due.partnerId ?? (due.partnershipId && (await findPartnershipById(work.tx, due.partnershipId))?.partnerId)
  if (!partnerId) return
  const rules = await listRuleRows(work.tx, partnerId)
  if (rules.length === 0) return
  await lockPartner(work.tx, partnerId)
  const roles = new Map((await listColleagues(work.tx, partnerId)).map(({ personId, role }) => [personId, role]))
  let isMore = false
  for (const rule of rules) {
    const role = roles.get(rule.madeBy)
    const isAtWork =
      role !== undefined && mayDo('assign', { side: 'partner', role }) && (rule.personId === null || roles.has(rule.personId))
    if (isAtWork) isMore = (await applyRule(work, rule, { personId: rule.madeBy, side: 'partner', role })) || isMore
    else await stopByClock(work, rule)
  }
  if (isMore) await enqueue(work.tx, { kind: 'apply-rules', payload: { partnershipId: null, partnerId } satisfies RulesDue })
}

/** What no event tells: a payer, an access, a team that changed. */
export async function planRulesOfAll(work: SystemWork): Promise<void> {
  for (const partnerId of await listPartnersWithRules(work.tx))
    await enqueue(work.tx, { kind: 'apply-rules', payload: { partnershipId: null, partnerId } satisfies RulesDue })
}

/** Whether there may be more than are taken at once. */
async function applyRule(work: SystemWork, rule: Rule, by: Actor): Promise<boolean> {
  // Whoever looks after a customer does so while the partner itself is closed, too: it is no access.
  const viewer = { partnerId: rule.partnerId, personId: rule.madeBy, role: by.role, now: new Date(work.now), closedAt: null }
  const filter = { ...ruleFilter.parse(rule.filter), status: ['active' as const] }
  const matches = await listMatches(work.tx, rule, conditionsOf(viewer, filter, []), customersAtOnce)
  for (const partnershipId of matches) {
    await noteMatch(work.tx, rule, partnershipId, viewer.now)
    const partnership = await lockPartnership(work.tx, partnershipId)
    if (partnership) await assignOnce(() => changeAssignments(work, partnership, wishOf(rule), by))
  }
  return matches.length === customersAtOnce
}

const wishOf = ({ personId, teamId }: Rule) => ({
  ...(personId === null ? {} : { people: (before: Before<PersonId>) => withHolders(before, [{ id: personId, rights: null }]) }),
  ...(teamId === null ? {} : { teams: (before: Before<TeamId>) => withHolders(before, [{ id: teamId, rights: null }]) }),
})
type Before<Id extends string> = Parameters<typeof withHolders<Id>>[0]

/** Who has it already, and what is over meanwhile, needs nothing; nothing was written then. */
async function assignOnce(assign: () => Promise<void>): Promise<void> {
  try {
    await assign()
  } catch (failure) {
    if (!(failure instanceof Refusal) || !['nothing_changed', 'not_active'].includes(failure.code)) throw failure
  }
}

async function stopByClock(work: SystemWork, rule: Rule): Promise<void> {
  const { partnerId, id } = rule
  const name = await stopRuleRow(work.tx, { partnerId, id, by: null, now: new Date(work.now) })
  if (name !== undefined) record(work, { kind: 'assignment_rule.stopped', readers: [partnerId], data: { ruleId: id }, detail: { name } })
}
