// Exactly what is signed: every right, what is new, what ends, until when and who pays.
import { Diamond } from 'lucide-react'
import type { z } from 'zod'
import { isSensitive } from '../../domain/rights/catalogue.ts'
import type { getSignature } from '../../server/signatures/contract.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Badge } from '../ui/status.tsx'

type Signature = z.output<typeof getSignature.answer>

export function SignedContent({ data }: { data: Signature }) {
  const t = useTexts()
  const { rights, added, removed, terms, opens, settings } = data
  return (
    <SectionCard title={t('signatures.content')}>
      <div className="flex flex-col gap-4">
        {opens && <p>{t('signatures.opens')}</p>}
        {settings.length > 0 && <p>{t('signatures.settings', { count: settings.length })}</p>}
        {rights.length > 0 && (
          <ul className="flex flex-col gap-2 text-sm">
            {rights.map(({ right }) => (
              <li key={right} className="flex items-start gap-2">
                <Diamond
                  aria-hidden="true"
                  className={isSensitive(right) ? 'mt-1 size-3 shrink-0 fill-current text-warning' : 'mt-1 size-3 shrink-0 text-faint'}
                />
                <span>
                  {t(`rights.${right}`)} {added.includes(right) && <Badge>{t('signatures.new')}</Badge>}
                </span>
              </li>
            ))}
          </ul>
        )}
        {removed.length > 0 && <p className="text-sm text-muted">{t('signatures.removed', { count: removed.length })}</p>}
        {terms && <Terms terms={terms} partner={data.partner ?? ''} />}
      </div>
    </SectionCard>
  )
}

function Terms({ terms, partner }: { terms: NonNullable<Signature['terms']>; partner: string }) {
  const t = useTexts()
  const formats = useFormats()
  const { end, payer, spendingLimit } = terms
  const until =
    end.kind === 'none' ? t('common.no_end') : end.kind === 'on' ? formats.longDate(end.date) : t('signatures.days', { count: end.days })
  const pays = payer === null ? t('common.not_set') : payer === 'customer' ? t('partners.payer.you') : partner
  return (
    <DefinitionList
      items={[
        { term: t('common.until'), value: until },
        { term: t('common.payer'), value: pays },
        ...(spendingLimit
          ? [{ term: t('common.spending_limit'), value: `${formats.money(spendingLimit)} ${t(`common.period.${spendingLimit.period}`)}` }]
          : []),
      ]}
    />
  )
}
