// What every engine of the comparison gives the bench: how it was loaded, in which ways it can be asked, and what else it can do.
import type { Entry } from './oracle.ts'
import type { Request, Requests } from './requests.ts'
import type { World } from './world.ts'

/** `place`: where the question stands in the stream, for the bare anchor, which is spared the looking up of ids. */
export type Way =
  | {
      readonly kind: 'in_process'
      readonly check: (request: Request, place: number) => boolean
      /** It looks at the place alone, so that no texts need to be made. */
      readonly isAskedByPlace?: true
    }
  | { readonly kind: 'remote'; readonly inFlight: number; readonly check: (request: Request, place: number) => Promise<boolean> }
  | { readonly kind: 'batch'; readonly size: number; readonly checkAll: (requests: readonly Request[]) => Promise<readonly boolean[]> }

type Soon<Value> = Value | Promise<Value>

export type Loaded = {
  /** By the name under which it is reported; the first is the engine's ordinary one. */
  readonly ways: Readonly<Record<string, Way>>
  /** Bytes it holds elsewhere than in the memory of this process, by its own account. */
  readonly heldElsewhere?: () => Soon<number>
  /** False: it holds nothing, the caller hands everything over with each question. */
  readonly holdsGrants: boolean
  /** Its processes beside this one, whose CPU time counts too. */
  readonly processes?: readonly number[]
  /** The next 50 customers this person may enter, by name, after this one. */
  readonly list?: (person: string, after: Entry | null) => Soon<readonly string[]>
  /** Everybody who may see this product (the right to see it is named as well), in any order. */
  readonly who?: (product: string, right: string) => Soon<readonly string[]>
  /** Makes ready to replace the rows of a partnership's grant by what was granted, limited to these rights; what it returns does it. */
  readonly regrant?: (partnership: number, rights: number) => () => Soon<void>
  readonly close?: () => Soon<void>
}

/** `directory`: for files, removed afterwards whatever happens. */
export type Load = (world: World, requests: Requests, directory: string) => Soon<Loaded>

export const pageSize = 50
/** In place of "without end" where a number is needed. */
export const farAway = 8_640_000_000_000_000
