// What can be said in a conversation: commands as plain data, so that they can be drawn, shrunk, printed, and carried out by a machine or an API.
import fc from 'fast-check'
import type { RightId } from '../../src/domain/rights/catalogue.ts'
import { type Name, names, ofCustomer, ofPartner } from './people.ts'

/** Few rights, of every kind: of products and of the organisation, sensitive or not, with and without a need. */
export const rights: readonly RightId[] = ['domain.view', 'domain.manage', 'mail.view', 'mail.content', 'billing.view', 'billing.pay']
export const needOf: Readonly<Partial<Record<string, RightId>>> = {
  'domain.manage': 'domain.view',
  'mail.content': 'mail.view',
  'billing.pay': 'billing.view',
}
export const isSensitive = (right: string): boolean => right === 'mail.content' || right === 'billing.pay'

/** With what each right needs, in the order of the catalogue. */
export function closedOver(wanted: Iterable<RightId>): ReadonlySet<RightId> {
  const all = new Set(wanted)
  for (const right of all) if (needOf[right]) all.add(needOf[right])
  return new Set(rights.filter((right) => all.has(right)))
}

/** Without what needs something that is not held. */
export function supportedIn(wanted: Iterable<RightId>, held: ReadonlySet<RightId>): ReadonlySet<RightId> {
  return new Set([...wanted].filter((right) => needOf[right] === undefined || held.has(needOf[right])))
}

export type Payer = 'partner' | 'customer' | null
export type Asking = {
  readonly rights: readonly RightId[]
  readonly required: readonly RightId[]
  readonly payer: Payer
  /** How long from the approval; null: without end. */
  readonly days: number | null
}
export type Choice = { readonly granted: readonly RightId[]; readonly payer: Payer; readonly days: number | null }

type ByName = { readonly by: Name }
type ByAnybody = { readonly by: Name | 'operator' }
type InInbox = ByName & { readonly inbox: 0 | 1 }
type Asks = ByName & { readonly asking: Asking }
/** `proven`: whether whoever answers proved the invited address. */
type Words = {
  readonly request: InInbox & { readonly asking: Asking }
  readonly release: InInbox
  readonly resend: InInbox
  readonly take_back: InInbox
  readonly claim: InInbox & { readonly proven: boolean; readonly choice: Choice }
  readonly refuse: InInbox & { readonly proven: boolean }
  readonly more: Asks
  readonly offer: Asks
  readonly counter: Asks
  readonly answer: ByName & { readonly choice: Choice }
  readonly accept: ByName
  readonly decline: ByName
  readonly withdraw: ByName
  readonly release_more: ByName
  readonly end: ByName
  readonly suspend: ByAnybody
  readonly resume: ByAnybody
  readonly stop_for_good: ByAnybody
  /** The customer writes anew: undoing a narrowing and extending are two of its forms. `days` 'as_it_is' leaves the end. */
  readonly change: ByName & { readonly rights: readonly RightId[]; readonly days: number | null | 'as_it_is'; readonly renew: boolean }
  readonly narrow: ByName & { readonly drop: readonly RightId[]; readonly days: number | null }
  readonly pay: ByName & { readonly payer: 'partner' | 'customer' }
  /** Of Anna; null: all that was granted. */
  readonly assign: ByName & { readonly rights: readonly RightId[] | null }
  readonly pass: { readonly days: number }
  readonly clock: unknown
}
export type Said = { readonly [Kind in keyof Words]: { readonly kind: Kind } & Words[Kind] }[keyof Words]

const of = <T>(...values: readonly T[]) => fc.constantFrom(...values)
/** Whom it can come from, most of the time, and now and then anybody. */
const from = (usual: readonly Name[]) => fc.oneof({ weight: 5, arbitrary: of(...usual) }, { weight: 1, arbitrary: of(...names) })
const partner = from(['petra', 'petra', 'paula', 'marc', 'dora of the partner'])
const customer = from(['ruth', 'ruth', 'ruth', 'dora of the customer', 'beat'])
const leaders = from([...ofPartner, ...ofCustomer])
const inbox = of<0 | 1>(0, 0, 1)
const proven = fc.oneof({ weight: 8, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })
const some = fc.subarray([...rights])
const atLeastOne = fc.subarray([...rights], { minLength: 1 })
const payer = of<Payer>(null, 'customer', 'customer', 'partner')
const days = of<number | null>(null, null, 20, 200, 400)
const asking: fc.Arbitrary<Asking> = fc
  .record({ rights: atLeastOne, firm: fc.subarray([...rights], { maxLength: 2 }), payer, days })
  .map(({ firm, ...rest }) => ({ ...rest, required: firm.filter((right) => rest.rights.includes(right)) }))
const choice: fc.Arbitrary<Choice> = fc.record({
  granted: fc.oneof(fc.constant(rights), atLeastOne, some),
  payer: of<Payer>(null, 'customer', 'customer', 'partner'),
  days,
})
const said = (kind: Said['kind'], more: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}) =>
  fc.record({ kind: fc.constant(kind), ...more }) as unknown as fc.Arbitrary<Said>

/** Every kind of command, each as often as conversations need it. */
export const everything: readonly fc.Arbitrary<Said>[] = [
  ...[0, 1, 2].map(() => said('request', { by: partner, inbox, asking })),
  said('release', { by: partner, inbox }),
  said('resend', { by: partner, inbox }),
  said('take_back', { by: partner, inbox }),
  ...[0, 1, 2, 3].map(() => said('claim', { by: customer, inbox, proven, choice })),
  said('refuse', { by: customer, inbox, proven }),
  ...[0, 1, 2].map(() => said('more', { by: partner, asking })),
  said('offer', { by: customer, asking }),
  ...[0, 1].map(() => said('counter', { by: partner, asking })),
  ...[0, 1, 2].map(() => said('answer', { by: customer, choice })),
  ...[0, 1].map(() => said('accept', { by: partner })),
  said('decline', { by: leaders }),
  said('withdraw', { by: leaders }),
  said('release_more', { by: partner }),
  said('end', { by: leaders }),
  said('suspend', {
    by: fc.oneof({ weight: 4, arbitrary: customer }, { weight: 1, arbitrary: of<Name | 'operator'>('operator') }),
  }),
  said('resume', {
    by: fc.oneof({ weight: 3, arbitrary: customer }, { weight: 1, arbitrary: of<Name | 'operator'>('operator') }),
  }),
  said('stop_for_good', { by: of<Name | 'operator'>('operator') }),
  ...[0, 1].map(() =>
    said('change', {
      by: customer,
      rights: some,
      days: of<number | null | 'as_it_is'>('as_it_is', 'as_it_is', null, 300),
      renew: fc.boolean(),
    }),
  ),
  ...[0, 1].map(() =>
    said('narrow', { by: leaders, drop: fc.subarray([...rights], { maxLength: 2 }), days: of<number | null>(null, null, 10, 250) }),
  ),
  said('pay', { by: leaders, payer: of<'partner' | 'customer'>('customer', 'customer', 'partner') }),
  said('assign', { by: partner, rights: fc.option(some, { freq: 3 }) }),
  ...[0, 1].map(() => said('pass', { days: of(1, 8, 31, 120, 366) })),
  said('clock'),
]
