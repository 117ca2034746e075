// Whoever may not decide sees why, and whom to ask.
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import type { Consent } from './decision.tsx'
import { Neutral, type NeutralProps } from './neutral.tsx'
import { SuggestForm } from './suggest-form.tsx'
import { WhoAsks } from './who-asks.tsx'

export function SeeWhomToAsk({
  organisation,
  neutral,
}: {
  organisation: NonNullable<Consent['organisation']>
  neutral: Omit<NeutralProps, 'organisation'>
}) {
  const t = useTexts()
  const formats = useFormats()
  const { cannotAnswer, representatives, name } = organisation
  return (
    <div className="flex flex-col gap-6">
      <div className="rounded-lg border border-line p-4">
        <WhoAsks partner={neutral.consent.partner}>
          <p className="pt-2 text-sm">{t('consent.open_until', { date: formats.longDate(neutral.consent.proposal.until) })}</p>
        </WhoAsks>
      </div>
      <Banner tone="info" title={t(`consent.cannot.${cannotAnswer ?? 'not_entitled'}`, { organisation: name })}>
        {cannotAnswer === 'not_entitled' && representatives.length > 0
          ? t('consent.cannot.ask', { people: formats.list(representatives.map((person) => person.name)) })
          : undefined}
      </Banner>
      {cannotAnswer === 'not_entitled' && <SuggestForm token={neutral.token} consent={neutral.consent} organisation={organisation} />}
      <Neutral {...neutral} organisation={organisation} />
    </div>
  )
}
