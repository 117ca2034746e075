// A grant while it is being changed on screen: what would be different, and in which way it has to be saved.
import { isSameEnd, type Terms } from '../../domain/partnership/terms.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { notIn, rightsIn } from '../../domain/rights/rights-set.ts'
import type { FindProduct, GrantedRight } from '../../domain/rights/scope.ts'
import { dayMs } from '../../domain/time.ts'
import { type Choosing, rightsOf, startFromGrant } from '../granting/choosing.ts'
import { type Payment, paymentOf, withPayment } from '../granting/payment-fields.tsx'
import type { PartnershipShown } from './partners-data.ts'

type Grant = NonNullable<PartnershipShown['grant']>

export type Draft = { readonly choosing: Choosing; readonly end: Terms['end']; readonly payment: Payment; readonly renew: boolean }

export function draftOf(grant: Grant, methods: PartnershipShown['paymentMethods']): Draft {
  const { terms } = grant
  const payment = { ...paymentOf(terms, methods, null), methodId: terms.paymentMethodId }
  return { choosing: startFromGrant(inForce(grant)), end: terms.end, payment, renew: false }
}

export const inForce = ({ rights }: Pick<Grant, 'rights'>): readonly GrantedRight[] =>
  rights.flatMap(({ right, scopes }) => scopes.map((scope) => ({ right, scope })))

export type Changes = {
  readonly added: readonly RightId[]
  readonly removed: readonly RightId[]
  /** Rights that stay, on other products than before. */
  readonly elsewhere: readonly RightId[]
  readonly end: boolean
  readonly payment: boolean
  /** The partner would have to agree to pay. */
  readonly asksPartner: boolean
  readonly renew: boolean
  /** `narrow` holds at once without another sign-in; `write` is the grant written anew; `ask` leaves it as it is. */
  readonly save: 'nothing' | 'narrow' | 'write' | 'ask'
}

export function changesOf(grant: Grant, start: Draft, draft: Draft, find: FindProduct, now: number): Changes {
  const before = inForce(grant)
  const after = rightsOf(draft.choosing)
  const [had, has] = [rightsIn(before), rightsIn(after)]
  const more = notIn(after, before, find)
  const less = notIn(before, after, find)
  const end = !isSameEnd(draft.end, start.end)
  const asksPartner = draft.payment.payer === 'partner' && start.payment.payer !== 'partner'
  const payment = !asksPartner && !isSamePayment(draft.payment, start.payment)
  const isLater = end && isEndLater(grant, draft.end, now)
  const isDifferent = more.length + less.length > 0 || end || payment || draft.renew
  const writes = more.length > 0 || payment || isLater || draft.renew
  return {
    added: has.filter((right) => !had.includes(right)),
    removed: had.filter((right) => !has.includes(right)),
    elsewhere: rightsIn([...more, ...less]).filter((right) => had.includes(right) && has.includes(right)),
    end,
    payment,
    asksPartner,
    renew: draft.renew,
    save: isDifferent ? (writes ? 'write' : 'narrow') : asksPartner ? 'ask' : 'nothing',
  }
}

/** The terms to write: a payer that has to agree first is asked afterwards. Undefined while the limit cannot be read. */
export function termsToWrite(grant: Grant, start: Draft, draft: Draft): Terms | undefined {
  const asksPartner = draft.payment.payer === 'partner' && start.payment.payer !== 'partner'
  return withPayment({ ...grant.terms, end: draft.end }, asksPartner ? start.payment : draft.payment)
}

function isSamePayment(one: Payment, other: Payment): boolean {
  return one.payer === other.payer && one.methodId === other.methodId && one.limit === other.limit && one.period === other.period
}

function isEndLater({ notAfter }: Grant, end: Terms['end'], now: number): boolean {
  if (notAfter === null) return false
  if (end.kind === 'none') return true
  const wanted = end.kind === 'after' ? now + end.days * dayMs : new Date(`${end.date}T00:00:00`).getTime() + dayMs
  return wanted > new Date(notAfter).getTime()
}
