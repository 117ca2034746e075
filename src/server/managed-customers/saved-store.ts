// The rows of saved views and of rules that assign. In the partner's context, or as prokura_system.
import { sql } from 'kysely'
import {
  type AssignmentRuleId,
  asId,
  type OrganisationId,
  type PartnershipId,
  type PersonId,
  type SavedViewId,
  type TeamId,
} from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'
import { all, type Condition } from './customers-store.ts'

export type ViewListed = {
  readonly id: SavedViewId
  readonly name: string
  readonly filter: unknown
  readonly team: { readonly id: string; readonly name: string } | null
  readonly by: { readonly id: string; readonly name: string }
  readonly isDefault: boolean
}

/** Of a team only while one is in it, also for whoever saved it. */
export async function listSavedViews(tx: Transaction, partnerId: OrganisationId, personId: PersonId): Promise<readonly ViewListed[]> {
  const { rows } = await sql<{
    id: SavedViewId
    name: string
    filter: unknown
    team_id: string | null
    team: string | null
    by_id: string
    by: string
    isDefault: boolean
  }>`
    select v.id, v.name, v.filter, v.team_id, t.name as team, v.person_id as by_id, person_name(v.person_id) as by,
      exists (select from default_view d where d.view_id = v.id and d.person_id = ${personId}) as "isDefault"
    from saved_view v left join team t on t.id = v.team_id
    where v.partner_id = ${partnerId} and ((v.team_id is null and v.person_id = ${personId})
      or exists (select from team_member m where m.team_id = v.team_id and m.person_id = ${personId}))
    order by fold(v.name), v.id`.execute(tx)
  return rows.map(({ team_id, team, by_id, by, ...view }) => ({
    ...view,
    team: team_id === null ? null : { id: team_id, name: team ?? '' },
    by: { id: by_id, name: by },
  }))
}

export type NewView = {
  readonly id: SavedViewId
  readonly partnerId: OrganisationId
  readonly name: string
  readonly personId: PersonId
  readonly teamId: string | null
  readonly filter: object
  readonly now: Date
}

export async function insertView(tx: Transaction, view: NewView): Promise<void> {
  await tx
    .insertInto('saved_view')
    .values({
      partner_id: view.partnerId,
      id: view.id,
      name: view.name,
      person_id: view.personId,
      team_id: view.teamId,
      filter: JSON.stringify(view.filter),
      saved_at: view.now,
    })
    .execute()
}

export async function updateView(
  tx: Transaction,
  view: Pick<NewView, 'id' | 'partnerId' | 'name' | 'teamId' | 'filter' | 'now'>,
): Promise<void> {
  await tx
    .updateTable('saved_view')
    .set({ name: view.name, team_id: view.teamId, filter: JSON.stringify(view.filter), saved_at: view.now })
    .where('partner_id', '=', view.partnerId)
    .where('id', '=', view.id)
    .execute()
}

export async function saveDefaultView(
  tx: Transaction,
  { partnerId, personId, viewId }: { readonly partnerId: OrganisationId; readonly personId: PersonId; readonly viewId: string | null },
): Promise<void> {
  await tx.deleteFrom('default_view').where('partner_id', '=', partnerId).where('person_id', '=', personId).execute()
  if (viewId !== null) await tx.insertInto('default_view').values({ partner_id: partnerId, person_id: personId, view_id: viewId }).execute()
}

export async function deleteViewRow(tx: Transaction, partnerId: OrganisationId, id: string): Promise<void> {
  await tx.deleteFrom('saved_view').where('partner_id', '=', partnerId).where('id', '=', id).execute()
}

export async function isInTeam(tx: Transaction, teamId: string, personId: PersonId): Promise<boolean> {
  const row = await tx
    .selectFrom('team_member')
    .select('person_id')
    .where('team_id', '=', teamId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

export type Rule = {
  readonly id: AssignmentRuleId
  readonly partnerId: OrganisationId
  readonly name: string
  readonly filter: unknown
  readonly personId: PersonId | null
  readonly teamId: TeamId | null
  readonly madeBy: PersonId
  readonly madeAt: Date
}
export type RuleListed = Rule & { readonly to: string; readonly maker: string; readonly customers: number }

/** Those at work. */
export async function listRuleRows(tx: Transaction, partnerId: OrganisationId): Promise<readonly RuleListed[]> {
  const { rows } = await sql<RuleListed>`
    select r.id, r.partner_id as "partnerId", r.name, r.filter, r.person_id as "personId", r.team_id as "teamId", r.made_by as "madeBy",
      r.made_at as "madeAt", coalesce(person_name(r.person_id), t.name, '') as "to", person_name(r.made_by) as maker,
      (select count(*)::int from assignment_rule_match x where x.rule_id = r.id) as customers
    from assignment_rule r left join team t on t.id = r.team_id
    where r.partner_id = ${partnerId} and r.stopped_at is null order by r.made_at, r.id`.execute(tx)
  return rows
}

export async function insertRule(tx: Transaction, rule: Rule): Promise<void> {
  await tx
    .insertInto('assignment_rule')
    .values({
      partner_id: rule.partnerId,
      id: rule.id,
      name: rule.name,
      filter: JSON.stringify(rule.filter),
      person_id: rule.personId,
      team_id: rule.teamId,
      made_by: rule.madeBy,
      made_at: rule.madeAt,
    })
    .execute()
}

/** False when there is none at work. */
export async function stopRuleRow(
  tx: Transaction,
  rule: { readonly partnerId: OrganisationId; readonly id: string; readonly by: PersonId | null; readonly now: Date },
): Promise<string | undefined> {
  const row = await tx
    .updateTable('assignment_rule')
    .set({ stopped_at: rule.now, stopped_by: rule.by })
    .where('partner_id', '=', rule.partnerId)
    .where('id', '=', rule.id)
    .where('stopped_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

/** Active customers that match and to which it was not applied yet. */
export async function listMatches(
  tx: Transaction,
  rule: Pick<Rule, 'id'>,
  conditions: readonly Condition[],
  limit: number,
): Promise<readonly PartnershipId[]> {
  const { rows } = await sql<{ partnership_id: string }>`select m.partnership_id from managed_customer m where ${all(conditions)}
    and m.partnership_id is not null and not exists (select from assignment_rule_match x where x.rule_id = ${rule.id} and x.partnership_id = m.partnership_id)
    order by m.id limit ${limit}`.execute(tx)
  return rows.map(({ partnership_id }) => asId(partnership_id))
}

export async function noteMatch(tx: Transaction, rule: Rule, partnershipId: PartnershipId, now: Date): Promise<void> {
  await tx
    .insertInto('assignment_rule_match')
    .values({ partner_id: rule.partnerId, rule_id: rule.id, partnership_id: partnershipId, applied_at: now })
    .execute()
}

export async function listPartnersWithRules(tx: Transaction): Promise<readonly OrganisationId[]> {
  const rows = await tx.selectFrom('assignment_rule').select('partner_id').distinct().where('stopped_at', 'is', null).execute()
  return rows.map(({ partner_id }) => asId(partner_id))
}
