// What somebody who may not decide suggests: the form begins with it; sensitive rights are named, and stay off until they are switched on.
import { isSensitive } from '../../domain/rights/catalogue.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import type { Consent } from './decision.tsx'

export type Suggestion = NonNullable<NonNullable<Consent['organisation']>['suggestion']>

export function SuggestionNote({ suggestion: { by, at, rights } }: { suggestion: Suggestion }) {
  const t = useTexts()
  const formats = useFormats()
  const sensitive = rights.filter(({ right }) => isSensitive(right)).map(({ right }) => t(`rights.${right}.name`))
  return (
    <Banner title={t('consent.suggestion', { person: by, date: formats.dateTime(at) })}>
      {t('consent.suggestion.what')} {sensitive.length > 0 && t('consent.suggestion.sensitive', { rights: formats.list(sensitive) })}
    </Banner>
  )
}
