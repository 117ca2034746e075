// The operator looks at applications, and verifies or refuses them.
import { Refusal } from '../../domain/refusal.ts'
import { hourMs } from '../../domain/time.ts'
import { type ApplicationCommand, type Deciding, decideApplication } from '../../domain/verification/decide-application.ts'
import { isSameFirm } from '../../domain/verification/same-firm.ts'
import { verifiedUntil } from '../../domain/verification/standing.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { calendar } from '../partnerships/calendar.ts'
import { closeWaysInOf, listMemberIds } from '../partnerships/closed-partner-store.ts'
import { databaseClock } from '../partnerships/mail-reader-store.ts'
import { enqueue } from '../platform/jobs.ts'
import type { OperatorWork } from '../work.ts'
import {
  findApplication,
  listByState,
  listRefusals,
  lockApplication,
  nameOf,
  type StoredApplication,
  saveApplication,
} from './application-store.ts'
import { checkJob } from './check-domain.ts'
import type {
  checkDomainAsOperator as checkContract,
  getApplicationAsOperator as getContract,
  listApplications as listContract,
  refusePartner as refuseContract,
  verifyPartner as verifyContract,
} from './contract.ts'
import { findResembling } from './known-firms.ts'
import { getPartnerRow, isMember, lockPartnerRow, type PartnerRow, saveVerified } from './partner-store.ts'
import { toShown, verifiedShown } from './show-application.ts'

type Nothing = Record<never, never>

export async function listApplications(work: OperatorWork, { query }: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const applications = []
  for (const application of await listByState(work.tx, query.state)) {
    const { id, name } = await getPartnerRow(work.tx, application.organisationId)
    const lookAlikes = query.state === 'open' ? (await findResembling(work, application)).length : 0
    applications.push({ ...toShown(application), organisation: { id, name }, lookAlikes })
  }
  return { applications }
}

export async function getApplicationAsOperator(
  work: OperatorWork,
  { params }: Input<typeof getContract>,
): Promise<Answer<typeof getContract>> {
  const application = await findApplication(work.tx, params.application)
  if (!application) throw new Refusal('not_found')
  const partner = await getPartnerRow(work.tx, application.organisationId)
  const refusals = []
  for (const refused of await listRefusals(work.tx, application)) {
    const { id, name } = await getPartnerRow(work.tx, refused.organisationId)
    const at = new Date(refused.decidedAt ?? refused.appliedAt).toISOString()
    refusals.push({ organisation: { id, name }, legalName: refused.legalName, at, reason: refused.reason ?? '' })
  }
  const by = await decidingOn(work, application)
  return {
    application: {
      ...toShown(application),
      appliedBy: await nameOf(work.tx, application.appliedBy),
      decidedBy: application.decidedBy && (await nameOf(work.tx, application.decidedBy)),
    },
    organisation: {
      ...{ id: partner.id, name: partner.name, number: partner.number, isEnrolled: partner.isEnrolled },
      createdAt: new Date(partner.createdAt).toISOString(),
    },
    verified: verifiedShown(partner, work.now),
    lookAlikes: [...(await findResembling(work, application))],
    refusals,
    isNewLegalPerson: isNewPerson(partner, application),
    cannot: by.belongs || by.personId === application.appliedBy ? 'asker_cannot_answer' : null,
  }
}

export async function verifyPartner(work: OperatorWork, { params, body }: Input<typeof verifyContract>): Promise<Nothing> {
  const application = await getLocked(work, params.application)
  const until = verifiedUntil(work.now, calendar)
  const lookAlikes = (await findResembling(work, application)).length
  const by = await decidingOn(work, application)
  await decide(work, application, { kind: 'verify', by, lookAlikes, isAcknowledged: body.acknowledged, until })
  const before = await lockPartnerRow(work.tx, application.organisationId)
  const isOtherNumber = isNewPerson(before, application)
  const isNewLegalPerson = isOtherNumber && !body.sameLegalPerson
  // From here on and not from when the operator pressed: while this waited for the row, its people went on asking and were granted.
  const newLegalPersonSince = isNewLegalPerson ? await databaseClock(work.tx) : null
  await saveVerified(work.tx, application, { until, now: work.now, newLegalPersonSince })
  if (isNewLegalPerson) {
    const detail = { before: before.name, after: application.legalName }
    record(work, { kind: 'partner.new_legal_person', readers: [application.organisationId], data: {}, detail })
    await closePartner(work, application)
  }
  if (isOtherNumber && !isNewLegalPerson) {
    const detail = { before: before.firm.registerNumber, after: application.register.number }
    record(work, { kind: 'partner.same_legal_person', readers: [application.organisationId], data: {}, detail })
  }
  if (before.name === application.legalName) return {}
  record(work, {
    kind: 'organisation.renamed',
    readers: [application.organisationId],
    data: {},
    detail: { before: before.name, after: application.legalName },
  })
  return {}
}

/**
 * The row of the partner closes the doors of all its customers; here, what its people left open behind them. One that is being made at this moment is not seen:
 * then seal() says that the facts of its maker have moved, and all begins anew.
 */
async function closePartner(work: OperatorWork, { organisationId }: StoredApplication): Promise<void> {
  await closeWaysInOf(work.tx, organisationId, work.now)
  for (const id of await listMemberIds(work.tx, organisationId)) work.decidedOn.add(id)
}

/** Under another register number than what is verified. Who never had one is no other person with a first one. */
const isNewPerson = ({ verified }: PartnerRow, application: StoredApplication): boolean =>
  verified !== null && verified.registerNumber !== '' && !isSameFirm(verified, application)

export async function refusePartner(work: OperatorWork, { params, body }: Input<typeof refuseContract>): Promise<Nothing> {
  const application = await getLocked(work, params.application)
  await decide(work, application, { kind: 'refuse', by: await decidingOn(work, application), reason: body.reason })
  return {}
}

export async function checkDomainAsOperator(work: OperatorWork, { params }: Input<typeof checkContract>): Promise<Nothing> {
  const application = await getLocked(work, params.application)
  if (application.state !== 'open') throw new Refusal('already_answered')
  await work.limit(`check-domain:${application.organisationId}`, { limit: 20, windowMs: hourMs })
  await enqueue(work.tx, checkJob(application, 'now'))
  return {}
}

async function getLocked(work: OperatorWork, id: string): Promise<StoredApplication> {
  const application = await lockApplication(work.tx, id)
  if (!application) throw new Refusal('not_found')
  return application
}

async function decidingOn(work: OperatorWork, { organisationId }: StoredApplication): Promise<Deciding> {
  return { personId: work.person.id, belongs: await isMember(work.tx, organisationId, work.person.id) }
}

async function decide(work: OperatorWork, application: StoredApplication, command: ApplicationCommand): Promise<void> {
  const decided = decideApplication(application, command, work.now)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  await saveApplication(work.tx, decided.application)
  for (const event of decided.events) record(work, event)
}
