// What new partnerships of an organisation begin with, and whether whoever asks has to know its request code: one command.
import { isSameStrictness, levelOfNew, loosened } from '../../domain/partnership/strictness.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { countRepresentatives } from '../partnerships/signature-store.ts'
import { requireSecondToLoosen } from '../partnerships/signing.ts'
import { findDefaultStrictness, saveDefaultStrictness } from '../partnerships/strictness-store.ts'
import type { OwnWork } from '../work.ts'
import type * as contracts from './contract.ts'
import { demandRequestCode } from './request-code.ts'
import { findRequestCode } from './request-code-store.ts'
import { requireMay, requireTwo } from './set-strictness.ts'

type Shown = Answer<typeof contracts.getDefaultStrictness>

export async function getDefaultStrictness(work: OwnWork, _input: Input<typeof contracts.getDefaultStrictness>): Promise<Shown> {
  const { tx, context } = work
  const parts = await findDefaultStrictness(tx, context.organisationId)
  const requestCode = (await findRequestCode(tx, context.organisationId)) !== null
  const representatives = await countRepresentatives(tx, context.organisationId)
  return { ...levelOfNew(parts, requestCode), parts, requestCode, representatives, mayChange: context.role === 'legal_representative' }
}

export async function setDefaultStrictness(
  work: OwnWork,
  { body }: Input<typeof contracts.setDefaultStrictness>,
): Promise<Answer<typeof contracts.setDefaultStrictness>> {
  requireMay(work)
  const { organisationId } = work.context
  const before = await findDefaultStrictness(work.tx, organisationId)
  const demanded = (await findRequestCode(work.tx, organisationId)) !== null
  const { requestCode = demanded, ...after } = body
  const isSame = isSameStrictness(before, after)
  if (isSame && requestCode === demanded) throw new Refusal('nothing_changed')
  await requireSecondToLoosen(work, { customerId: organisationId, partnershipId: null, partnerId: null }, loosened(before, after))
  if (after.twoApprovers && !before.twoApprovers) await requireTwo(work)
  if (!isSame) {
    await saveDefaultStrictness(work.tx, organisationId, after)
    record(work, { kind: 'organisation.settings_changed', readers: [organisationId], data: { settings: ['strictness'] } })
  }
  if (requestCode !== demanded) await demandRequestCode(work, requestCode)
  return levelOfNew(after, requestCode)
}
