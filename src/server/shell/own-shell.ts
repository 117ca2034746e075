// The frame of the own Manager, and its first page.

import { mayDo } from '../../domain/who-may.ts'
import { decideIn } from '../authorization/authorise.ts'
import { countProducts, getNaming } from '../authorization/naming-store.ts'
import type { Answer } from '../endpoint.ts'
import type { OwnWork } from '../work.ts'
import type { getOverview as overviewContract, getOwnShell as shellContract } from './contract.ts'
import { countOpenRequests, countToCheck, countToRelease, listPartners, listUsed, listVisitsNow, sumInvoicesDue } from './shell-store.ts'

export async function getOwnShell(work: OwnWork): Promise<Answer<typeof shellContract>> {
  const { organisationId, role } = work.context
  return {
    organisation: await getNaming(work.tx, organisationId),
    role,
    toCheckCount: role === 'collaborator' ? 0 : await countToCheck(work.tx, organisationId),
    openRequestsCount: role === 'collaborator' ? 0 : await countOpenRequests(work.tx, organisationId, new Date(work.now)),
    uses: role === 'collaborator' ? [] : [...(await listUsed(work.tx, organisationId))],
  }
}

export async function getOverview(work: OwnWork): Promise<Answer<typeof overviewContract>> {
  const { organisationId, role } = work.context
  const managing = role !== 'collaborator'
  const now = new Date(work.now)
  return {
    products: [...(await countProducts(work))],
    openRequests: managing ? await countOpenRequests(work.tx, organisationId, now) : 0,
    partners: managing ? [...(await listPartners(work.tx, organisationId))] : [],
    toCheck: managing ? await countToCheck(work.tx, organisationId) : 0,
    toRelease: mayDo('release', { side: 'partner', role }) ? await countToRelease(work.tx, organisationId) : 0,
    visitsNow: managing ? [...(await listVisitsNow(work.tx, organisationId, now))] : [],
    invoicesDue: decideIn(work, 'billing.view').allowed ? await sumInvoicesDue(work.tx, organisationId) : null,
  }
}
