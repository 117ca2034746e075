// What hangs on a member of a partner: customers, visits, teams, plans, rules, accesses for a time. In the partner's context.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import type { Left } from '../../domain/off-boarding.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type LeftCustomer = Left & {
  readonly id: string
  readonly name: string
  readonly customerId: OrganisationId
  readonly isActive: boolean
  readonly namedPeopleOnly: boolean
  readonly leftWithNobody: boolean
}

type Of = { readonly partnerId: OrganisationId; readonly personId: PersonId; readonly now: Instant }

export async function listLeft(tx: Transaction, { partnerId, personId, now }: Of): Promise<readonly LeftCustomer[]> {
  const { rows } = await sql<{
    id: string
    name: string
    tags: string[]
    customer_id: string
    partnership_id: string
    rights: RightId[] | null
    is_active: boolean
    named: boolean
    nobody: boolean
  }>`
    select m.id, m.name, m.tags, a.customer_id, a.partnership_id, a.rights, m.named_people_only as named,
      p.state = 'active' and (m.lapses_at is null or m.lapses_at > ${new Date(now)}) as is_active,
      not exists (select from assignment o where o.partnership_id = a.partnership_id and o.person_id <> ${personId})
        and not exists (select from team_assignment t join team_member u on u.team_id = t.team_id
          where t.partnership_id = a.partnership_id and u.person_id <> ${personId}) as nobody
    from assignment a join partnership p on p.id = a.partnership_id
    join managed_customer m on m.partnership_id = a.partnership_id and m.partner_id = a.partner_id
    where a.partner_id = ${partnerId} and a.person_id = ${personId} order by m.name_key, m.id`.execute(tx)
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, tags: row.tags, rights: row.rights },
    ...{ customerId: asId(row.customer_id), partnershipId: asId(row.partnership_id) },
    ...{ isActive: row.is_active, namedPeopleOnly: row.named, leftWithNobody: row.nobody && row.is_active },
  }))
}

export type Hanging = {
  readonly visits: readonly string[]
  readonly teams: readonly string[]
  readonly rules: readonly string[]
  readonly prepared: number
  readonly planned: number
  readonly timed: number
  readonly asked: number
  /** Links, keys and forwardings at customers that close with them, and passwords of customers' mailboxes and firewall rules they set. */
  readonly waysIn: number
  readonly passwords: number
  readonly firewallRules: number
}

export async function findHanging(tx: Transaction, { partnerId, personId, now }: Of): Promise<Hanging> {
  const at = new Date(now)
  const { rows } = await sql<Hanging>`select
    array(select m.name from visit v join managed_customer m on m.partnership_id = v.partnership_id where v.partner_id = ${partnerId}
      and v.person_id = ${personId} and v.ended_at is null and v.expires_at > ${at} order by v.started_at) as visits,
    array(select t.name from team_member u join team t on t.id = u.team_id where u.organisation_id = ${partnerId} and u.person_id = ${personId}
      order by fold(t.name)) as teams,
    array(select r.name from assignment_rule r where r.partner_id = ${partnerId} and r.stopped_at is null
      and (r.made_by = ${personId} or r.person_id = ${personId}) order by r.made_at) as rules,
    (select count(*)::int from proposal p where p.partner_id = ${partnerId} and p.side = 'partner' and p.state = 'prepared'
      and p.person_id = ${personId}) as prepared,
    (select count(*)::int from planned_assignment p where p.partner_id = ${partnerId} and ${personId} in (p.person_id, p.planned_by)) as planned,
    (select count(*)::int from timed_assignment a where a.partner_id = ${partnerId} and a.person_id = ${personId} and a.ends_at > ${at}) as timed,
    (select count(*)::int from access_request r where r.partner_id = ${partnerId} and r.person_id = ${personId} and r.state = 'open') as asked,
    w.closing as "waysIn", w.known as passwords, w.rules as "firewallRules" from count_ways_in(${personId}) w`.execute(tx)
  return (
    rows[0] ?? { visits: [], teams: [], rules: [], prepared: 0, planned: 0, timed: 0, asked: 0, waysIn: 0, passwords: 0, firewallRules: 0 }
  )
}

export type Heir = { readonly successor: PersonId; readonly partnershipId: PartnershipId; readonly customerId: OrganisationId }

/** False when the successor has it already. */
export async function assignSuccessor(
  tx: Transaction,
  { successor, partnershipId, customerId }: Heir,
  more: { readonly partnerId: OrganisationId; readonly rights: readonly RightId[] | null; readonly by: PersonId; readonly now: Instant },
): Promise<boolean> {
  const row = await tx
    .insertInto('assignment')
    .values({
      customer_id: customerId,
      partnership_id: partnershipId,
      partner_id: more.partnerId,
      person_id: successor,
      rights: more.rights === null ? null : [...more.rights],
      assigned_by: more.by,
      assigned_at: new Date(more.now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** What was planned for them is the successor's, or nobody's; what they planned and ruled is from now on in the name of whoever off-boards them. */
export async function handOnPlans(
  tx: Transaction,
  { partnerId, personId, now }: Of,
  { successor, by }: { readonly successor: PersonId | null; readonly by: PersonId },
): Promise<void> {
  const at = new Date(now)
  if (successor !== null) {
    await sql`insert into planned_assignment (partner_id, invitation_id, person_id, planned_by, planned_at)
      select partner_id, invitation_id, ${successor}, ${by}, ${at} from planned_assignment where partner_id = ${partnerId} and person_id = ${personId}
      on conflict do nothing`.execute(tx)
    await sql`update assignment_rule set person_id = ${successor} where partner_id = ${partnerId} and person_id = ${personId}
      and stopped_at is null`.execute(tx)
  }
  await sql`delete from planned_assignment where partner_id = ${partnerId} and person_id = ${personId}`.execute(tx)
  await sql`update planned_assignment set planned_by = ${by} where partner_id = ${partnerId} and planned_by = ${personId}`.execute(tx)
  await sql`update assignment_rule set stopped_at = ${at}, stopped_by = ${by} where partner_id = ${partnerId} and person_id = ${personId}
    and stopped_at is null`.execute(tx)
  await sql`update assignment_rule set made_by = ${by} where partner_id = ${partnerId} and made_by = ${personId} and stopped_at is null`.execute(
    tx,
  )
}
