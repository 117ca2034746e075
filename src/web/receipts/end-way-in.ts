// Ends what still lets somebody in, each kind in its own way.

import { removeLink } from '../../server/products/drive-contract.ts'
import { closeKnownMailboxes, closeMailbox, removeForwarding } from '../../server/products/mail-contract.ts'
import { removeFirewallRule, removeSshKey } from '../../server/products/server-contract.ts'
import { api } from '../api.ts'
import type { Receipt } from './receipts-data.ts'

type Way = Receipt['waysIn'][number]
export type OpenWay = Pick<Way, 'id' | 'kind' | 'name' | 'product' | 'productId' | 'madeBy' | 'mailboxId' | 'passwordSetAt'> &
  Partial<Pick<Way, 'cannot'>>

const inProduct = '/api/o/{organisation}/products/{product}'

export function endWayIn(organisation: string, { kind, id, mailboxId, passwordSetAt, productId }: OpenWay): Promise<unknown> {
  const params = { organisation, product: productId, item: id }
  switch (kind) {
    case 'link':
      return api.delete(removeLink, `${inProduct}/links/{item}`, { params })
    case 'key':
      return api.delete(removeSshKey, `${inProduct}/ssh-keys/{item}`, { params })
    case 'forwarding':
      return api.delete(removeForwarding, `${inProduct}/forwardings/{item}`, { params })
    case 'rule':
      return api.delete(removeFirewallRule, `${inProduct}/firewall-rules/{item}`, { params })
    case 'password':
      return api.delete(closeMailbox, `${inProduct}/mailboxes/{item}/password`, {
        params: { ...params, item: mailboxId ?? id },
        query: { setAt: passwordSetAt ?? '' },
      })
  }
}

export const closeKnown = (organisation: string, partnership: string) =>
  api.post(closeKnownMailboxes, '/api/o/{organisation}/partnerships/{partnership}/close-mailboxes', {
    params: { organisation, partnership },
  })
