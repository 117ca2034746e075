// How far the organisation is as a verified partner: what the provider verified, what it was asked, and how the domain is proven.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getApplication } from '../../server/verification/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useCountryName } from '../granting/country-name.ts'
import { useParam } from '../place.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { SuccessionsCard } from '../successions/successions-card.tsx'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { ApplyDialog } from './apply-dialog.tsx'
import { OpenApplication } from './open-application.tsx'
import { type Standing, verificationPath } from './verification-data.ts'

export function VerificationScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const [isApplying, apply] = useState(false)
  const { data } = useSuspenseQuery({
    ...api.query(getApplication, verificationPath, { params: { organisation } }),
    refetchInterval: 15_000,
  })
  const { application, verified, mayApply } = data
  usePageTitle(t('verification.title'))
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        title={t('verification.title')}
        description={t('verification.what')}
        actions={
          mayApply && (
            <Button kind={verified && !verified.isOver ? 'secondary' : 'primary'} onClick={() => apply(true)}>
              {t(verified ? 'verification.renew' : 'verification.apply')}
            </Button>
          )
        }
      />
      <Now standing={data} />
      {application?.state === 'open' && <OpenApplication organisation={organisation} standing={data} application={application} />}
      {verified && <Verified verified={verified} />}
      <SuccessionsCard organisation={organisation} />
      {isApplying && <ApplyDialog organisation={organisation} standing={data} onClose={() => apply(false)} />}
    </div>
  )
}

/** What it means now, in one sentence. */
function Now({ standing: { application, verified, isEnrolled } }: { standing: Standing }) {
  const t = useTexts()
  const formats = useFormats()
  if (application?.state === 'refused')
    return (
      <Banner tone="warning" title={t('verification.refused')}>
        {application.reason}
      </Banner>
    )
  if (verified?.isOver) return <Banner tone="warning">{t('verification.over', { date: formats.longDate(verified.until) })}</Banner>
  if (verified) return null
  if (application?.state === 'open') return <Banner>{t(isEnrolled ? 'verification.meanwhile' : 'verification.waits')}</Banner>
  return <Banner>{t(isEnrolled ? 'verification.not_yet' : 'verification.no_partner')}</Banner>
}

function Verified({ verified }: { verified: NonNullable<Standing['verified']> }) {
  const t = useTexts()
  const formats = useFormats()
  const country = useCountryName()
  return (
    <SectionCard title={t('verification.verified')} description={t('verification.verified.what')}>
      <DefinitionList
        items={[
          { term: t('organisation.legal_name'), value: verified.legalName },
          { term: t('organisation.register_number'), value: <span className="tabular-nums">{verified.registerNumber}</span> },
          { term: t('operator.place'), value: [verified.city, country(verified.country)].filter(Boolean).join(', ') },
          { term: t('operator.domain'), value: verified.domain },
          {
            term: t('verification.valid'),
            value: t('verification.valid.from_to', { from: formats.longDate(verified.since), until: formats.longDate(verified.until) }),
          },
        ]}
      />
    </SectionCard>
  )
}
