// What the customers said to what a list asked of them: read from the proposals and invitations it made, which carry the ids of its rows.
import { sql } from 'kysely'
import type { CampaignAnswers } from '../../domain/bulk/campaign.ts'
import type { BulkId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

const answerOf = sql`case
  when p.state = 'accepted' and exists (select from jsonb_array_elements(p.rights) q, grant_version g
    where g.proposal_id = p.id and not exists (select from jsonb_array_elements(g.rights) x where x ->> 'right' = q ->> 'right')) then 'different'
  when p.state = 'accepted' then 'granted'
  when p.state = 'countered' then 'different'
  when p.state = 'declined' then 'declined'
  when p.state = 'withdrawn' then 'withdrawn'
  when p.state = 'expired' or (p.state = 'open' and p.expires_at <= clock_timestamp()) then 'lapsed'
  when exists (select from proposal_opening o where o.proposal_id = p.id) then 'opened'
  else 'open' end`

/** Of an invitation, its first proposal counts, or the version that replaced it before anybody claimed it. Two joins, so that each has its index. */
export async function countAnswers(tx: Transaction, { id }: { readonly id: BulkId }): Promise<CampaignAnswers> {
  const { rows } = await sql<{ answer: string; count: number }>`
    with made as (
      select p.* from bulk_row r join proposal p on p.id = r.id where r.bulk_id = ${id} and r.result in ('sent', 'done')
      union all
      select p.* from bulk_row r join proposal p on p.invitation_id = r.id
        and p.number = (select min(x.number) from proposal x where x.invitation_id = r.id and x.state <> 'replaced')
      where r.bulk_id = ${id} and r.result in ('sent', 'done'))
    select ${answerOf} as answer, count(*)::integer as count from made p group by 1`.execute(tx)
  return Object.fromEntries(rows.map(({ answer, count }) => [answer, Number(count)]))
}
