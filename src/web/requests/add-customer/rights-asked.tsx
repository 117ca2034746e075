// The rights of a request as short lines: what, how far, whether it is needed, on which products, and the reason.
import { Diamond } from 'lucide-react'
import { type RightId, rightOf } from '../../../domain/rights/catalogue.ts'
import { nameOfRow } from '../../granting/access-row-field.tsx'
import { accessRows, sensitiveRights } from '../../granting/choosing.ts'
import { Quotes } from '../../granting/quotes.tsx'
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
  isSensitive: boolean
}

export function RightsAsked({ asking }: { asking: Asking }) {
  const t = useTexts()
  return (
    <ul className="flex flex-col gap-2">
      {linesOf(t, asking).map(({ id, name, level, need, reach, reason, isSensitive }) => (
        <li key={id} className="flex flex-col gap-1">
          <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
            {isSensitive && <Diamond aria-hidden="true" className="size-3 shrink-0 self-center fill-current text-warning" />}
            <span className="min-w-0">{level === null ? name : t('add-customer.check.line', { what: name, level })}</span>
            {isSensitive && <Badge tone="warning">{t('rights.sensitive')}</Badge>}
            {need !== null && <Badge tone="info">{need}</Badge>}
          </span>
          {reach !== null && <span className="text-xs text-muted">{reach}</span>}
          <Quotes reasons={reason === null ? [] : [reason]} />
        </li>
      ))}
    </ul>
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
      reason: requested.find(({ right, reason }) => (right === view || right === manage) && reason !== null)?.reason ?? null,
    }
  }
  const rows = accessRows.flatMap((row) => {
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
  const single = sensitiveRights
    .filter((right) => asking.rights.includes(right))
    .map((right) => ({ ...about(right, null), name: t(`rights.${right}.name`), level: null, isSensitive: true }))
  return [...rows, ...single]
}
