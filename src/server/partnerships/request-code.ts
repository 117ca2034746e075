// Whether somebody knows the request code of whom they ask. Who does not is answered as if there were no such customer, so nobody can guess.
import { timingSafeEqual } from 'node:crypto'
import { dayMs } from '../../domain/time.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { AnyWork } from '../work.ts'
import { digestOfValue } from './digest.ts'
import { listRequestCodes, type Recipient } from './request-code-store.ts'

const purpose = 'request-code'
const attemptsADay = { limit: 30, windowMs: dayMs }

export function sealRequestCode(secrets: Secrets, code: string): Buffer {
  return secrets.seal(Buffer.from(code), purpose)
}

export function openRequestCode(secrets: Secrets, sealed: Buffer): string {
  return secrets.open(sealed, purpose).toString()
}

/** Whether a request to this recipient is held back: nobody is told of it. Codes are compared in constant time, and counted. */
export async function isHeldBack(
  work: AnyWork & { readonly partnerId: string },
  to: Recipient,
  given: string | undefined,
): Promise<boolean> {
  if (given !== undefined) await work.limit(`request-code:${work.partnerId}`, attemptsADay)
  const wanted = await listRequestCodes(work.tx, to)
  const digits = (given ?? '').replaceAll(/\D/g, '')
  const matches = wanted.map((sealed) => isSame(openRequestCode(work.secrets, sealed), digits))
  return wanted.length > 0 && !matches.includes(true)
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(digestOfValue(one)), Buffer.from(digestOfValue(other)))
}
