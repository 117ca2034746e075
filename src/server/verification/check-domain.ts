// Looks for the text that proves a domain: in its DNS, then in the file of its website. A job, because others' servers take their time.
import { hourMs, type Instant, instant, minuteMs } from '../../domain/time.ts'
import { decideApplication } from '../../domain/verification/decide-application.ts'
import { isProven, type ProofWay, proofPath } from '../../domain/verification/proof-of-domain.ts'
import type { House } from '../house.ts'
import { record } from '../journal/record.ts'
import { databaseClock } from '../partnerships/mail-reader-store.ts'
import { enqueue, type NewJob } from '../platform/jobs.ts'
import type { Published } from '../platform/published.ts'
import { transact } from '../platform/transact.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { SystemWork } from '../work.ts'
import { findApplication, lockApplication, noteCheck, type StoredApplication, saveApplication } from './application-store.ts'

type Check = { readonly applicationId: string; readonly round: number }
/** `lookedAt`: when the look began, by the database's clock. */
type Found = Check & { readonly proof: ProofWay | null; readonly lookedAt?: number }

/** DNS takes its time: looked at again with growing pauses, for about three days. */
const pausesMs = [5 * minuteMs, 30 * minuteMs, 2 * hourMs, 6 * hourMs, 12 * hourMs, 24 * hourMs, 24 * hourMs]

/** `now`: somebody pressed the button; no second round follows from it. */
export function checkJob({ id }: { readonly id: string }, round: number | 'now', runAt?: Date): NewJob {
  const payload: Check = { applicationId: id, round: round === 'now' ? pausesMs.length : round }
  return {
    kind: 'check-domain',
    payload,
    ...(runAt ? { runAt } : {}),
    ...(round === 'now' ? {} : { uniqueKey: `check-domain:${id}:${round}` }),
  }
}

export const planCheck = (event: RecordedEvent): readonly NewJob[] =>
  event.kind === 'partner.applied' ? [checkJob({ id: event.data.applicationId }, 0)] : []

export async function checkDomainOf(house: House, payload: unknown): Promise<void> {
  const { applicationId, round } = payload as Check
  const { application, lookedAt } = await transact(house.pools.system, {}, async (tx) => ({
    result: { application: await findApplication(tx, applicationId), lookedAt: await databaseClock(tx) },
    closing: undefined,
  }))
  if (application?.state !== 'open') return
  const proof = await findProof(house.published, application)
  await transact(house.pools.system, {}, async (tx) => {
    await enqueue(tx, { kind: 'note-domain-proof', payload: { applicationId, round, proof, lookedAt } satisfies Found })
    return { result: undefined, closing: undefined }
  })
}

async function findProof(published: Published, { domain, token }: StoredApplication): Promise<ProofWay | null> {
  if (isProven(await published.txt(domain), token)) return 'dns'
  const file = await published.file(domain, proofPath)
  return isProven((file ?? '').split('\n'), token) ? 'file' : null
}

/**
 * What was found is written down in a command of its own: no transaction waits for the network. Two looks may be under way at once, by the clock and by the
 * button: one that began before the newest that is noted says nothing new, so that what the button found is not lost to a slower look.
 */
export async function noteDomainProof(work: SystemWork, payload: unknown): Promise<void> {
  const { applicationId, round, proof, lookedAt = work.now } = payload as Found
  const application = await lockApplication(work.tx, applicationId)
  if (application?.state !== 'open') return
  if (application.checkedAt === null || lookedAt >= application.checkedAt)
    await prove(work, application, { proof, lookedAt: instant(lookedAt) })
  const pause = pausesMs[round]
  if (proof === null && pause !== undefined) await enqueue(work.tx, checkJob(application, round + 1, new Date(work.now + pause)))
}

async function prove(
  work: SystemWork,
  application: StoredApplication,
  found: { proof: ProofWay | null; lookedAt: Instant },
): Promise<void> {
  await noteCheck(work.tx, application.id, found.lookedAt)
  const decided = decideApplication(application, { kind: 'prove', proof: found.proof }, work.now)
  if (decided.kind === 'refused') return
  await saveApplication(work.tx, decided.application)
  for (const event of decided.events) record(work, event)
}
