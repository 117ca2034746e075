// Rights that pass on as they are: which, on what, and each with its own end, those that end first at the top.
import { useQuery } from '@tanstack/react-query'
import { Diamond } from 'lucide-react'
import type { z } from 'zod'
import { isSensitive } from '../../domain/rights/catalogue.ts'
import type { heldRight } from '../../server/partnerships/contract.ts'
import { listProducts } from '../../server/products/contract.ts'
import { api } from '../api.ts'
import { type Formats, useFormats } from '../formats.ts'
import { scopesInWords } from '../granting/scopes-in-words.ts'
import { lastMoment } from '../partners/partner-card.tsx'
import { type Translate, useTexts } from '../texts.tsx'

type Held = z.output<typeof heldRight>
/** `inFull`: what each right means, in a sentence. */
type Props = { organisation: string; held: readonly Held[]; inFull?: boolean }

export function HeldRights({ organisation, held, inFull = false }: Props) {
  const t = useTexts()
  const formats = useFormats()
  const own = useQuery(api.query(listProducts, '/api/o/{organisation}/products', { params: { organisation }, query: {} }))
  return (
    <div className="flex flex-col gap-4 text-sm text-ink">
      {periodsOf(held).map(({ key, period, rows }) => (
        <div key={key} className="flex flex-col gap-1.5">
          <h3 className="font-medium">{periodInWords(t, formats, period)}</h3>
          <ul className="flex flex-col gap-1.5">
            {rows.map(({ right, scope }) => (
              <li key={`${right}:${JSON.stringify(scope)}`} className="flex items-start gap-2">
                <Diamond
                  aria-hidden="true"
                  className={isSensitive(right) ? 'mt-1 size-3 shrink-0 fill-current text-warning' : 'mt-1 size-3 shrink-0 text-faint'}
                />
                <span className="min-w-0">
                  {t(inFull ? `rights.${right}` : `rights.${right}.name`)}{' '}
                  <span className={inFull ? 'block text-muted' : 'text-muted'}>
                    {scopesInWords(t, formats, [scope], own.data?.products ?? [])}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function periodsOf(held: readonly Held[]) {
  const found = Map.groupBy(held, ({ from, until }) => `${until ?? '9999'} ${from ?? ''}`)
  return [...found]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, rows]) => (rows[0] ? [{ key, period: rows[0], rows }] : []))
}

function periodInWords(t: Translate, formats: Formats, { from, until }: Held): string {
  const end = until === null ? '' : formats.longDate(lastMoment(until))
  if (from === null) return until === null ? t('common.no_end') : t('successions.held.until', { date: end })
  return t('successions.held.from', { from: formats.longDate(from), ends: until === null ? 'no' : 'yes', date: end })
}
