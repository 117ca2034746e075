// To which addresses a mailbox forwards. Whoever has a forwarding reads the messages, so setting one asks for the right to the content.
import type { ItemId } from '../../domain/ids.ts'
import { faultOfForwarding } from '../../domain/products/mailbox.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { newId, type OwnWork, type TenantWork } from '../work.ts'
import { changeForwardings, keepForwardingRow, listForwardings } from './forwarding-store.ts'
import { makerOf } from './made-by.ts'
import { addressOf, lockedMail, type Mail, mailboxIn, refused, shownMailbox } from './mail.ts'
import type {
  setForwarding as forwardingContract,
  keepForwarding as keepContract,
  removeForwarding as removeContract,
} from './mail-contract.ts'
import { type Mailbox, updateMailbox } from './mail-store.ts'
import { inPunycode } from './punycode.ts'

/** An address that was there keeps whoever made it: a list that is sent again makes nobody's forwarding anybody else's. */
export async function setForwarding(
  work: TenantWork,
  { params, body }: Input<typeof forwardingContract>,
): Promise<Answer<typeof forwardingContract>> {
  const mail = await lockedMail(work, params.product, 'mail.content')
  const mailbox = mailboxIn(mail, params.item)
  if (!isSameSet(body.before, leadingFrom(mail, mailbox))) throw new Refusal('changed_meanwhile')
  const wanted = body.forwardTo.map(asAddress)
  const fault = faultOfForwarding(wanted, addressOf(mail, mailbox))
  if (fault) throw refused('invalid_address', 'forwardTo', fault)
  return forwarded(work, mail, { mailbox, wanted })
}

/** One address of the list. */
export async function removeForwarding(work: TenantWork, { params }: Input<typeof removeContract>): Promise<Record<string, never>> {
  const mail = await lockedMail(work, params.product, 'mail.content')
  const one = mail.forwardings.find(({ id }) => id === params.item)
  if (!one) throw new Refusal('not_found')
  const rest = mail.forwardings.filter(({ id, mailboxId }) => mailboxId === one.mailboxId && id !== one.id)
  await forwarded(work, mail, { mailbox: mailboxIn(mail, one.mailboxId), wanted: rest.map(({ address }) => address) })
  return {}
}

type Wanted = { readonly mailbox: Mailbox; readonly wanted: readonly string[] }

async function forwarded(work: TenantWork, mail: Mail, { mailbox, wanted }: Wanted): Promise<Answer<typeof forwardingContract>> {
  const { product } = mail
  const address = addressOf(mail, mailbox)
  const there = leadingFrom(mail, mailbox)
  const gone = there.filter((one) => !wanted.includes(one))
  const come = wanted.filter((one) => !there.includes(one)).map((one) => ({ id: newId<ItemId>(), address: one }))
  if (gone.length + come.length === 0) return shownMailbox(work, mail, mailbox)
  const at = new Date(work.now)
  const where = { organisationId: work.context.organisationId, productId: product.id, mailboxId: mailbox.id }
  await changeForwardings(work.tx, where, { gone, come, maker: makerOf(work, 'forwarding', product.facts), at })
  const after: Mailbox = { ...mailbox, changedAt: at }
  await updateMailbox(work.tx, after)
  const about = { readers: [work.context.organisationId], productId: product.id, data: { itemId: mailbox.id } }
  if (wanted.length === 0) record(work, { kind: 'forwarding.removed', ...about, detail: { address } })
  else record(work, { kind: 'forwarding.set', ...about, detail: { before: address, after: wanted.join(', ') } })
  return shownMailbox(work, { ...mail, forwardings: await listForwardings(work.tx, product.id, work.now) }, after)
}

/** Never on behalf of somebody: only the customer's own people make what a partner made their own. */
export async function keepForwarding(work: OwnWork, { params }: Input<typeof keepContract>): Promise<Record<string, never>> {
  const mail = await lockedMail(work, params.product, 'mail.content')
  const forwarding = mail.forwardings.find(({ id }) => id === params.item)
  if (!forwarding) throw new Refusal('not_found')
  if (forwarding.maker.partnershipId === null) return {}
  if (!(await keepForwardingRow(work.tx, forwarding.id, { personId: work.person.id, acting: null }))) throw new Refusal('not_found')
  record(work, {
    kind: 'forwarding.kept',
    readers: [work.context.organisationId],
    productId: mail.product.id,
    data: { itemId: forwarding.id },
    detail: { name: `${addressOf(mail, mailboxIn(mail, forwarding.mailboxId))} → ${forwarding.address}` },
  })
  return {}
}

const leadingFrom = ({ forwardings }: Mail, { id }: Mailbox): readonly string[] =>
  forwardings.filter(({ mailboxId }) => mailboxId === id).map(({ address }) => address)

const isSameSet = (one: readonly string[], other: readonly string[]): boolean => new Set(one).symmetricDifference(new Set(other)).size === 0

function asAddress(written: string): string {
  const at = written.lastIndexOf('@')
  return `${written.slice(0, at + 1)}${inPunycode(written.slice(at + 1))}`.toLowerCase()
}
