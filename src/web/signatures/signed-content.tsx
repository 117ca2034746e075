// Exactly what is signed: every right, what is new, what ends, until when and who pays.

import { useQuery } from '@tanstack/react-query'
import { Diamond } from 'lucide-react'
import type { z } from 'zod'
import { isSensitive } from '../../domain/rights/catalogue.ts'
import { getBilling } from '../../server/billing/contract.ts'
import { listProducts } from '../../server/products/contract.ts'
import type { getSignature } from '../../server/signatures/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { methodName } from '../granting/payment-fields.tsx'
import { scopesInWords } from '../granting/scopes-in-words.ts'
import { HeldRights } from '../successions/held-rights.tsx'
import { useTexts } from '../texts.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { lengthOf } from '../visits/length-of.ts'

type Signature = z.output<typeof getSignature.answer>

export function SignedContent({ organisation, data }: { organisation: string; data: Signature }) {
  const t = useTexts()
  const formats = useFormats()
  const own = useQuery(api.query(listProducts, '/api/o/{organisation}/products', { params: { organisation }, query: {} }))
  const products = own.data?.products ?? []
  const { added, removed, terms, opens, settings, people, untold, named, dismissed, visitLimits, held, inPlaceOf } = data
  const rights = held.length > 0 ? [] : data.rights
  const fresh = rights.filter(({ right }) => added.includes(right))
  const kept = rights.filter(({ right }) => !added.includes(right))
  return (
    <SectionCard title={t('signatures.content')}>
      <div className="flex flex-col gap-4">
        {inPlaceOf !== null && <p>{t('signatures.in_place_of', { partner: data.partner ?? '', before: inPlaceOf })}</p>}
        {held.length > 0 && <HeldRights organisation={organisation} held={held} inFull />}
        {opens && <p>{t('signatures.opens')}</p>}
        {settings.length > 0 && (
          <div className="flex flex-col gap-1.5">
            <p>{t('signatures.settings', { count: settings.length })}</p>
            <ul className="list-disc pl-5 text-sm">
              {settings.map((setting) => (
                <li key={setting}>{t(`signatures.setting.${setting}`)}</li>
              ))}
            </ul>
          </div>
        )}
        {people.length > 0 && <p>{t('signatures.people', { people: formats.list(people) })}</p>}
        {untold.length > 0 && <p>{t('signatures.untold', { people: formats.list(untold) })}</p>}
        {named.length > 0 && <p>{t('signatures.named', { people: formats.list(named) })}</p>}
        {dismissed.length > 0 && <p>{t('signatures.dismissed', { people: formats.list(dismissed) })}</p>}
        {visitLimits && (
          <p>
            {t('signatures.visit_limits', { hours: lengthOf(t, visitLimits.hours * 60), minutes: lengthOf(t, visitLimits.idleMinutes) })}
          </p>
        )}
        {fresh.length > 0 && <Rights title={t('signatures.added', { count: fresh.length })} rights={fresh} products={products} />}
        {kept.length > 0 && (
          <Disclosure summary={t('signatures.kept', { count: kept.length })} open={fresh.length === 0}>
            <Rights rights={kept} products={products} />
          </Disclosure>
        )}
        {removed.length > 0 && <p className="text-sm text-muted">{t('signatures.removed', { count: removed.length })}</p>}
        {terms && <Terms organisation={organisation} terms={terms} partner={data.partner ?? ''} ends={held.length === 0} />}
      </div>
    </SectionCard>
  )
}

type RightsProps = {
  title?: string
  rights: Signature['rights']
  products: Parameters<typeof scopesInWords>[3]
}

function Rights({ title, rights, products }: RightsProps) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <div className="flex flex-col gap-2 text-sm">
      {title !== undefined && <h3 className="font-medium">{title}</h3>}
      <ul className="flex flex-col gap-2">
        {rights.map(({ right, scopes }) => (
          <li key={right} className="flex items-start gap-2">
            <Diamond
              aria-hidden="true"
              className={isSensitive(right) ? 'mt-1 size-3 shrink-0 fill-current text-warning' : 'mt-1 size-3 shrink-0 text-faint'}
            />
            <span>
              {t(`rights.${right}`)}
              <span className="block text-muted">{scopesInWords(t, formats, scopes, products)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

type TermsProps = { organisation: string; terms: NonNullable<Signature['terms']>; partner: string; ends: boolean }

function Terms({ organisation, terms, partner, ends }: TermsProps) {
  const t = useTexts()
  const billing = useQuery(api.query(getBilling, '/api/o/{organisation}/billing', { params: { organisation } }))
  const formats = useFormats()
  const { startsOn, end, payer, paymentMethodId, spendingLimit } = terms
  const until =
    end.kind === 'none' ? t('common.no_end') : end.kind === 'on' ? formats.longDate(end.date) : t('signatures.days', { count: end.days })
  const begins = startsOn === null ? '' : t('consent.starts_on', { date: formats.longDate(startsOn) })
  const method = billing.data?.paymentMethods.find(({ id }) => id === paymentMethodId)
  const pays = payer === null ? t('common.not_set') : payer === 'customer' ? t('partners.payer.you') : partner
  return (
    <DefinitionList
      items={[
        ...(ends ? [{ term: t('common.until'), value: startsOn === null ? until : `${until} (${begins})` }] : []),
        { term: t('common.payer'), value: pays },
        ...(method ? [{ term: t('common.payment_method'), value: methodName(method.brand, method.lastFour) }] : []),
        ...(spendingLimit
          ? [{ term: t('common.spending_limit'), value: `${formats.money(spendingLimit)} ${t(`common.period.${spendingLimit.period}`)}` }]
          : []),
      ]}
    />
  )
}
