// Who pays with what and up to how much, from when until when: as granted, and what was asked where it differs.
import type { ReactNode } from 'react'
import { mayDo } from '../../domain/who-may.ts'
import { useFormats } from '../formats.ts'
import { useMe } from '../shell/me.ts'
import { useTexts } from '../texts.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import type { ProfileProps } from './customer-profile.tsx'
import { StopPaying } from './stop-paying.tsx'

export function TermsCard({ organisation, customer, profile }: ProfileProps) {
  const t = useTexts()
  const role = useMe().organisations.find(({ id }) => id === organisation)?.role
  const { granted } = profile
  const terms = granted?.terms ?? profile.requestedTerms
  if (!terms) return null
  const isPaying = granted?.terms.payer === 'partner' && customer.status !== 'ended'
  const mayStop = role !== undefined && mayDo('change_payer', { side: 'partner', role })
  return (
    <SectionCard
      title={t('customer-profile.terms.title')}
      actions={isPaying && mayStop && <StopPaying organisation={organisation} customer={customer} />}
    >
      <DefinitionList
        items={[
          { term: t('common.payer'), value: <PaidBy {...profile} /> },
          ...(granted ? [{ term: t('common.payment_method'), value: <Method {...profile} /> }] : []),
          { term: t('common.spending_limit'), value: <Limit limit={terms.spendingLimit} /> },
          { term: t('customer-profile.terms.from'), value: <From {...profile} /> },
          { term: t('common.until'), value: <Until {...profile} endedAt={customer.status === 'ended' ? customer.statusSince : null} /> },
          ...(granted ? [{ term: t('customer-profile.terms.version.label'), value: <Version {...granted} /> }] : []),
        ]}
      />
    </SectionCard>
  )
}

type Profile = ProfileProps['profile']

function PaidBy({ granted, requestedTerms }: Profile) {
  const t = useTexts()
  const name = (payer: 'customer' | 'partner' | null | undefined) => (payer ? t(`customer-profile.terms.payer.${payer}`) : '–')
  const payer = (granted?.terms ?? requestedTerms)?.payer
  const differs = granted && requestedTerms && requestedTerms.payer !== granted.terms.payer
  return <Stacked below={differs && t('customer-profile.terms.payer.asked', { payer: name(requestedTerms.payer) })}>{name(payer)}</Stacked>
}

function Method({ paymentMethod }: Profile) {
  const t = useTexts()
  if (!paymentMethod) return t('common.not_set')
  const { brand, lastFour } = paymentMethod
  return lastFour === null ? brand : t('customer-profile.terms.method.card', { brand, lastFour })
}

function Limit({ limit }: { limit: NonNullable<Profile['requestedTerms']>['spendingLimit'] }) {
  const t = useTexts()
  const formats = useFormats()
  if (!limit) return t('customer-profile.terms.no_limit')
  return t('customer-profile.terms.limit', { amount: formats.money(limit), period: t(`common.period.${limit.period}`) })
}

function From({ granted, requestedTerms }: Profile) {
  const t = useTexts()
  const formats = useFormats()
  if (granted) return formats.date(granted.startsAt)
  return requestedTerms?.startsOn ? formats.date(requestedTerms.startsOn) : t('customer-profile.terms.from.approval')
}

function Until({ granted, requestedTerms, endedAt }: Profile & { endedAt: string | null }) {
  const t = useTexts()
  const formats = useFormats()
  if (endedAt !== null) return <Stacked below={t('statuses.ended')}>{formats.date(endedAt)}</Stacked>
  if (granted) {
    if (granted.endsOn === null) return t('common.no_end')
    return <Stacked below={formats.relative(granted.endsOn)}>{formats.date(granted.endsOn)}</Stacked>
  }
  const end = requestedTerms?.end
  if (end?.kind === 'on') return formats.date(end.date)
  return end?.kind === 'after' ? t('customer-profile.terms.after', { days: end.days }) : t('common.no_end')
}

function Version({ version, at }: NonNullable<Profile['granted']>) {
  const t = useTexts()
  const formats = useFormats()
  return t('customer-profile.terms.version', { version, date: formats.date(at) })
}

function Stacked({ children, below }: { children: ReactNode; below: ReactNode }) {
  return (
    <>
      {children}
      {below && <span className="block text-xs text-muted">{below}</span>}
    </>
  )
}
