// The request code of an organisation: made by chance, kept sealed, shown to those who lead it.
import { randomInt } from 'node:crypto'
import { Refusal } from '../../domain/refusal.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { openRequestCode, sealRequestCode } from '../partnerships/request-code.ts'
import type { OwnWork } from '../work.ts'
import type * as contracts from './request-code-contract.ts'
import { findRequestCode, saveRequestCode } from './request-code-store.ts'

export async function getRequestCode(
  work: OwnWork,
  _input: Input<typeof contracts.getRequestCode>,
): Promise<Answer<typeof contracts.getRequestCode>> {
  const sealed = await findRequestCode(work.tx, work.context.organisationId)
  return { code: sealed && openRequestCode(work.secrets, sealed), mayChange: work.context.role === 'legal_representative' }
}

export async function renewRequestCode(
  work: OwnWork,
  _input: Input<typeof contracts.renewRequestCode>,
): Promise<Answer<typeof contracts.renewRequestCode>> {
  return { code: await writeNew(work) }
}

export async function dropRequestCode(
  work: OwnWork,
  _input: Input<typeof contracts.dropRequestCode>,
): Promise<Answer<typeof contracts.dropRequestCode>> {
  if ((await findRequestCode(work.tx, work.context.organisationId)) === null) throw new Refusal('nothing_changed')
  await write(work, null)
  return { code: null }
}

/** From now on whoever asks has to know one; or nobody has to. */
export async function demandRequestCode(work: OwnWork, isDemanded: boolean): Promise<void> {
  if (isDemanded) await writeNew(work)
  else await write(work, null)
}

async function writeNew(work: OwnWork): Promise<string> {
  const code = String(randomInt(100_000_000)).padStart(8, '0')
  await write(work, sealRequestCode(work.secrets, code))
  return code
}

async function write(work: OwnWork, sealed: Buffer | null): Promise<void> {
  const { organisationId, role } = work.context
  if (!mayDo('change_visits', { side: 'customer', role })) throw new Refusal('not_entitled')
  await saveRequestCode(work.tx, organisationId, sealed)
  record(work, { kind: 'organisation.settings_changed', readers: [organisationId], data: { settings: ['request_code'] } })
}
