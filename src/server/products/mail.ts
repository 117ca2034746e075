// The mail of a domain as it stands: its mailboxes and aliases, read, or locked for a change that nothing may overtake.
import type { z } from 'zod'
import { isLocalPart, readLocalPart } from '../../domain/products/mailbox.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { RefusedInput } from '../problem.ts'
import type { TenantWork } from '../work.ts'
import { type Forwarding, listForwardings } from './forwarding-store.ts'
import { isKnownTo, shownMaker } from './made-by.ts'
import type { alias as aliasShape, mailbox as mailboxShape } from './mail-contract.ts'
import { type Alias, listAliasRows, listMailboxRows, lockMail, type Mailbox } from './mail-store.ts'
import { type OpenProduct, openProduct } from './open-product.ts'
import { inPunycode } from './punycode.ts'

export type Mail = {
  readonly product: OpenProduct
  readonly domain: string
  readonly mailboxes: readonly Mailbox[]
  readonly aliases: readonly Alias[]
  readonly forwardings: readonly Forwarding[]
}

export async function readMail(work: TenantWork, product: string): Promise<Mail> {
  return mailOf(work, await openProduct(work, product, 'mail'))
}

export async function lockedMail(work: TenantWork, product: string, right: RightId): Promise<Mail> {
  const opened = await openProduct(work, product, 'mail', right)
  await lockMail(work.tx, opened.id)
  return mailOf(work, opened)
}

async function mailOf({ tx, now }: TenantWork, product: OpenProduct): Promise<Mail> {
  const mailboxes = await listMailboxRows(tx, product.id)
  const aliases = await listAliasRows(tx, product.id)
  return { product, domain: product.name, mailboxes, aliases, forwardings: await listForwardings(tx, product.id, now) }
}

export function mailboxIn({ mailboxes }: Mail, item: string): Mailbox {
  const found = mailboxes.find(({ id }) => id === item)
  if (!found) throw new Refusal('not_found')
  return found
}

/** The part before the @ of an address that is still free here. */
export function freeLocalPart({ domain, mailboxes, aliases }: Mail, written: string): string {
  const localPart = readLocalPart(inPunycode(written), domain)
  if (!isLocalPart(localPart)) throw refused('invalid_address', 'address')
  if ([...mailboxes, ...aliases].some((known) => known.localPart === localPart)) throw refused('address_in_use', 'address')
  return localPart
}

export const addressOf = ({ domain }: Mail, { localPart }: { readonly localPart: string }): string => `${localPart}@${domain}`

/** A "no" that names the field it is about. */
export function refused(code: 'invalid_address' | 'address_in_use' | 'invalid_input', field: string, fault: string = code): RefusedInput {
  return new RefusedInput(code, [{ pointer: `/body/${field}`, code: fault, message: fault }])
}

export function shownMailbox(work: TenantWork, mail: Mail, mailbox: Mailbox): z.input<typeof mailboxShape> {
  const { localPart, passwordSetAt, passwordClosedAt, passwordKnown, changedAt, ...settings } = mailbox
  const forwardings = mail.forwardings.filter(({ mailboxId }) => mailboxId === mailbox.id)
  return {
    ...settings,
    address: addressOf(mail, { localPart }),
    forwardTo: forwardings.map(({ address }) => address),
    forwardings: forwardings.map((one) => shownForwarding(work, one)),
    passwordSetAt: passwordSetAt?.toISOString() ?? null,
    passwordClosedAt: passwordClosedAt?.toISOString() ?? null,
    passwordKnown: passwordKnown && {
      by: shownMaker(work, passwordKnown.maker),
      isRightOver:
        work.context.kind === 'own' ? passwordKnown.rightEndsAt !== null && passwordKnown.rightEndsAt.getTime() <= work.now : null,
    },
    changedAt: changedAt.toISOString(),
  }
}

/** When another partner's access ends is none of an acting partner's business. */
const shownForwarding = (work: TenantWork, { id, address, leadsOut, closesAt, maker }: Forwarding) => ({
  ...{ id, address, leadsOut },
  madeBy: shownMaker(work, maker),
  closesAt: leadsOut && isKnownTo(work, maker) ? (closesAt?.toISOString() ?? null) : null,
})

export function shownAlias(mail: Mail, alias: Alias): z.input<typeof aliasShape> {
  return { id: alias.id, address: addressOf(mail, alias), mailboxId: alias.mailboxId }
}
