// Six digits on their way to an address. In the job they are sealed: whoever reads the table of jobs reads no code.
import type { Language } from '../../domain/language.ts'
import { minuteMs } from '../../domain/time.ts'
import type { House } from '../house.ts'
import { renderMail } from '../mails/render-mail.ts'
import { enqueue, GiveUp } from '../platform/jobs.ts'
import { transact } from '../platform/transact.ts'
import { type AnyWork, newId } from '../work.ts'
import { clientName } from './client-name.ts'
import { type CodeFor, codeMinutes, issueCode } from './code-store.ts'
import { findAddressee } from './person-store.ts'

type CodeMail = {
  readonly id: string
  readonly to: string
  readonly language: Language
  readonly sealed: string
  readonly device: string | null
  readonly until: number
}

const sealedFor = (id: string) => `code-mail:${id}`

/** Issues a code and sends it. Nothing in it depends on whether the address is known, neither work nor answer. Refuses `too_many_requests`. */
export async function sendCode(
  work: Pick<AnyWork, 'tx' | 'now' | 'secrets' | 'client'>,
  wanted: CodeFor,
  language: Language,
): Promise<void> {
  const code = await issueCode(work, wanted)
  const id = newId<string>()
  const sealed = work.secrets.seal(Buffer.from(code), sealedFor(id)).toString('base64')
  const until = work.now + codeMinutes * minuteMs
  const payload: CodeMail = { id, to: wanted.email, language, sealed, device: clientName(work.client.agent), until }
  await enqueue(work.tx, { kind: 'send-code', payload })
}

/** The job: known people read "your sign-in code" in their language, others are asked to confirm their address. */
export async function deliverCode(house: House, payload: unknown): Promise<void> {
  const mail = payload as CodeMail
  if (Date.now() >= mail.until) throw new GiveUp('the code is no longer valid')
  const code = house.secrets.open(Buffer.from(mail.sealed, 'base64'), sealedFor(mail.id)).toString()
  const known = await transact(house.pools.system, {}, async (tx) => ({ result: await findAddressee(tx, mail.to), closing: undefined }))
  const minutes = codeMinutes
  const content = known
    ? ({ id: 'sign-in-code', code, minutes, device: mail.device } as const)
    : ({ id: 'verify-address', code, minutes } as const)
  const language = known?.language ?? mail.language
  // To the address as its owner proved it, however it was typed this time.
  const to = known?.email ?? mail.to
  const delivery = await house.mailer.send({ ...renderMail(content, language, house.publicUrl), id: mail.id, to, language })
  if (delivery.kind === 'failed') throw new Error(delivery.reason)
  if (delivery.kind === 'refused') throw new GiveUp(delivery.reason)
}
