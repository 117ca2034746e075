// The form for changing a grant: rights, duration, payment, and below what would be saved.
import { useMemo, useState } from 'react'
import { askToPay, changeGrant, narrowRights } from '../../server/partners/change-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { ChooseRights } from '../granting/choose-rights.tsx'
import { answerTo, scopesByRight } from '../granting/choosing.ts'
import { EndField } from '../granting/end-field.tsx'
import { findAmong } from '../granting/judge.ts'
import { PaymentFields } from '../granting/payment-fields.tsx'
import { usePaymentSentence } from '../granting/payment-sentence.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useCommand } from '../use-command.ts'
import { changesOf, type Draft, draftOf, termsToWrite } from './draft.ts'
import { LookAsPartner } from './look-as-partner.tsx'
import { lastMoment } from './partner-card.tsx'
import type { Of, PartnershipShown } from './partners-data.ts'
import { SaveBar } from './save-bar.tsx'
import { SensitiveEnd } from './sensitive-end.tsx'
import { takeBack } from './undo-banner.tsx'
import { useNarrowingFollows } from './what-closes.tsx'

export type GrantFormProps = {
  of: Of
  data: PartnershipShown
  grant: NonNullable<PartnershipShown['grant']>
  onChanged: (changed: boolean) => void
  /** Somebody else has changed it meanwhile: it cannot be saved. */
  isOld: boolean
}

export function GrantForm({ of, data, grant, onChanged, isOld }: GrantFormProps) {
  const t = useTexts()
  const { partner, products, paymentMethods } = data
  const formats = useFormats()
  const [now] = useState(() => Date.now())
  const [start] = useState(() => draftOf(grant, paymentMethods))
  const [draft, setDraft] = useState(start)
  const changes = useMemo(() => changesOf(grant, start, draft, findAmong(products), now), [grant, start, draft, products, now])
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    onChanged(changesOf(grant, start, next, findAmong(products), now).save !== 'nothing')
  }
  const discard = () => {
    setDraft(start)
    onChanged(false)
  }
  /** One question at a time. */
  const isAsked = data.proposal !== null
  const terms = termsToWrite(grant, start, draft)
  const isMoney =
    grant.terms.payer !== null || answerTo(draft.choosing, 'product.order') === true || answerTo(draft.choosing, 'billing.pay') === true
  const sentence = usePaymentSentence(draft.payment, partner.name)
  const less = { version: grant.version, keep: scopesByRight(draft.choosing), end: changes.end ? draft.end : null }
  const follows = useNarrowingFollows(of, changes.save === 'narrow' ? less : undefined)
  const save = useCommand({
    run: async () => {
      const path = '/api/o/{organisation}/partnerships/{partnership}'
      let { version } = grant
      if (changes.save === 'narrow') {
        version = (await api.post(narrowRights, `${path}/narrow`, { params: of, body: less })).version
      }
      if (changes.save === 'write') {
        const body = { version, rights: less.keep, terms: terms ?? grant.terms, renew: draft.renew }
        version = (await api.put(changeGrant, `${path}/grant`, { params: of, body })).version
      }
      if (changes.asksPartner) await api.post(askToPay, `${path}/ask-to-pay`, { params: of, body: { version } })
      return version
    },
    done: () => t(changes.asksPartner ? 'partners.saved.asked' : 'partners.saved', { partner: partner.name }),
    ...(changes.save === 'narrow' && !changes.asksPartner ? { undo: (version: number) => takeBack(of, version) } : {}),
    problems: 'inline',
    after: () => {
      // A question alone makes no new version: the form goes back to what is in force.
      if (changes.save === 'ask') setDraft(start)
      onChanged(false)
    },
  })
  return (
    <SectionCard title={t('consent.what', { partner: partner.name })} description={t('partners.rights.how')}>
      <div className="flex flex-col gap-8">
        <ChooseRights
          choosing={draft.choosing}
          onChange={(choose) => change({ choosing: choose(draft.choosing) })}
          requested={[]}
          partner={partner.name}
          products={products}
          payment={sentence}
          othersWhy={t('partners.rights.others', { partner: partner.name })}
        />
        <LookAsPartner of={of} partner={partner.name} rights={scopesByRight(draft.choosing)} />
        <SensitiveEnd grant={grant} renew={draft.renew} onRenew={(renew) => change({ renew })} />
        <section className="flex flex-col gap-3">
          <h3 className="font-semibold">{t('consent.how_long')}</h3>
          {grant.notAfter !== null && <p>{t('partners.until_now', { date: formats.longDate(lastMoment(grant.notAfter)) })}</p>}
          <EndField end={draft.end} startsOn={grant.terms.startsOn} onChange={(end) => change({ end })} />
        </section>
        {isMoney && (
          <section className="flex flex-col gap-3">
            <h3 className="font-semibold">{t('consent.who_pays')}</h3>
            <PaymentFields
              payment={draft.payment}
              onChange={(payment) => change({ payment })}
              methods={paymentMethods}
              partner={partner.name}
              needsYes={false}
            />
            {changes.asksPartner && (
              <Banner tone={isAsked ? 'warning' : 'info'}>
                {t(isAsked ? 'partners.payer.asked' : 'partners.payer.needs_yes', { partner: partner.name })}
              </Banner>
            )}
          </section>
        )}
      </div>
      <SaveBar
        follows={follows}
        changes={changes}
        busy={save.isPending}
        error={save.error}
        disabled={isOld || terms === undefined || (changes.asksPartner && isAsked)}
        onSave={() => save.mutate(undefined)}
        onDiscard={discard}
      />
    </SectionCard>
  )
}
