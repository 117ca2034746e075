// Aliases: further addresses that lead to a mailbox.
import type { ItemId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { newId, type TenantWork } from '../work.ts'
import { addressOf, freeLocalPart, lockedMail, mailboxIn, shownAlias } from './mail.ts'
import { aliasesMax, type createAlias as createContract, type deleteAlias as deleteContract } from './mail-contract.ts'
import { type Alias, deleteAliasRow, insertAlias } from './mail-store.ts'

export async function createAlias(
  work: TenantWork,
  { params, body }: Input<typeof createContract>,
): Promise<Answer<typeof createContract>> {
  const mail = await lockedMail(work, params.product, 'mail.manage')
  if (mail.aliases.length >= aliasesMax) throw new Refusal('limit_reached')
  const mailboxId = mailboxIn(mail, body.mailboxId).id
  const alias: Alias = { id: newId<ItemId>(), localPart: freeLocalPart(mail, body.address), mailboxId }
  const { organisationId } = work.context
  await insertAlias(work.tx, { organisationId, productId: mail.product.id }, alias, new Date(work.now))
  record(work, {
    kind: 'alias.created',
    readers: [organisationId],
    productId: mail.product.id,
    data: { itemId: alias.id },
    detail: { address: addressOf(mail, alias) },
  })
  return shownAlias(mail, alias)
}

export async function deleteAlias(work: TenantWork, { params }: Input<typeof deleteContract>): Promise<Record<string, never>> {
  const mail = await lockedMail(work, params.product, 'mail.manage')
  const alias = mail.aliases.find(({ id }) => id === params.item)
  if (!alias) throw new Refusal('not_found')
  await deleteAliasRow(work.tx, alias.id)
  record(work, {
    kind: 'alias.deleted',
    readers: [work.context.organisationId],
    productId: mail.product.id,
    data: { itemId: alias.id },
    detail: { address: addressOf(mail, alias) },
  })
  return {}
}
