// What somebody of a partner set whose access has ended, and still works: passwords of mailboxes, and rules of firewalls.
import type { Answer, Input } from '../endpoint.ts'
import { getOwnPartnership } from '../partnerships/own-partnership.ts'
import type { OwnWork } from '../work.ts'
import { listStillWorkingRows } from './known-password-store.ts'
import type { listStillWorking as contract } from './mail-contract.ts'

export async function listStillWorking(work: OwnWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const { id } = await getOwnPartnership(work, params.partnership)
  const ways = await listStillWorkingRows(work.tx, id, work.now)
  return { ways: ways.map(({ passwordSetAt, ...way }) => ({ ...way, passwordSetAt: passwordSetAt?.toISOString() ?? null })) }
}
