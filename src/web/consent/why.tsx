// Why: what kind of access it would be, and what is there already that the decision should know of.
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import type { Consent } from './decision.tsx'

export function Why({ consent, organisation }: { consent: Consent; organisation: NonNullable<Consent['organisation']> }) {
  const t = useTexts()
  const { proposal, partner } = consent
  const preset = proposal.preset
  const hasReasons = proposal.rights.some(({ reason }) => reason !== null)
  return (
    <div className="flex flex-col gap-3">
      {preset !== null && <p>{t('consent.why.preset', { preset: t(`presets.${preset}`), sentence: t(`presets.${preset}.sentence`) })}</p>}
      <p className={preset === null ? '' : 'text-muted'}>
        {t(hasReasons ? 'consent.why.reasons' : 'consent.why.no_reasons', { partner: partner.name })}
      </p>
      {organisation.alreadyGranted.length > 0 && <Banner>{t('consent.why.already', { partner: partner.name })}</Banner>}
      {organisation.otherPartners.map(({ name, sharedRights }) => (
        <Banner key={name}>{t('consent.why.other_partner', { other: name, count: sharedRights.length })}</Banner>
      ))}
    </div>
  )
}
