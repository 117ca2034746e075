// One prepared request: for whom, at which address, which rights, by whom; and once it was released, what became of it.

import type { z } from 'zod'
import { isSensitive, type RightId, rightIds } from '../../domain/rights/catalogue.ts'
import type { releaseRequests } from '../../server/requests/contract.ts'
import type { listPrepared } from '../../server/requests/prepared-contract.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Badge, Status } from '../ui/status.tsx'

export type Prepared = z.output<typeof listPrepared.answer>['requests'][number]
export type ReleaseResult = z.output<typeof releaseRequests.answer>['results'][number]['result']

export type PreparedRequestProps = {
  request: Prepared
  result: ReleaseResult | undefined
  /** Undefined where there is nothing to choose. */
  checked: boolean | undefined
  disabled: boolean
  onCheck: (on: boolean) => void
}

export function PreparedRequest({ request, result, checked, disabled, onCheck }: PreparedRequestProps) {
  const t = useTexts()
  const formats = useFormats()
  const { name, sentTo, rights, preparedBy, preparedAt } = request
  const title = <span className="font-medium wrap-anywhere text-ink">{name}</span>
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      {checked === undefined ? (
        <p className="text-sm">{title}</p>
      ) : (
        <Checkbox label={title} {...{ checked, disabled }} onChange={onCheck} />
      )}
      <div className={checked === undefined ? 'flex flex-col gap-1 text-sm text-muted' : 'flex flex-col gap-1 pl-6.5 text-sm text-muted'}>
        {result !== undefined && (
          <span className="text-ink">
            <Status tone={result === 'sent' ? 'success' : 'warning'} mark={result === 'sent' ? 'full' : 'half'}>
              {t(`add-customer.release.result.${result}`)}
            </Status>
          </span>
        )}
        {sentTo !== null && sentTo !== name && <span className="wrap-anywhere">{sentTo}</span>}
        <span>{t('add-customer.release.by', { person: preparedBy, date: formats.date(preparedAt) })}</span>
        <Disclosure summary={<Count rights={rights} />}>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {rightIds
              .filter((right) => rights.includes(right))
              .map((right) => (
                <li key={right}>{t(`rights.${right}.name`)}</li>
              ))}
          </ul>
        </Disclosure>
      </div>
    </li>
  )
}

function Count({ rights }: { rights: readonly RightId[] }) {
  const t = useTexts()
  const sensitive = rights.filter(isSensitive).length
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {t('rights.count', { count: rights.length })}
      {sensitive > 0 && <Badge tone="warning">{t('add-customer.sensitive_count', { count: sensitive })}</Badge>}
    </span>
  )
}
