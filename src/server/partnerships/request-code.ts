// Whether somebody knows the request code of whom they ask. Who does not is answered as if there were no such customer, so nobody can guess.
import { timingSafeEqual } from 'node:crypto'
import { dayMs } from '../../domain/time.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { AnyWork } from '../work.ts'
import { digestOfValue } from './digest.ts'
import type { StoredInvitation } from './invitation-store.ts'
import { listRequestCodes, type Recipient, saveHeldBack } from './request-code-store.ts'

const purpose = 'request-code'
const attemptsADay = { limit: 30, windowMs: dayMs }

export function sealRequestCode(secrets: Secrets, code: string): Buffer {
  return secrets.seal(Buffer.from(code), purpose)
}

export function openRequestCode(secrets: Secrets, sealed: Buffer): string {
  return secrets.open(sealed, purpose).toString()
}

type Going = Pick<StoredInvitation, 'id' | 'partnerId' | 'requestCode'> & { readonly to: Recipient }

/**
 * Each time a request goes out, by the code it carries or is given now: held back, nobody is told of it and nobody can answer it. Codes are
 * compared in constant time, and those given are counted.
 */
export async function holdBack(work: AnyWork, { id, partnerId, requestCode, to }: Going, given: string | undefined): Promise<void> {
  if (given !== undefined) await work.limit(`request-code:${partnerId}`, attemptsADay)
  const carried = given === undefined ? requestCode : sealRequestCode(work.secrets, given.replaceAll(/\D/g, ''))
  const digits = carried === null ? '' : openRequestCode(work.secrets, carried)
  const wanted = await listRequestCodes(work.tx, to)
  const matches = wanted.map((sealed) => isSame(openRequestCode(work.secrets, sealed), digits))
  await saveHeldBack(work.tx, id, { isHeldBack: wanted.length > 0 && !matches.includes(true), requestCode: carried })
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(digestOfValue(one)), Buffer.from(digestOfValue(other)))
}
