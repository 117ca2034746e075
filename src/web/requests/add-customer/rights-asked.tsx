// The rights of a request as short lines: what, how far, whether it is needed, on which products, and the reason.
import { Diamond } from 'lucide-react'
import { type RightId, rightOf } from '../../../domain/rights/catalogue.ts'
import { nameOfRow } from '../../granting/access-row-field.tsx'
import { accessRows, sensitiveRights } from '../../granting/choosing.ts'
import { Quotes, WithoutIt } from '../../granting/quotes.tsx'
import { type Translate, useTexts } from '../../texts.tsx'
import { Badge } from '../../ui/status.tsx'
import { type Asking, firmnessOf, levelAskedFor, reachOf, requestedRights } from './asking.ts'

type Line = {
  id: RightId
  name: string
  level: string | null
  need: string | null
  reach: string | null
  reason: string | null
  withoutIt: string | null
  isSensitive: boolean
}

export function RightsAsked({ asking }: { asking: Asking }) {
  const t = useTexts()
  const lines = linesOf(t, asking)
  return (
    <>
      <ul className="flex flex-col gap-2">
        {lines.map((line) => (
          <RightLine key={line.id} line={line} />
        ))}
      </ul>
      {lines.some(({ reason, withoutIt }) => reason !== null || withoutIt !== null) && (
        <p className="mt-2 text-xs text-muted">{t('add-customer.check.reasons')}</p>
      )}
    </>
  )
}

function RightLine({ line: { name, level, need, reach, reason, withoutIt, isSensitive } }: { line: Line }) {
  const t = useTexts()
  return (
    <li className="flex flex-col gap-1">
      <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="flex min-w-0 items-start gap-2">
          {isSensitive && <Diamond aria-hidden="true" className="mt-1 size-3 shrink-0 fill-current text-warning" />}
          {level === null ? name : t('add-customer.check.line', { what: name, level })}
        </span>
        {isSensitive && <Badge tone="warning">{t('rights.sensitive')}</Badge>}
        {need !== null && <Badge tone="info">{need}</Badge>}
      </span>
      {reach !== null && <span className="text-xs text-muted">{reach}</span>}
      <Quotes reasons={reason === null ? [] : [reason]} />
      <WithoutIt texts={withoutIt === null ? [] : [withoutIt]} />
    </li>
  )
}

function linesOf(t: Translate, asking: Asking): readonly Line[] {
  const requested = requestedRights(asking)
  const about = (view: RightId, manage: RightId | null) => {
    const firmness = firmnessOf(asking, view, manage)
    const { level, family } = rightOf(view)
    const reach = reachOf(asking, family ?? view)
    return {
      id: view,
      need: firmness === 'optional' ? null : t(`add-customer.need.${firmness}`),
      reach: level === 'organisation' || reach === 'customer_chooses' ? null : t(`add-customer.reach.${reach}`),
      withoutIt: requested.find(({ right, withoutIt }) => (right === view || right === manage) && withoutIt)?.withoutIt ?? null,
      reason: requested.find(({ right, reason }) => (right === view || right === manage) && reason !== null)?.reason ?? null,
    }
  }
  const rows = accessRows().flatMap((row) => {
    const level = levelAskedFor(asking, row)
    if (level === 'no') return []
    return [
      {
        ...about(row.view, level === 'manage' ? row.manage : null),
        name: nameOfRow(t, row),
        level: t(`rights.level.${level}`),
        isSensitive: false,
      },
    ]
  })
  const single = sensitiveRights()
    .filter((right) => asking.rights.includes(right))
    .map((right) => ({ ...about(right, null), name: t(`rights.${right}.name`), level: null, isSensitive: true }))
  return [...rows, ...single]
}
