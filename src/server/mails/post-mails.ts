// What goes out after one transaction: each person gets one mail about one matter, in their own language, if they wish it at once.

import type { PersonId, ReceiptId } from '../../domain/ids.ts'
import { type MailKind, mailKinds, wayOf } from '../../domain/mails/mail-kinds.ts'
import { matterOf } from '../../domain/mails/mail-matter.ts'
import { emailKey } from '../identity/email-key.ts'
import { noteTold } from '../partnerships/receipt-store.ts'
import { type Mail, type Reacting, type RecordedEvent, thingOf } from '../reaction.ts'
import { sideOf } from './mail-content.ts'
import { sealMail } from './mail-job.ts'
import { mergeMails } from './merge-mails.ts'
import { findRecipients, type Recipient } from './recipient-store.ts'

/** Who gets a mail about which request or partnership. */
export type Told = { readonly personId: PersonId; readonly thing: string }

export type Outgoing = { readonly mail: Mail; readonly event: RecordedEvent }

/** May be tried again: the key of each job says transaction, matter and recipient. */
export async function postMails(reacting: Reacting, transactionId: string, outgoing: readonly Outgoing[]): Promise<readonly Told[]> {
  if (outgoing.length === 0) return []
  const { tx, secrets } = reacting
  const recipients = await findRecipients(
    tx,
    outgoing.map(({ mail }) => mail.to),
  )
  const wanted = outgoing.filter(({ mail }) => comesAtOnce(mail, recipients.get(emailKey(mail.to))))
  for (const [key, [first, ...others]] of byReaderAndMatter(wanted, recipients)) {
    const content = mergeMails([first.mail.content, ...others.map(({ mail }) => mail.content)])
    const { mail, event } = [first, ...others].find((one) => one.mail.content.id === content.id) ?? first
    const language = recipients.get(emailKey(mail.to))?.language ?? mail.language
    const job = sealMail(secrets, event.id, { ...mail, language, content })
    reacting.jobs.push({ kind: 'send-mail', payload: job, uniqueKey: `${transactionId}:${key}` })
    for (const receiptId of receiptsOf([first, ...others])) await noteTold(tx, receiptId, mail.to)
  }
  return wanted.flatMap(({ mail, event }) => {
    const [personId, thing] = [recipients.get(emailKey(mail.to))?.personId, thingOf(event)]
    return personId === undefined || thing === undefined ? [] : [{ personId, thing }]
  })
}

/** One mail may speak of several partnerships: its reader is told of each. */
function receiptsOf(outgoing: readonly Outgoing[]): ReadonlySet<ReceiptId> {
  return new Set(outgoing.flatMap(({ event }) => event.receiptId ?? []))
}

/** What waits for the digest is read from the events themselves. An address that is nobody's has chosen nothing. */
function comesAtOnce({ content }: Mail, recipient: Recipient | undefined): boolean {
  const side = sideOf(content)
  return side === undefined || recipient === undefined || wayOf(content.id, side, recipient.chosen(content.id, side)) === 'at_once'
}

function byReaderAndMatter(outgoing: readonly Outgoing[], recipients: ReadonlyMap<string, Recipient>) {
  const groups = new Map<string, [Outgoing, ...Outgoing[]]>()
  for (const one of outgoing) {
    const key = `${matterIn(one)}:${readerOf(one, recipients)}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** What happened to one request, partnership or product; whatever waits for release is one matter. */
function matterIn({ mail, event }: Outgoing): string {
  const things = mail.content.id === 'release-needed' ? [] : [thingOf(event), event.productId].filter((id) => id !== undefined)
  return [matterOf(mail.content.id), ...things].join(':')
}

function readerOf({ mail }: Outgoing, recipients: ReadonlyMap<string, Recipient>): string {
  const key = emailKey(mail.to)
  const kind: MailKind = mailKinds[mail.content.id]
  return kind.toEachAddress ? key : (recipients.get(key)?.personId ?? key)
}
