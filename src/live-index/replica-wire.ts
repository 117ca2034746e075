// What a replica and a node say to each other: POST /access/v1/replica, JSON both ways.

import type { OwnFamily } from '../domain/rights/catalogue.ts'
import type { Change } from './records.ts'

/** Raised whenever records or the rule over them change: a replica with another one does not answer from memory. */
export const wireVersion = 4

/** Where a follower stands: a row of the journal and its chain, which no other history has. */
export type WireStand = {
  readonly position: number
  /** base64url */
  readonly chain: string
  readonly epoch: number
}

/** Where the next page of a first load begins. */
export type WirePage = { readonly kind: Change['kind']; readonly after: string | null }

export type WireRequest = {
  readonly version: number
  /** A name that the replica gave itself when it was opened, for receipts: a UUID. */
  readonly replica: string
  /** Everything after this; without it, the first load begins, or goes on at `page`. */
  readonly since?: WireStand
  readonly page?: WirePage
  /** Wants a look at the journal that begins now, at once; otherwise the answer may wait a quarter of a second for something to happen. */
  readonly look?: boolean
  /** Visits and sessions that are wanted as they are at this moment. */
  readonly visits?: readonly string[]
  readonly sessions?: readonly string[]
  /** Visits in which somebody did something: they do not end idle. */
  readonly seen?: readonly string[]
}

export type WireAnswer =
  /** A part of the first load; `stand` with its first page: follow from there once the last page was read. */
  | {
      readonly kind: 'page'
      readonly stand?: WireStand
      readonly families: readonly string[]
      /** Of these, as the catalogue has them. */
      readonly definitions: readonly OwnFamily[]
      readonly changes: readonly Change[]
      readonly next: WirePage | null
    }
  | {
      readonly kind: 'continued'
      readonly stand: WireStand
      readonly changes: readonly Change[]
      /** The database's clock in ms since 1970, when the answer was made. */
      readonly clock: number
      /** What was left of the node's lease then; counted by the replica from the sending of its request. */
      readonly leaseMs: number
      /** How long the request was held. */
      readonly heldMs: number
    }
  /** The journal is not the one that was followed: what is remembered counts for nothing. */
  | { readonly kind: 'other_history' }
  | { readonly kind: 'other_version'; readonly version: number }
