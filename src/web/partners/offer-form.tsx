// What is offered to a partner: rights as on the consent page, how long, who pays; and sent with one press.
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { termsUnchanged } from '../../domain/partnership/terms.ts'
import { rightOf } from '../../domain/rights/catalogue.ts'
import { type PresetId, presets, rightsOfPreset } from '../../domain/rights/presets.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import type { GrantedRight } from '../../domain/rights/scope.ts'
import { offerPartnership } from '../../server/partners/change-contract.ts'
import { answerSuccession } from '../../server/partners/succession-contract.ts'
import { api } from '../api.ts'
import { ChooseRights } from '../granting/choose-rights.tsx'
import { answerTo, type Choosing, nothingChosen, rightsOf, scopesByRight, startFromGrant } from '../granting/choosing.ts'
import { EndField } from '../granting/end-field.tsx'
import type { ChoosableProduct } from '../granting/judge.ts'
import { NeverList } from '../granting/never-list.tsx'
import { type ChoosableMethod, PaymentFields, paymentOf, withPayment } from '../granting/payment-fields.tsx'
import { usePaymentSentence } from '../granting/payment-sentence.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { useCommand } from '../use-command.ts'
import type { FoundPartner } from './find-partner.tsx'

export type OfferFormProps = {
  organisation: string
  partner: FoundPartner
  products: readonly ChoosableProduct[]
  methods: readonly ChoosableMethod[]
  /** What the partner that goes may do today, to begin with. */
  /** The partnership with the partner that goes: then this is the answer whether the other one shall follow. */
  succeeds?: string | undefined
  today?: readonly { readonly right: GrantedRight['right']; readonly scopes: readonly GrantedRight['scope'][] }[] | undefined
}

export function OfferForm({ organisation, partner, products, methods, today, succeeds }: OfferFormProps) {
  const t = useTexts()
  const navigate = useNavigate()
  const [preset, setPreset] = useState<PresetId | 'none'>('none')
  const [choosing, choose] = useState<Choosing>(() =>
    startFromGrant((today ?? []).flatMap(({ right, scopes }) => scopes.map((scope) => ({ right, scope })))),
  )
  const [end, setEnd] = useState(termsUnchanged.end)
  const [payment, pay] = useState(() => paymentOf(termsUnchanged, methods, 'customer'))
  const count = useMemo(() => rightsIn(rightsOf(choosing)).length, [choosing])
  const isMoney = answerTo(choosing, 'product.order') === true || answerTo(choosing, 'billing.pay') === true
  const terms = isMoney ? withPayment({ ...termsUnchanged, end }, payment) : { ...termsUnchanged, end }
  const sentence = usePaymentSentence(payment, partner.name)
  const offer = useCommand({
    run: () => {
      const wish = { rights: scopesByRight(choosing), terms: terms ?? termsUnchanged }
      return succeeds === undefined
        ? api.post(offerPartnership, '/api/o/{organisation}/partnerships', {
            params: { organisation },
            body: { partnerId: partner.id, ...wish },
          })
        : api.post(answerSuccession, '/api/o/{organisation}/partnerships/{partnership}/succession', {
            params: { organisation, partnership: succeeds },
            body: { answer: 'other', ...wish },
          })
    },
    done: () => t('partners.offer.sent', { partner: partner.name }),
    problems: 'inline',
    after: ({ partnershipId }) =>
      void navigate({
        to: '/o/$organisation/partners/$partnership',
        params: { organisation, partnership: partnershipId ?? succeeds ?? '' },
      }),
  })
  return (
    <div className="flex flex-col gap-6">
      <SectionCard title={t('consent.what', { partner: partner.name })} description={t('partners.offer.how')}>
        <div className="flex flex-col gap-6">
          <SegmentedControl<PresetId | 'none'>
            label={t('partners.offer.start')}
            value={preset}
            onChange={(chosen) => {
              setPreset(chosen)
              choose(chosen === 'none' ? nothingChosen() : startFromPreset(chosen))
            }}
            options={[
              { value: 'none', label: t('partners.offer.nothing') },
              ...offered.map((value) => ({ value, label: t(`presets.${value}`) })),
            ]}
          />
          <ChooseRights
            key={preset}
            choosing={choosing}
            onChange={choose}
            requested={[]}
            partner={partner.name}
            products={products}
            payment={sentence}
            everything
          />
          <NeverList />
        </div>
      </SectionCard>
      <SectionCard title={t('consent.how_long')}>
        <EndField end={end} startsOn={null} onChange={setEnd} />
      </SectionCard>
      {isMoney && (
        <SectionCard title={t('consent.who_pays')}>
          <PaymentFields payment={payment} onChange={pay} methods={methods} partner={partner.name} needsYes={false} />
          {payment.payer === 'partner' && <p className="mt-3 text-sm text-muted">{t('partners.offer.payer', { partner: partner.name })}</p>}
        </SectionCard>
      )}
      <div className="flex flex-col items-start gap-3">
        <p className="max-w-prose text-muted">{t('partners.offer.next', { partner: partner.name })}</p>
        <Button
          kind="primary"
          size="large"
          busy={offer.isPending}
          disabled={count === 0 || terms === undefined}
          onClick={() => offer.mutate(undefined)}
        >
          {t('partners.offer.send', { count })}
        </Button>
        {offer.error !== null && (
          <p role="alert" className="text-sm text-danger-ink">
            {problemText(t, offer.error)}
          </p>
        )}
      </div>
    </div>
  )
}

const offered = presets.filter((preset) => preset !== 'full' && preset !== 'billing_only')

/** Sensitive rights are never part of a start: each is allowed on its own. */
function startFromPreset(preset: PresetId): Choosing {
  const rights = rightsOfPreset(preset, 'customer').filter((right) => rightOf(right).sensitive === null)
  return startFromGrant(
    rights.map((right) => ({
      right,
      scope: rightOf(right).level === 'organisation' ? { kind: 'organisation' as const } : { kind: 'all' as const, future: true },
    })),
  )
}
