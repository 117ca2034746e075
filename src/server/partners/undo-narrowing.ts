// The way back, for a day, from a narrowing made by mistake: a new version with what it took away.
import { decidePartnership } from '../../domain/partnership/decide-partnership.ts'
import { isSecured as isGrantSecured } from '../../domain/partnership/grant.ts'
import { isSensitive } from '../../domain/rights/catalogue.ts'
import { asCustomer } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { carryOut, isSecured } from '../partnerships/answer-as-customer.ts'
import { newestVersions } from '../partnerships/grant-version-store.ts'
import type { OwnWork } from '../work.ts'
import type { undoNarrowing as contract } from './change-contract.ts'
import { lockVersion } from './change-rights.ts'

export async function undoNarrowing(work: OwnWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const { partnership, around } = await lockVersion(work, params.partnership, body.version)
  const newest = await newestVersions(work.tx, { customerId: partnership.customerId, partnershipId: partnership.id })
  const command = { kind: 'undo_narrowing', by: asCustomer(work), ...newest, isSecured: isSecured(work) } as const
  const { grant, securedAt } = await carryOut(work, partnership, decidePartnership(partnership, command, around))
  const waits = !isGrantSecured(securedAt, work.now) && (grant?.rights ?? []).some(({ right }) => isSensitive(right))
  return { version: grant?.version ?? body.version, needsSecureSignIn: waits }
}
