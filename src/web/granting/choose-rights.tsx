// The whole choice: a row for each family and matter, sensitive rights one by one below, and everything else behind "Grant something else".
import { useState } from 'react'
import { useTexts } from '../texts.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { AccessRowField } from './access-row-field.tsx'
import { isAsked, levelAsked } from './asked.ts'
import { type AccessRow, accessRows, answerTo, levelOf, sensitiveRights } from './choosing.ts'
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

export function ChooseRights({ payment, everything = false, othersWhy, askedOnly = false, ...props }: ChooseRightsProps) {
  const t = useTexts()
  const { requested, partner } = props
  const { choosing } = props
  const [startedWith] = useState(choosing)
  const isFirst = (row: AccessRow) => everything || levelAsked(requested, row) !== 'no' || levelOf(startedWith, row) !== 'no'
  const firstSensitive = sensitiveRights().filter(
    (right) => everything || isAsked(requested, right) || answerTo(startedWith, right) === true,
  )
  const otherRows = accessRows().filter((row) => !isFirst(row))
  const otherSensitive = sensitiveRights().filter((right) => !firstSensitive.includes(right))
  return (
    <div className="flex flex-col gap-8">
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {accessRows()
          .filter(isFirst)
          .map((row) => (
            <AccessRowField key={row.id} row={row} {...props} />
          ))}
      </ul>
      {firstSensitive.length > 0 && (
        <section className="flex flex-col gap-3">
          <SensitiveTitle />
          <ul className="flex flex-col divide-y divide-line border-y border-line">
            {firstSensitive.map((right) => (
              <SensitiveRightField key={right} right={right} payment={payment} {...props} />
            ))}
          </ul>
        </section>
      )}
      {!askedOnly && otherRows.length + otherSensitive.length > 0 && (
        <Disclosure summary={t('consent.something_else')}>
          <p className="text-sm text-muted">{othersWhy ?? t('consent.something_else.why', { partner })}</p>
          <ul className="mt-3 flex flex-col divide-y divide-line border-y border-line">
            {otherRows.map((row) => (
              <AccessRowField key={row.id} row={row} {...props} />
            ))}
            {otherSensitive.map((right) => (
              <SensitiveRightField key={right} right={right} payment={payment} {...props} />
            ))}
          </ul>
        </Disclosure>
      )}
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
