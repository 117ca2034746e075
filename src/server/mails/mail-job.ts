// A mail on its way. It holds links that open something and names: in the job it is sealed, so that whoever reads the table of jobs reads none.
import type { Secrets } from '../platform/secrets.ts'
import type { Mail } from '../reaction.ts'

export type MailJob = { readonly eventId: string; readonly sealed: string }

const sealedFor = (eventId: string) => `mail:${eventId}`

export function sealMail(secrets: Secrets, eventId: string, mail: Mail): MailJob {
  return { eventId, sealed: secrets.seal(Buffer.from(JSON.stringify(mail)), sealedFor(eventId)).toString('base64') }
}

export function openMail(secrets: Secrets, { eventId, sealed }: MailJob): Mail {
  return JSON.parse(secrets.open(Buffer.from(sealed, 'base64'), sealedFor(eventId)).toString()) as Mail
}
