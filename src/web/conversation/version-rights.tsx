// The rights of one version as they were asked for: how firmly, why, and what stops working without them.
import type { RequestedRight } from '../../domain/rights/scope.ts'
import { Quotes, WithoutIt } from '../granting/quotes.tsx'
import { useTexts } from '../texts.tsx'
import { Badge } from '../ui/status.tsx'

export function VersionRights({ rights }: { rights: readonly RequestedRight[] }) {
  const t = useTexts()
  const rows = rights.filter(({ right }, index) => rights.findIndex((row) => row.right === right) === index)
  return (
    <ul className="flex flex-col gap-2">
      {rows.map(({ right, required, reason, withoutIt }) => (
        <li key={right} className="flex flex-col gap-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {t(`rights.${right}.name`)}
            {required && <Badge tone="info">{t('rights.requirement.required')}</Badge>}
          </span>
          <Quotes reasons={reason === null ? [] : [reason]} />
          <WithoutIt texts={withoutIt ? [withoutIt] : []} />
        </li>
      ))}
    </ul>
  )
}
