// What the bulk engine asks of an action: what a row holds, how rows are judged before the start, and how one is carried out.
import type { z } from 'zod'
import type { BulkDemand } from '../domain/bulk/bulk-job.ts'
import type { PersonId } from '../domain/ids.ts'
import type { RefusalCode } from '../domain/refusal.ts'
import type { Instant } from '../domain/time.ts'
import type { OwnWork } from './work.ts'

export type BulkRow<Given = unknown> = {
  readonly position: number
  /** Made beforehand: what this row makes gets this id. */
  readonly id: string
  readonly managedCustomerId: string | null
  readonly input: Given
}

/** Why, as a key of the texts `lists.because.*` or `problems.*`, with what it says. */
export type Because = { readonly code: RefusalCode | BulkCode; readonly [value: string]: string | number }
export type BulkCode = 'wrong_cell' | 'double' | 'waits' | 'address_full' | 'unknown_person' | 'unknown_team' | 'asks' | 'internal'

export const verdicts = [
  'will_send',
  'will_do',
  'already_customer',
  'already_open',
  'nothing_to_do',
  'invalid',
  'blocked',
  'limit_reached',
  'not_possible',
] as const
export type Verdict = (typeof verdicts)[number]
export type Judged = { readonly verdict: Verdict; readonly because: Because | null }

export const results = [
  'sent',
  'done',
  'already_customer',
  'already_open',
  'nothing_to_do',
  'invalid',
  'blocked',
  'limit_reached',
  'not_possible',
  'cancelled',
] as const
export type BulkResult = (typeof results)[number]
export type Carried = { readonly result: BulkResult; readonly because: Because | null; readonly managedCustomerId?: string }

/** What was chosen for the whole list, who put it together, and what was looked up once for the chunk. */
export type Order<Chosen, Shared = unknown> = { readonly chosen: Chosen; readonly createdBy: PersonId; readonly shared: Shared }

export type BulkAction<Chosen = unknown, Given = unknown, Shared = unknown> = BulkDemand & {
  readonly chosen: z.ZodType<Chosen>
  readonly given: z.ZodType<Given>
  /** Whether rows are customers of the list, or told as they are. */
  readonly rows: 'customers' | 'given'
  /** All rows at once. Without it each row is tried and taken back. */
  readonly judge?: (work: OwnWork, order: Omit<Order<Chosen>, 'shared'>, rows: readonly BulkRow<Given>[]) => Promise<readonly Judged[]>
  /** Looked up once for all rows of a chunk, and what they lock together. */
  readonly share?: (work: OwnWork, order: Omit<Order<Chosen>, 'shared'>, rows: readonly BulkRow<Given>[]) => Promise<Shared>
  /** What may change later, held fast when the list is checked: nothing else is carried out than what was judged. */
  readonly holdFast?: (work: OwnWork, chosen: Chosen) => Promise<Chosen>
  /** Ends in a refusal when it cannot be; nothing of the row is kept then. */
  readonly carryOut: (work: OwnWork, order: Order<Chosen, Shared>, row: BulkRow<Given>) => Promise<Carried>
  /** How many rows more may be carried out today, and when the next one may. */
  readonly room?: (work: OwnWork) => Promise<{ readonly left: number; readonly nextAt: Instant }>
  /** The action that takes back what is still open. */
  readonly undoneBy?: string
}

/** The same, with its types forgotten: the engine has parsed what it hands over. */
export function bulkAction<Chosen, Given, Shared = unknown>(action: BulkAction<Chosen, Given, Shared>): BulkAction {
  return action as unknown as BulkAction
}

/** A refusal as the result of a row. */
export function refusedAs(code: RefusalCode): BulkResult & Verdict {
  switch (code) {
    case 'already_open':
    case 'already_customer':
    case 'limit_reached':
      return code
    case 'too_many_requests':
      return 'limit_reached'
    case 'nothing_asked':
    case 'nothing_changed':
      return 'nothing_to_do'
    case 'invalid_address':
    case 'invalid_input':
    case 'own_organisation':
      return 'invalid'
    default:
      return 'not_possible'
  }
}
