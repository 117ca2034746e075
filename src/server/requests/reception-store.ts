// What a partner's limits are counted from: what the operator verified, and how its requests were received.
import { sql } from 'kysely'
import type { OrganisationId } from '../../domain/ids.ts'
import { instant } from '../../domain/time.ts'
import type { Reception } from '../../domain/verification/request-room.ts'
import type { Verification } from '../../domain/verification/standing.ts'
import type { Transaction } from '../platform/transact.ts'

export type PartnerStanding = { readonly verification: Verification; readonly wasRefused: boolean }

export async function readStanding(tx: Transaction, id: OrganisationId): Promise<PartnerStanding> {
  const { rows } = await sql<{ verified_at: Date | null; verified_until: Date | null; last: string | null }>`
    select o.verified_as_partner_at as verified_at, o.verified_until,
      (select a.state from partner_application a where a.organisation_id = o.id and a.state in ('verified', 'refused')
        order by a.decided_at desc limit 1) as last
    from organisation o where o.id = ${id}`.execute(tx)
  const [row] = rows
  const at = (date: Date | null | undefined) => (date ? instant(date.getTime()) : null)
  return {
    verification: { verifiedAt: at(row?.verified_at), verifiedUntil: at(row?.verified_until) },
    wasRefused: row?.last === 'refused',
  }
}

/** Of the last ninety days; `open` are those that wait now. */
export async function readReception(tx: Transaction, id: OrganisationId): Promise<Reception & { readonly open: number }> {
  const { rows } = await sql<Reception & { open: number }>`select * from reception_of(${id})`.execute(tx)
  const { sent = 0, declined = 0, reported = 0, open = 0 } = rows[0] ?? {}
  return { sent, declined, reported, open }
}
