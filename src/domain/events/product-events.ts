// What happens in an organisation's Manager: visits, products and what is inside them, money, exports.

import type { MissingCode } from '../authorization/decision.ts'
import type { ExportId, InvoiceId, ItemId, OrderId, PaymentMethodId, PersonId } from '../ids.ts'
import type { Payer, SpendingPeriod } from '../partnership/terms.ts'
import type { Family, RightId } from '../rights/catalogue.ts'
import type { Instant, LocalDate } from '../time.ts'
import type { VisitEnder } from '../visit.ts'
import { type Address, type Change, type Name, type Nothing, type Person, type Reason, says } from './says.ts'

type Item = { readonly itemId: ItemId }
/** `endedBy`: it closed with the right that it was made with; `because`: what whoever made it lacks. Absent: somebody removed it. */
type WayInClosed = { readonly endedBy?: 'right'; readonly because?: MissingCode; readonly madeBy?: PersonId }

export const productEvents = {
  // visits
  'visit.started': says<Person, Reason>(),
  'visit.read': says<Person & { readonly right: RightId; readonly what: string }>(),
  'visit.console_opened': says<Person & { readonly consoleId: string }, Name>(),
  'visit.refused': says<Person & { readonly right: RightId | null; readonly missing: string }>(),
  'visit.ended': says<Person & { readonly endedBy: VisitEnder }>(),
  // products and what is inside them
  'product.ordered': says<{ readonly orderId: OrderId; readonly family: Family; readonly payer: Payer }, Name>(),
  'product.created': says<{ readonly family: Family }, Name>(),
  'product.changed': says<{ readonly settings: readonly string[] }, Change>(),
  'product.renewed': says<{ readonly orderId: OrderId | null }>(),
  'product.payer_change_confirmed': says<{ readonly on: LocalDate }>(),
  'product.deleted': says<{ readonly family: Family }, Name>(),
  'domain.record_added': says<Item & { readonly type: string }, Change>(),
  'domain.record_changed': says<Item & { readonly type: string }, Change>(),
  'domain.record_removed': says<Item & { readonly type: string }, Change>(),
  'domain.name_servers_changed': says<Nothing, Change>(),
  'mailbox.created': says<Item, Address>(),
  'mailbox.changed': says<Item & { readonly settings: readonly string[] }, Address>(),
  'mailbox.password_set': says<Item, Address>(),
  'mailbox.closed': says<Item, Address>(),
  'mailbox.deleted': says<Item, Address>(),
  'alias.created': says<Item, Address>(),
  'alias.deleted': says<Item, Address>(),
  'forwarding.set': says<Item, Change>(),
  'forwarding.removed': says<Item, Address>(),
  'forwarding.closed': says<Item & WayInClosed, Name>(),
  'forwarding.kept': says<Item, Name>(),
  'site.created': says<Item, Name>(),
  'site.changed': says<Item & { readonly settings: readonly string[] }, Name>(),
  'site.deleted': says<Item, Name>(),
  'site.content_changed': says<Item & { readonly area: 'files' | 'database' | 'tasks' | 'backup' }, Name>(),
  'folder.created': says<Item, Name>(),
  'folder.changed': says<Item & { readonly settings: readonly string[] }, Name>(),
  'folder.deleted': says<Item, Name>(),
  'folder.link_made': says<Item & { readonly expiresAt: Instant }, Name>(),
  'folder.link_ended': says<Item & WayInClosed, Name>(),
  'file.added': says<Item, Name>(),
  'file.changed': says<Item, Name>(),
  'file.opened': says<Item, Name>(),
  'file.deleted': says<Item, Name>(),
  'server.started': says<Nothing>(),
  'server.stopped': says<Nothing>(),
  'server.restarted': says<Nothing>(),
  'server.snapshot_taken': says<Item, Name>(),
  'server.snapshot_restored': says<Item, Name>(),
  'server.snapshot_deleted': says<Item, Name>(),
  'server.firewall_changed': says<Item, Change>(),
  'server.ssh_key_added': says<Item, Name>(),
  'server.ssh_key_removed': says<Item & WayInClosed, Name>(),
  'server.console_opened': says<Nothing>(),
  // money
  'order.placed': says<{
    readonly orderId: OrderId
    readonly payer: Payer
    readonly amount: number
    readonly currency: string
    /** Whether a partner ordered it for the customer. */
    readonly byPartner: boolean
  }>(),
  'invoice.issued': says<{ readonly invoiceId: InvoiceId }>(),
  'invoice.changed': says<{ readonly invoiceId: InvoiceId }>(),
  'invoice.cancelled': says<{ readonly invoiceId: InvoiceId }>(),
  'invoice.paid': says<{ readonly invoiceId: InvoiceId; readonly payer: Payer; readonly amount: number; readonly currency: string }>(),
  'billing.address_changed': says<Nothing, Change>(),
  'billing.reference_changed': says<Nothing, Change>(),
  'billing.recipients_changed': says<Nothing, Change>(),
  /** `amount`: what was ordered so far; `limit`: of how much. */
  'billing.limit_near': says<{
    readonly percent: number
    readonly amount: number
    readonly currency: string
    readonly limit: number
    readonly period: SpendingPeriod
  }>(),
  'payment_method.added': says<{ readonly paymentMethodId: PaymentMethodId }>(),
  'payment_method.changed': says<{ readonly paymentMethodId: PaymentMethodId }>(),
  'payment_method.removed': says<{ readonly paymentMethodId: PaymentMethodId }>(),
  // exports
  'export.made': says<{ readonly exportId: ExportId; readonly file: string; readonly rows: number }>(),
  'export.downloaded': says<{ readonly exportId: ExportId; readonly file: string }>(),
}
