// What opens a mailbox's messages to somebody: a new password, or a forwarding. Asks for the right to the content.
import type { ItemId } from '../../domain/ids.ts'
import { readPassword, weaknessOf } from '../../domain/password/password.ts'
import { faultOfForwarding } from '../../domain/products/mailbox.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { hashPassword } from '../identity/password-hash.ts'
import { record } from '../journal/record.ts'
import { newId, type TenantWork } from '../work.ts'
import { addressOf, lockedMail, mailboxIn, refused, shownMailbox } from './mail.ts'
import type { setForwarding as forwardingContract, setMailboxPassword as passwordContract } from './mail-contract.ts'
import { handOverPassword, type Mailbox, updateMailbox } from './mail-store.ts'
import { inPunycode } from './punycode.ts'

/** The journal says that it was set, never to what. */
export async function setMailboxPassword(
  work: TenantWork,
  { params, body }: Input<typeof passwordContract>,
): Promise<Record<string, never>> {
  const mail = await lockedMail(work, params.product, 'mail.content')
  const mailbox = mailboxIn(mail, params.item)
  const address = addressOf(mail, mailbox)
  const password = readPassword(body.password)
  if (weaknessOf(password, { hasSecondFactor: false, names: [mailbox.displayName, mailbox.localPart, mail.domain] })) {
    throw new Refusal('password_too_weak')
  }
  const setAt = new Date(work.now)
  const hash = await hashPassword(password)
  await handOverPassword(work.tx, { id: newId<ItemId>(), organisationId: work.context.organisationId, mailboxId: mailbox.id, hash, setAt })
  await updateMailbox(work.tx, { ...mailbox, passwordSetAt: setAt, changedAt: setAt })
  record(work, {
    kind: 'mailbox.password_set',
    readers: [work.context.organisationId],
    productId: mail.product.id,
    data: { itemId: mailbox.id },
    detail: { address },
  })
  return {}
}

export async function setForwarding(
  work: TenantWork,
  { params, body }: Input<typeof forwardingContract>,
): Promise<Answer<typeof forwardingContract>> {
  const mail = await lockedMail(work, params.product, 'mail.content')
  const mailbox = mailboxIn(mail, params.item)
  const address = addressOf(mail, mailbox)
  const forwardTo = body.forwardTo.map(asAddress)
  const fault = faultOfForwarding(forwardTo, address)
  if (fault) throw refused('invalid_address', 'forwardTo', fault)
  const after: Mailbox = { ...mailbox, forwardTo, changedAt: new Date(work.now) }
  if (forwardTo.join() === mailbox.forwardTo.join()) return shownMailbox(mail, mailbox)
  await updateMailbox(work.tx, after)
  const about = { readers: [work.context.organisationId], productId: mail.product.id, data: { itemId: mailbox.id } }
  if (forwardTo.length === 0) record(work, { kind: 'forwarding.removed', ...about, detail: { address } })
  else record(work, { kind: 'forwarding.set', ...about, detail: { before: address, after: forwardTo.join(', ') } })
  return shownMailbox(mail, after)
}

function asAddress(written: string): string {
  const at = written.lastIndexOf('@')
  return `${written.slice(0, at + 1)}${inPunycode(written.slice(at + 1))}`.toLowerCase()
}
