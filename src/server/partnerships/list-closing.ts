// What closes as soon as nobody of a partner has access any more: visits under way, consoles in them, ways in; and what works on all the same.
import type { z } from 'zod'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { isVisitOver } from '../../domain/visit.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import type { OwnWork } from '../work.ts'
import type { closingShown } from './ending-contract.ts'
import { countTokensNow, listVisitsNow } from './ending-store.ts'
import { listWaysIn, type WayInNamed } from './ways-in-store.ts'

type Closing = z.output<typeof closingShown>

export async function listClosing({ tx, now }: OwnWork, { id, customerId }: Partnership): Promise<Closing> {
  const visits = (await listVisitsNow(tx, id)).filter(({ visit }) => !isVisitOver(visit, now))
  const ids = visits.map(({ visit }) => visit.id)
  const [tokens, waysIn] = await asTenant(
    tx,
    customerId,
    async () => [await countTokensNow(tx, ids, now), await listWaysIn(tx, { partnershipId: id }, now)] as const,
  )
  return {
    visitsNow: visits.map(({ visit, person }) => ({ person, startedAt: new Date(visit.startedAt).toISOString() })),
    tokens,
    waysIn: waysIn.filter(({ stays }) => !stays).map(named),
    waysLeft: waysIn.filter(({ stays }) => stays).map(named),
  }
}

const named = ({ kind, name, product }: WayInNamed) => ({ kind, name, product: product.name })
