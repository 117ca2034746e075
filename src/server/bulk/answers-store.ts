// What the customers said to what a list asked of them, in numbers or row by row: read from the proposals and invitations it made, which carry the ids of its rows.
import { type RawBuilder, sql } from 'kysely'
import type { CampaignAnswer, CampaignAnswers } from '../../domain/bulk/campaign.ts'
import type { BulkId } from '../../domain/ids.ts'
import type { Transaction } from '../platform/transact.ts'

type Of = { readonly id: BulkId }

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

export async function countAnswers(tx: Transaction, { id }: Of): Promise<CampaignAnswers> {
  const { rows } = await sql<{ answer: string; count: number }>`
    ${made(id, sql`true`)} select ${answerOf} as answer, count(*)::integer as count from made p group by 1`.execute(tx)
  return Object.fromEntries(rows.map(({ answer, count }) => [answer, Number(count)]))
}

/** Of these rows, which stand together. */
export async function answersOf(
  tx: Transaction,
  { id }: Of,
  asked: readonly { readonly position: number }[],
): Promise<ReadonlyMap<number, CampaignAnswer>> {
  const [first, last] = [asked[0]?.position ?? 0, asked.at(-1)?.position ?? -1]
  const { rows } = await sql<{ place: number; answer: CampaignAnswer }>`
    ${made(id, sql`r.position between ${first} and ${last}`)} select p.place, ${answerOf} as answer from made p`.execute(tx)
  return new Map(rows.map(({ place, answer }) => [place, answer]))
}

/** Of an invitation, its first proposal counts, or the version that replaced it before anybody claimed it. Two joins, so that each has its index. */
function made(id: BulkId, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`with made as (
      select r.position as place, p.* from bulk_row r join proposal p on p.id = r.id
      where r.bulk_id = ${id} and r.result in ('sent', 'done') and ${which}
      union all
      select r.position as place, p.* from bulk_row r join proposal p on p.invitation_id = r.id
        and p.number = (select min(x.number) from proposal x where x.invitation_id = r.id and x.state <> 'replaced')
      where r.bulk_id = ${id} and r.result in ('sent', 'done') and ${which})`
}
