// The whole choice: a row for each family and matter, sensitive rights one by one below, and everything else behind "Grant something else".
import { useMemo, useState } from 'react'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { Scope } from '../../domain/rights/scope.ts'
import { useTexts } from '../texts.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Later } from '../ui/later.tsx'
import { AccessRowField } from './access-row-field.tsx'
import { isAsked, levelAsked } from './asked.ts'
import { type AccessRow, accessRows, answerTo, familyOf, levelOf, sensitiveRights } from './choosing.ts'
import type { ChoosingProps } from './choosing-props.ts'
import { type PaymentSentence, SensitiveRightField } from './sensitive-right-field.tsx'

export type ChooseRightsProps = ChoosingProps & {
  payment: PaymentSentence
  /** Nobody asked: every row stands in the open. */
  everything?: boolean | undefined
  /** What the rights behind "Grant something else" are, where nobody asked for the others. */
  othersWhy?: string | undefined
  /** Only what was asked for is open to choice. */
  askedOnly?: boolean | undefined
}

/** As many rows as may be in the window when the page opens. */
const atOnce = 2
const noReach: readonly Scope[] = []

export function ChooseRights({
  payment,
  everything = false,
  othersWhy,
  askedOnly = false,
  choosing,
  products,
  ...props
}: ChooseRightsProps) {
  const t = useTexts()
  const { requested, partner } = props
  const [startedWith] = useState(choosing)
  const rows = useMemo(() => accessRows(), [])
  const isFirst = (row: AccessRow) => everything || levelAsked(requested, row) !== 'no' || levelOf(startedWith, row) !== 'no'
  const firstRows = rows.filter(isFirst)
  const firstSensitive = sensitiveRights().filter(
    (right) => everything || isAsked(requested, right) || answerTo(startedWith, right) === true,
  )
  const otherRows = rows.filter((row) => !isFirst(row))
  const otherSensitive = sensitiveRights().filter((right) => !firstSensitive.includes(right))
  const rowField = (row: AccessRow) => {
    const family = familyOf(row)
    const reach = family === null ? noReach : choosing.reach[family]
    return <AccessRowField key={row.id} level={levelOf(choosing, row)} {...{ row, reach, products, ...props }} />
  }
  const sensitiveField = (right: RightId) => (
    <SensitiveRightField
      key={right}
      right={right}
      answer={answerTo(choosing, right)}
      payment={right === 'product.order' ? payment : null}
      {...props}
    />
  )
  return (
    <div className="flex flex-col gap-8">
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {firstRows.slice(0, atOnce).map(rowField)}
        <Later>{firstRows.slice(atOnce).map(rowField)}</Later>
      </ul>
      <Later>
        {firstSensitive.length > 0 && (
          <section className="flex flex-col gap-3">
            <SensitiveTitle />
            <ul className="flex flex-col divide-y divide-line border-y border-line">{firstSensitive.map(sensitiveField)}</ul>
          </section>
        )}
        {!askedOnly && otherRows.length + otherSensitive.length > 0 && (
          <Disclosure summary={t('consent.something_else')}>
            <p className="text-sm text-muted">{othersWhy ?? t('consent.something_else.why', { partner })}</p>
            <ul className="mt-3 flex flex-col divide-y divide-line border-y border-line">
              {otherRows.map(rowField)}
              {otherSensitive.map(sensitiveField)}
            </ul>
          </Disclosure>
        )}
      </Later>
    </div>
  )
}

function SensitiveTitle() {
  const t = useTexts()
  return (
    <header className="flex flex-col gap-1">
      <h3 className="font-semibold">{t('consent.sensitive.title')}</h3>
      <p className="max-w-prose text-sm text-muted">{t('consent.sensitive.why')}</p>
    </header>
  )
}
