// The password of a mailbox: whoever knows it reads its messages, so setting one asks for the right to the content.
import type { ItemId } from '../../domain/ids.ts'
import { readPassword, weaknessOf } from '../../domain/password/password.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Instant } from '../../domain/time.ts'
import type { Answer, Input } from '../endpoint.ts'
import { hashPassword } from '../identity/password-hash.ts'
import { record } from '../journal/record.ts'
import { getOwnPartnership } from '../partnerships/own-partnership.ts'
import { randomToken } from '../platform/secrets.ts'
import { newId, type OwnWork, type TenantWork } from '../work.ts'
import { listProductsKnown, saveKnownPassword } from './known-password-store.ts'
import { makerOf } from './made-by.ts'
import { addressOf, lockedMail, type Mail, mailboxIn } from './mail.ts'
import type {
  closeMailbox as closeContract,
  closeKnownMailboxes as closeKnownContract,
  setMailboxPassword as passwordContract,
} from './mail-contract.ts'
import { handOverPassword, type Mailbox, updateMailbox } from './mail-store.ts'

export async function setMailboxPassword(
  work: TenantWork,
  { params, body }: Input<typeof passwordContract>,
): Promise<Record<string, never>> {
  const mail = await lockedMail(work, params.product, 'mail.content')
  const mailbox = mailboxIn(mail, params.item)
  const password = readPassword(body.password)
  if (weaknessOf(password, { hasSecondFactor: false, names: [mailbox.displayName, mailbox.localPart, mail.domain] })) {
    throw new Refusal('password_too_weak')
  }
  await handOver(work, mail, { mailbox, hash: await hashPassword(password), as: 'password_set' })
  return {}
}

/** Nobody signs in any more until a new password is set; messages arrive. One that is closed, or never had a password, is left as it is; so is a newer password. */
export async function closeMailbox(work: TenantWork, { params, query }: Input<typeof closeContract>): Promise<Record<string, never>> {
  const mail = await lockedMail(work, params.product, 'mail.content')
  const mailbox = mailboxIn(mail, params.item)
  if (mailbox.passwordSetAt === null) return {}
  if (mailbox.passwordSetAt.getTime() !== Date.parse(query.setAt)) throw new Refusal('changed_meanwhile')
  await handOver(work, mail, { mailbox, hash: await unusableHash(), as: 'closed' })
  return {}
}

/** All whose password somebody of this partnership knows whose right to it is over: what is still theirs to use, or what another one set meanwhile, stays open. */
export async function closeKnownMailboxes(
  work: OwnWork,
  { params }: Input<typeof closeKnownContract>,
): Promise<Answer<typeof closeKnownContract>> {
  const { id: partnershipId } = await getOwnPartnership(work, params.partnership)
  const of = { organisationId: work.context.organisationId, partnershipId }
  const known = await listProductsKnown(work.tx, of, work.now)
  const hash = known.length > 0 ? await unusableHash() : ''
  let closed = 0
  for (const productId of known) {
    const mail = await lockedMail(work, productId, 'mail.content')
    const still = mail.mailboxes.filter(
      ({ passwordKnown: by }) => by?.maker.partnershipId === partnershipId && isOver(by.rightEndsAt, work.now),
    )
    for (const mailbox of still) await handOver(work, mail, { mailbox, hash, as: 'closed' })
    closed += still.length
  }
  return { closed }
}

const isOver = (at: Date | null, now: Instant): boolean => at !== null && at.getTime() <= now

/** Of a random secret that nobody has. */
const unusableHash = (): Promise<string> => hashPassword(randomToken())

type HandedOver = { readonly mailbox: Mailbox; readonly hash: string; readonly as: 'password_set' | 'closed' }

/** To the mail system; the journal says that it was set or closed, never to what. Of one that is closed nobody knows the password. */
async function handOver(work: TenantWork, mail: Mail, { mailbox, hash, as }: HandedOver): Promise<void> {
  const { organisationId } = work.context
  const at = new Date(work.now)
  const isClosed = as === 'closed'
  await handOverPassword(work.tx, { id: newId<ItemId>(), organisationId, mailboxId: mailbox.id, hash, setAt: at })
  await updateMailbox(work.tx, {
    ...mailbox,
    passwordSetAt: isClosed ? null : at,
    passwordClosedAt: isClosed ? at : null,
    changedAt: at,
  })
  const known = isClosed ? null : { id: newId<ItemId>(), maker: makerOf(work, 'password', mail.product.facts), at }
  await saveKnownPassword(work.tx, { organisationId, productId: mail.product.id, mailboxId: mailbox.id }, known)
  record(work, {
    kind: `mailbox.${as}`,
    readers: [organisationId],
    productId: mail.product.id,
    data: { itemId: mailbox.id },
    detail: { address: addressOf(mail, mailbox) },
  })
}
