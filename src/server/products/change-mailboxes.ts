// Mailboxes come, change their settings and go; each time somebody can read who did it.
import type { ItemId } from '../../domain/ids.ts'
import { faultOfSettings, type MailboxSettings } from '../../domain/products/mailbox.ts'
import { Refusal } from '../../domain/refusal.ts'
import { localDate } from '../../domain/time.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { dateOf } from '../partnerships/calendar.ts'
import { newId, type TenantWork } from '../work.ts'
import { addressOf, freeLocalPart, lockedMail, type Mail, mailboxIn, refused, shownMailbox } from './mail.ts'
import {
  type changeMailbox as changeContract,
  type createMailbox as createContract,
  type deleteMailbox as deleteContract,
  mailboxesMax,
} from './mail-contract.ts'
import { deleteMailboxRow, insertMailbox, type Mailbox, updateMailbox } from './mail-store.ts'

export async function createMailbox(
  work: TenantWork,
  { params, body }: Input<typeof createContract>,
): Promise<Answer<typeof createContract>> {
  const mail = await lockedMail(work, params.product, 'mail.manage')
  if (mail.mailboxes.length >= mailboxesMax) throw new Refusal('limit_reached')
  const { address, ...wanted } = body
  const localPart = freeLocalPart(mail, address)
  const mailbox: Mailbox = {
    ...sound(work, wanted, 0),
    id: newId<ItemId>(),
    localPart,
    usedMb: 0,
    passwordSetAt: null,
    passwordClosedAt: null,
    passwordKnown: null,
    changedAt: new Date(work.now),
  }
  await insertMailbox(work.tx, { organisationId: work.context.organisationId, productId: mail.product.id }, mailbox)
  record(work, {
    kind: 'mailbox.created',
    ...about(work, mail),
    data: { itemId: mailbox.id },
    detail: { address: addressOf(mail, mailbox) },
  })
  return shownMailbox(work, mail, mailbox)
}

export async function changeMailbox(
  work: TenantWork,
  { params, body }: Input<typeof changeContract>,
): Promise<Answer<typeof changeContract>> {
  const mail = await lockedMail(work, params.product, 'mail.manage')
  const before = mailboxIn(mail, params.item)
  const { changedAt, ...wanted } = body
  if (changedAt && changedAt !== before.changedAt.toISOString()) throw new Refusal('changed_meanwhile')
  const after: Mailbox = { ...before, ...sound(work, wanted, before.usedMb), changedAt: new Date(work.now) }
  const settings = changed(before, after)
  if (settings.length === 0) return shownMailbox(work, mail, before)
  await updateMailbox(work.tx, after)
  record(work, {
    kind: 'mailbox.changed',
    ...about(work, mail),
    data: { itemId: after.id, settings },
    detail: { address: addressOf(mail, after) },
  })
  return shownMailbox(work, mail, after)
}

export async function deleteMailbox(work: TenantWork, { params }: Input<typeof deleteContract>): Promise<Record<string, never>> {
  const mail = await lockedMail(work, params.product, 'product.delete')
  const mailbox = mailboxIn(mail, params.item)
  await deleteMailboxRow(work.tx, mailbox.id)
  for (const alias of mail.aliases.filter(({ mailboxId }) => mailboxId === mailbox.id)) {
    record(work, { kind: 'alias.deleted', ...about(work, mail), data: { itemId: alias.id }, detail: { address: addressOf(mail, alias) } })
  }
  record(work, {
    kind: 'mailbox.deleted',
    ...about(work, mail),
    data: { itemId: mailbox.id },
    detail: { address: addressOf(mail, mailbox) },
  })
  return {}
}

type Wanted = Omit<MailboxSettings, 'autoReply'> & { readonly autoReply: { readonly until: string; readonly text: string } | null }

const fields = { quota: 'quotaMb', quota_below_used: 'quotaMb', reply_over: 'autoReply/until', reply_text: 'autoReply/text' } as const

function sound(work: TenantWork, { autoReply, ...rest }: Wanted, usedMb: number): MailboxSettings {
  const settings = { ...rest, autoReply: autoReply && { text: autoReply.text, until: localDate(autoReply.until) } }
  const fault = faultOfSettings(settings, usedMb, dateOf(work.now))
  if (fault) throw refused('invalid_input', fields[fault], fault)
  return settings
}

const about = (work: TenantWork, { product }: Mail) => ({ readers: [work.context.organisationId], productId: product.id })

/** The names of the settings that are different. */
function changed(before: Mailbox, after: Mailbox): readonly string[] {
  const names = { display_name: 'displayName', quota: 'quotaMb', spam_filter: 'spamFilter', auto_reply: 'autoReply' } as const
  return Object.entries(names).flatMap(([name, key]) => (JSON.stringify(before[key]) === JSON.stringify(after[key]) ? [] : [name]))
}
