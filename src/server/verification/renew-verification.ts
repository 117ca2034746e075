// A verification is looked at again every twelve months: reminded of before, and said when it has run out. By the clock.
import type { OrganisationId } from '../../domain/ids.ts'
import { dayMs, later } from '../../domain/time.ts'
import { dueRenewalStep, renewalSteps } from '../../domain/verification/standing.ts'
import { record } from '../journal/record.ts'
import type { SystemWork } from '../work.ts'
import { listForRenewal, lockPartnerRow, noteTold } from './partner-store.ts'

/** A chore: whatever step is due is told once, whenever one looks. */
export async function tellOfRenewals(work: SystemWork): Promise<void> {
  for (const id of await listForRenewal(work.tx, later(work.now, renewalSteps[0] * dayMs))) await tellOf(work, id)
}

async function tellOf(work: SystemWork, id: OrganisationId): Promise<void> {
  const partner = await lockPartnerRow(work.tx, id)
  const step = dueRenewalStep(partner, partner.told, work.now)
  if (step === null) return
  await noteTold(work.tx, id, step)
  if (step === 0) record(work, { kind: 'partner.verification_lapsed', readers: [id], data: {} })
  else record(work, { kind: 'partner.verification_due', readers: [id], data: { daysLeft: step } })
}
