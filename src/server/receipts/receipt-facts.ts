// What a complete receipt says for good: the facts that are signed, in the words of the API, and what the pages show of them.
import type { WayInKind } from '../../domain/authorization/way-in.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { Answer } from '../endpoint.ts'
import type { Revoked } from '../partnerships/receipt-store.ts'
import type { getReceipt } from './contract.ts'
import type { StoredReceipt } from './receipts-store.ts'

export type Named = { readonly id: string; readonly name: string }
export type ReceiptFacts = {
  readonly id: string
  /** Null where somebody left the partner, and with it everything at all its customers. */
  readonly customer: Named | null
  readonly partner: Named
  readonly partnership: string | null
  readonly revoked: {
    readonly what: Revoked['what']
    readonly rights: readonly RightId[]
    readonly people: readonly Named[]
    /** SHA-256 of the list of what was handed back, when the partnership ended. */
    readonly handedBack?: string
  }
  readonly by: Named
  /** Where and when the journal says so. */
  readonly position: number
  readonly at: string
  /** From then on nobody answered from an older memory, anywhere. */
  readonly closedAt: string
  readonly doors: readonly { readonly kind: 'node' | 'replica'; readonly name: string; readonly by: string; readonly at: string }[]
  readonly visitsEnded: readonly { readonly id: string; readonly person: Named; readonly since: string }[]
  readonly tokensEnded: number
  readonly told: readonly Named[]
  /** What closed with it, what still works of it, or what was made in the visit that was stopped and left open. Absent: none. Older receipts: `linksAndKeys`. */
  readonly waysIn?: readonly {
    readonly id: string
    readonly kind: WayInKind
    readonly name: string
    readonly product: Named
    readonly madeBy: Named
    readonly closed: boolean
  }[]
}

type Shown = Answer<typeof getReceipt>

export function shown(receipt: StoredReceipt, reader: PersonId, latestAt: number | null = null): Shown {
  const { id, partnershipId, partner, customer, isByPartner, revoked, by, at, closedAt, doors, facts, position } = receipt
  return {
    id,
    partnershipId,
    partner: partner.name,
    customer: customer?.name ?? null,
    isByPartner,
    what: revoked.what,
    rights: [...revoked.rights],
    people: namesOf(revoked.people),
    by: by.name,
    byYou: by.id === reader,
    at: facts?.at ?? at,
    closedAt,
    latestAt: closedAt !== null || latestAt === null ? null : new Date(latestAt).toISOString(),
    doors: {
      nodes: doors?.filter(({ kind }) => kind === 'node').length ?? 0,
      consoles: [...new Set(doors?.filter(({ kind }) => kind === 'replica').map(({ name }) => name))],
      byLease: doors?.filter((door) => door.by === 'lease_over').length ?? 0,
    },
    visitsEnded: receipt.visits.map(({ person, since }) => ({ person: person.name, since })),
    tokensEnded: receipt.tokens,
    waysIn: receipt.waysIn.map(({ product, madeBy, isLocked, passwordSetAt, ...way }) => ({
      ...way,
      cannot: way.isOpen && isLocked ? 'product_inactive' : null,
      passwordSetAt: passwordSetAt && new Date(passwordSetAt).toISOString(),
      product: product.name,
      productId: product.id,
      madeBy: madeBy.name,
    })),
    told: namesOf(facts?.told ?? []),
    isComplete: facts !== null,
    position: facts?.position ?? position,
  }
}

const namesOf = (people: readonly Named[]): string[] => people.map(({ name }) => name)
