// An operator who has not shown a second factor in this session: shows it here, or is led to where one is set up.
import { useQueryClient } from '@tanstack/react-query'
import { useMe } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { PublicFrame } from '../shell/public-frame.tsx'
import { Ways } from '../sign-in/confirm-identity.tsx'
import { useTexts } from '../texts.tsx'
import { ButtonLink } from '../ui/button-link.tsx'

export function SecondFactorFirst() {
  const t = useTexts()
  const { person } = useMe()
  const queries = useQueryClient()
  usePageTitle(t('operator.console'))
  return (
    <PublicFrame signedIn>
      <div className="flex flex-col gap-6">
        <div className="flex flex-col gap-2">
          <h1 className="text-xl font-semibold tracking-tight">{t('operator.second_factor.title')}</h1>
          <p className="text-muted">{t(person.hasSecondFactor ? 'operator.second_factor.show' : 'operator.second_factor.set_up_first')}</p>
        </div>
        {person.hasSecondFactor ? (
          <Ways onProven={() => void queries.resetQueries()} />
        ) : (
          <div>
            <ButtonLink kind="primary" to="/account">
              {t('operator.second_factor.set_up')}
            </ButtonLink>
          </div>
        )}
      </div>
    </PublicFrame>
  )
}
