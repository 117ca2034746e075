// An organisation applies to be a verified partner, renews, or asks for another name. Nothing of it is shown to anybody before it is verified.
import { randomBytes } from 'node:crypto'
import type { ApplicationId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { hourMs } from '../../domain/time.ts'
import { applyAsPartner } from '../../domain/verification/application.ts'
import { decideApplication } from '../../domain/verification/decide-application.ts'
import { proofPath, proofText } from '../../domain/verification/proof-of-domain.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { enqueue } from '../platform/jobs.ts'
import { newId, type OwnWork } from '../work.ts'
import { findNewest, insertApplication, lockApplication, type StoredApplication, saveApplication } from './application-store.ts'
import { checkJob } from './check-domain.ts'
import type { applyForVerification as applyContract, getApplication as getContract } from './contract.ts'
import { findResembling } from './known-firms.ts'
import { enrol, getPartnerRow } from './partner-store.ts'
import { toShown, verifiedShown } from './show-application.ts'

type Nothing = Record<never, never>

export async function getApplication(work: OwnWork): Promise<Answer<typeof getContract>> {
  const { organisationId, role } = work.context
  const partner = await getPartnerRow(work.tx, organisationId)
  const application = await findNewest(work.tx, organisationId)
  const isOpen = application?.state === 'open'
  return {
    isEnrolled: partner.isEnrolled,
    verified: verifiedShown(partner, work.now),
    application: application ? toShown(application) : null,
    draft: { ...(partner.verified ?? partner.firm), contactEmail: partner.contactEmail },
    toProve: isOpen
      ? { text: proofText(application.token), recordName: application.domain, fileUrl: `https://${application.domain}${proofPath}` }
      : null,
    mayApply: role === 'legal_representative' && !isOpen,
  }
}

/** Whoever could be taken for a known firm waits for the operator before a first request; everybody else may begin, within small limits. */
export async function applyForVerification(work: OwnWork, { body }: Input<typeof applyContract>): Promise<Nothing> {
  const { organisationId, role } = work.context
  const partner = await getPartnerRow(work.tx, organisationId)
  const newest = await findNewest(work.tx, organisationId)
  const draft = { ...body, id: newId<ApplicationId>(), organisationId, token: randomBytes(20).toString('base64url') }
  const applied = applyAsPartner(draft, {
    by: { personId: work.person.id, role },
    verified: partner.verified,
    hasOpen: newest?.state === 'open',
    now: work.now,
  })
  if (applied.kind === 'refused') throw new Refusal(applied.code)
  const { application } = applied
  await insertApplication(work.tx, application)
  // The name that stands in requests until then is looked at as well.
  const resembling = [
    ...(await findResembling(work, application)),
    ...(await findResembling(work, { ...application, legalName: partner.name })),
  ]
  if (!partner.isEnrolled && resembling.length === 0) await enrol(work.tx, organisationId, work.now)
  for (const event of applied.events) record(work, event)
  return {}
}

export async function checkDomain(work: OwnWork): Promise<Nothing> {
  const application = await lockOpen(work)
  await work.limit(`check-domain:${application.organisationId}`, { limit: 20, windowMs: hourMs })
  await enqueue(work.tx, checkJob(application, 'now'))
  return {}
}

export async function withdrawApplication(work: OwnWork): Promise<Nothing> {
  if (work.context.role !== 'legal_representative') throw new Refusal('not_entitled')
  const withdrawn = decideApplication(await lockOpen(work), { kind: 'withdraw' }, work.now)
  if (withdrawn.kind === 'refused') throw new Refusal(withdrawn.code)
  await saveApplication(work.tx, withdrawn.application)
  for (const event of withdrawn.events) record(work, event)
  return {}
}

async function lockOpen(work: OwnWork): Promise<StoredApplication> {
  const newest = await findNewest(work.tx, work.context.organisationId)
  const locked = newest && (await lockApplication(work.tx, newest.id))
  if (locked?.state !== 'open') throw new Refusal('not_found')
  return locked
}
