// Why: what kind of access it would be, and what is there already that the decision should know of.
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { textLinkClass } from '../ui/text-link.tsx'
import type { Consent } from './decision.tsx'
import { OtherPartner } from './other-partner.tsx'
import { SuggestionNote } from './suggestion-note.tsx'

export type WhyProps = {
  consent: Consent
  organisation: NonNullable<Consent['organisation']>
  /** Partnerships that are handed over to this partner once it has access. */
  leaving: readonly string[]
  onLeaving: (leaving: readonly string[]) => void
}

export function Why({ consent, organisation, leaving, onLeaving }: WhyProps) {
  const t = useTexts()
  const { proposal, partner } = consent
  const preset = proposal.preset
  const hasReasons = proposal.rights.some(({ reason }) => reason !== null)
  return (
    <div className="flex flex-col gap-3">
      {preset !== null && (
        <p>
          {t('consent.why.preset', { preset: t(`presets.${preset}`), sentence: t(`presets.${preset}.sentence`) })}{' '}
          <a href="/help/what-full-means" target="_blank" rel="noopener" className={textLinkClass}>
            {t('consent.why.preset_means', { preset: t(`presets.${preset}`) })}
          </a>
        </p>
      )}
      <p className={preset === null ? '' : 'text-muted'}>
        {t(hasReasons ? 'consent.why.reasons' : 'consent.why.no_reasons', { partner: partner.name })}
      </p>
      {organisation.alreadyGranted.length > 0 && <Banner>{t('consent.why.already', { partner: partner.name })}</Banner>}
      {organisation.suggestion && <SuggestionNote suggestion={organisation.suggestion} />}
      {organisation.otherPartners.map((other) => (
        <OtherPartner
          key={other.partnershipId}
          other={other}
          partner={partner.name}
          isLeaving={leaving.includes(other.partnershipId)}
          onLeaving={(is) => onLeaving([...leaving.filter((id) => id !== other.partnershipId), ...(is ? [other.partnershipId] : [])])}
        />
      ))}
    </div>
  )
}
