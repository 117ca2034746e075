// What the partner may do, to read: for administrators, who change nothing here.
import { Diamond } from 'lucide-react'
import { isSensitive } from '../../domain/rights/catalogue.ts'
import { useFormats } from '../formats.ts'
import { methodName } from '../granting/payment-fields.tsx'
import { useTexts } from '../texts.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { lastMoment } from './partner-card.tsx'
import type { PartnershipShown } from './partners-data.ts'

export function GrantedRights({ data }: { data: PartnershipShown }) {
  const t = useTexts()
  const formats = useFormats()
  const { grant, partner, paidWith } = data
  if (grant === null) return null
  const { payer, spendingLimit } = grant.terms
  const limit = spendingLimit && `${formats.money(spendingLimit)} ${t(`common.period.${spendingLimit.period}`)}`
  const pays = payer === null ? t('common.not_set') : payer === 'customer' ? t('partners.payer.you') : partner.name
  return (
    <SectionCard title={t('consent.what', { partner: partner.name })}>
      <div className="flex flex-col gap-6">
        {grant.rights.length === 0 && <p className="text-muted">{t('rights.count', { count: 0 })}</p>}
        <ul className="flex flex-col gap-2 text-sm">
          {grant.rights.map(({ right }) => (
            <li key={right} className="flex items-start gap-2">
              <Diamond
                aria-hidden="true"
                className={isSensitive(right) ? 'mt-1 size-3 shrink-0 fill-current text-warning' : 'mt-1 size-3 shrink-0 text-faint'}
              />
              {t(`rights.${right}`)}
            </li>
          ))}
        </ul>
        <DefinitionList
          items={[
            { term: t('common.until'), value: grant.notAfter === null ? t('common.no_end') : formats.longDate(lastMoment(grant.notAfter)) },
            { term: t('common.payer'), value: pays },
            ...(paidWith ? [{ term: t('common.payment_method'), value: methodName(paidWith.brand, paidWith.lastFour) }] : []),
            ...(limit ? [{ term: t('common.spending_limit'), value: limit }] : []),
          ]}
        />
      </div>
    </SectionCard>
  )
}
