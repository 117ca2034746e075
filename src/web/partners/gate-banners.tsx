// What stands in the way at present, and what one can do about it: stopped, over, or waiting for a password.
import { KeyRound, Plus } from 'lucide-react'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { ResumeButton } from './gate-buttons.tsx'
import { isLiving, may, type Of, type PartnershipShown } from './partners-data.ts'

export function GateBanners({ of, data }: { of: Of; data: PartnershipShown }) {
  const t = useTexts()
  const formats = useFormats()
  const { state, partner, suspendedAt, endedAt, endedBy, grant } = data
  const since = suspendedAt === null ? '' : formats.dateTime(suspendedAt)
  const again = may(data, 'prepare') && (
    <ButtonLink
      size="small"
      icon={<Plus />}
      to="/o/$organisation/partners/new"
      params={{ organisation: of.organisation }}
      search={{ partner: partner.id }}
    >
      {t('partners.ended.again')}
    </ButtonLink>
  )
  return (
    <>
      {state === 'suspended_by_customer' && (
        <Banner
          tone="warning"
          title={t('partners.suspended', { date: since })}
          actions={may(data, 'resume') && <ResumeButton of={of} partner={partner.name} />}
        >
          {t(may(data, 'resume') ? 'partners.suspended.what' : 'partners.suspended.what_administrator', { partner: partner.name })}
        </Banner>
      )}
      {state === 'suspended_by_operator' && (
        <Banner tone="warning" title={t('partners.suspended_by_operator', { date: since })}>
          {t('partners.suspended_by_operator.what', { partner: partner.name })}
        </Banner>
      )}
      {state === 'ended' && (
        <Banner title={t('partners.ended', { date: endedAt === null ? '–' : formats.longDate(endedAt) })} actions={again}>
          {t('partners.ended.what', { by: endedBy ?? 'time', partner: partner.name })}
        </Banner>
      )}
      {state === 'not_concluded' && (
        <Banner title={t('partners.not_concluded')} actions={again}>
          {t('partners.not_concluded.what', { partner: partner.name })}
        </Banner>
      )}
      {isLiving(state) &&
        grant !== null &&
        !grant.isSecured &&
        data.compared.some(({ notEffectiveBecause }) => notEffectiveBecause === 'not_secured') && (
          <Banner
            tone="warning"
            title={t('consent.done.password.title')}
            actions={
              <ButtonLink size="small" icon={<KeyRound />} to="/account">
                {t('consent.done.password.set')}
              </ButtonLink>
            }
          >
            {t('partners.unsecured.what', { person: grant.grantedBy })}
          </Banner>
        )}
    </>
  )
}
