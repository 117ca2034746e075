// The shape of an event: what one kind says for good, and what personal text it says that can be erased.

import type { PersonId } from '../ids.ts'
import type { RightId } from '../rights/catalogue.ts'

/** `Data` holds ids and plain facts and is hashed into the journal; `Detail` holds personal text in an erasable row beside it. */
export type Shape<Data, Detail> = { readonly data?: Data; readonly detail?: Detail }

export function says<Data, Detail = never>(): Shape<Data, Detail> {
  return {}
}

export type Rights = { readonly rights: readonly RightId[] }
export type Person = { readonly personId: PersonId }
export type Name = { readonly name: string }
export type Address = { readonly address: string }
export type Change = { readonly before: string; readonly after: string }
export type Reason = { readonly reason: string }
export type Nothing = Readonly<Record<never, never>>
