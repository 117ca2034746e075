// Six digits to an address the request went to, for whoever holds the link. Nobody is told whether the address is known.
import { minuteMs } from '../../domain/time.ts'
import type { Answer, Input } from '../endpoint.ts'
import { findPersonByEmail } from '../identity/person-store.ts'
import { sendCode } from '../identity/send-code.ts'
import { isRequestHeldBack } from '../partnerships/request-code-store.ts'
import type { OpenWork } from '../work.ts'
import type { sendRequestCode as contract } from './contract.ts'
import { getAddress, getRequestId } from './request-store.ts'

export async function sendRequestCode(work: OpenWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const id = await getRequestId(work.tx, params.token)
  await work.limit(`request-code:${work.client.address}`, { limit: 20, windowMs: 15 * minuteMs })
  const email = await getAddress(work.tx, id, body.address)
  const person = await findPersonByEmail(work.tx, email)
  if (await isRequestHeldBack(work.tx, id)) return {}
  await sendCode(work, { email, purpose: 'request', subjectId: id }, person?.language ?? body.language)
  return {}
}
