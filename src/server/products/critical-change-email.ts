// "An important change": when somebody acting moves the mail or the name servers, opens a mailbox to others or deletes, the customer
// hears of it at once.
import { isCritical, recordTypes } from '../../domain/products/dns-record.ts'
import type { CriticalChange } from '../mails/partnership-mail-content.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import { findChanged, listResponsible } from './critical-change-store.ts'

export async function criticalChangeEmail({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const change = criticalChangeOf(event)
  const { partnerId, personId } = event.by
  if (!change || !partnerId || !personId || !event.productId) return []
  const changed = await findChanged(tx, event.productId, { partnerId, personId })
  if (!changed) return []
  const { customerId, customer, product, partner, person, now } = changed
  const url = `${publicUrl}/o/${customerId}/products/${event.productId}`
  const content = { id: 'critical-change', person, partner, customer, product, change, at: now, url } as const
  const responsible = await listResponsible(tx, customerId)
  return responsible.map(({ email, language }) => ({ to: email, language, content }))
}

function criticalChangeOf(event: RecordedEvent): CriticalChange | undefined {
  if (event.kind === 'domain.name_servers_changed') return 'name_servers'
  if (event.kind === 'domain.record_added' || event.kind === 'domain.record_changed' || event.kind === 'domain.record_removed') {
    const type = recordTypes.find((one) => one === event.data.type)
    return type && isCritical({ type }) ? 'mail_routing' : undefined
  }
  if (event.kind === 'mailbox.password_set') return 'mailbox_password'
  if (event.kind === 'mailbox.closed') return 'mailbox_closed'
  if (event.kind === 'forwarding.set') return 'forwarding'
  if (event.kind === 'folder.link_made') return 'folder_link'
  if (event.kind === 'server.ssh_key_added') return 'ssh_key'
  if (event.kind === 'server.snapshot_restored') return 'snapshot_restored'
  return deletions.some((kind) => kind === event.kind) ? 'deletion' : undefined
}

const deletions = ['mailbox.deleted', 'site.deleted', 'folder.deleted', 'server.snapshot_deleted', 'product.deleted'] as const
