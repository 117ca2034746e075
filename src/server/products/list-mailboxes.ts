// The mailboxes and aliases of a domain, never their messages.
import type { Answer, Input } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import { readMail, shownAlias, shownMailbox } from './mail.ts'
import type { listMailboxes as contract } from './mail-contract.ts'
import { rightsOn } from './open-product.ts'

export async function listMailboxes(work: TenantWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const mail = await readMail(work, params.product)
  return {
    domain: mail.domain,
    mailboxes: mail.mailboxes.map((mailbox) => shownMailbox(work, mail, mailbox)),
    aliases: mail.aliases.map((alias) => shownAlias(mail, alias)),
    ...rightsOn(work, mail.product.facts),
  }
}
