// A request begun from one of the partner's own templates: its rights and terms, ready to be sent or adjusted.
import type { Terms } from '../../../domain/partnership/terms.ts'
import { type Family, isSensitive, type RightId, rightOf } from '../../../domain/rights/catalogue.ts'
import { rightsIn } from '../../../domain/rights/rights-set.ts'
import type { RequestedRight } from '../../../domain/rights/scope.ts'
import type { TemplateShown } from '../../../server/templates/contract.ts'
import { accessRows } from '../../granting/choosing.ts'
import type { Asking, Reach } from './asking.ts'
import { choosePreset, currencies, type Draft, mutable } from './draft.ts'

export function takeTemplate(draft: Draft, { id, name, version, rights, terms }: TemplateShown): Draft {
  return {
    ...draft,
    ...termsIn(draft, terms),
    template: { id, name, version, isAdjusted: false },
    asking: mutable(askingOf(rights)),
    custom: null,
  }
}

/** Back to choosing; who pays and how long stay as they are. */
export function leaveTemplate(draft: Draft): Draft {
  return choosePreset({ ...draft, template: null }, 'limited')
}

/** Rights that were asked for, as they are chosen: a reason and what stops stand once for each row. */
export function askingOf(rights: readonly RequestedRight[]): Asking {
  const said = (word: 'reason' | 'withoutIt') =>
    Object.fromEntries(rights.flatMap((row) => (row[word] ? [[rowOf(row.right), row[word]]] : [])))
  return {
    rights: rightsIn(rights),
    required: rightsIn(rights.filter(({ required }) => required)),
    reasons: said('reason'),
    withoutIt: said('withoutIt'),
    reach: Object.fromEntries(rights.flatMap(reachIn)),
  }
}

export const sensitiveCount = (rights: readonly RequestedRight[]): number => rightsIn(rights).filter(isSensitive).length

function rowOf(right: RightId): RightId {
  return accessRows().find(({ view, manage }) => right === view || right === manage)?.view ?? right
}

function reachIn({ right, scope }: RequestedRight): readonly (readonly [Family | RightId, Reach])[] {
  if (scope.kind !== 'all' && scope.kind !== 'family') return []
  return [[rightOf(right).family ?? right, scope.future ? 'all_future' : 'all_today']]
}

type TermsIn = Pick<Draft, 'payer' | 'limit' | 'currency' | 'period' | 'end' | 'lastDay' | 'days'>

export function termsIn(draft: Draft, { payer, spendingLimit, end }: Terms): TermsIn {
  const currency = currencies.find((one) => one === spendingLimit?.currency) ?? draft.currency
  return {
    payer,
    limit: spendingLimit ? String(spendingLimit.amount / 100) : '',
    currency,
    period: spendingLimit?.period ?? draft.period,
    end: end.kind,
    lastDay: end.kind === 'on' ? end.date : draft.lastDay,
    days: end.kind === 'after' ? String(end.days) : draft.days,
  }
}
