// Who of a partner set the password of a mailbox, and so knows it: until somebody else sets one, or closes the mailbox. And what else still works of theirs.
import { sql } from 'kysely'
import type { WayInKind } from '../../domain/authorization/way-in.ts'
import type { ItemId, OrganisationId, PartnershipId, ProductId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'
import type { Where } from './mail-store.ts'
import { type Maker, makerColumns } from './maker-store.ts'

/** `known`: null when one of the customer's own people set it, or nobody knows it. */
export async function saveKnownPassword(
  tx: Transaction,
  { organisationId, productId, mailboxId }: Where & { readonly mailboxId: ItemId },
  known: { readonly id: ItemId; readonly maker: Maker; readonly at: Date } | null,
): Promise<void> {
  await tx.deleteFrom('known_password').where('mailbox_id', '=', mailboxId).execute()
  if (known === null || known.maker.acting === null) return
  const { id, maker, at } = known
  const { partnership_id, ...columns } = makerColumns(maker)
  const place = { organisation_id: organisationId, product_id: productId, mailbox_id: mailboxId }
  await tx
    .insertInto('known_password')
    .values({ ...place, id, created_at: at, ...columns, partnership_id: known.maker.acting.partnershipId })
    .execute()
}

/** Products in use with mailboxes whose password was set under this partnership by somebody whose right to it is over. */
export async function listProductsKnown(
  tx: Transaction,
  of: { readonly organisationId: OrganisationId; readonly partnershipId: PartnershipId },
  now: Instant,
): Promise<readonly ProductId[]> {
  const rows = await tx
    .selectFrom('known_password')
    .innerJoin('product', 'product.id', 'known_password.product_id')
    .select('product_id')
    .distinct()
    .where('known_password.organisation_id', '=', of.organisationId)
    .where('partnership_id', '=', of.partnershipId)
    .where('closes_at', '<=', new Date(now))
    .where('product.status', '=', 'active')
    .orderBy('product_id')
    .execute()
  return rows.map((row) => row.product_id as ProductId)
}

export type StillWorking = {
  readonly id: ItemId
  readonly kind: WayInKind
  readonly name: string
  readonly product: string
  readonly productId: ProductId
  readonly madeBy: string
  readonly mailboxId: ItemId | null
  readonly passwordSetAt: Date | null
}

/** In the customer's context: of whoever's right is over. What is locked works for nobody until it is in use again. */
export async function listStillWorkingRows(tx: Transaction, partnershipId: PartnershipId, now: Instant): Promise<readonly StillWorking[]> {
  const { rows } = await sql<StillWorking>`
    select w.id, w.kind, w.name, p.name as product, p.id as "productId", coalesce(person_name(w.person_id), '') as "madeBy",
      m.id as "mailboxId", m.password_set_at as "passwordSetAt"
    from way_in w join product p on p.id = w.product_id left join known_password k on k.id = w.id left join mailbox m on m.id = k.mailbox_id
    where w.partnership_id = ${partnershipId} and w.kind in ('password', 'rule') and w.closes_at <= ${new Date(now)} and p.status = 'active'
    order by w.kind, w.name`.execute(tx)
  return rows
}
