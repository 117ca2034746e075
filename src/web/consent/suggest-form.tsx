// Whoever may not decide chooses as if they could, and leaves it as a suggestion.
import { useState } from 'react'
import { suggestAnswer } from '../../server/consent/contract.ts'
import { api } from '../api.ts'
import { ChooseRights } from '../granting/choose-rights.tsx'
import { scopesByRight, startFromRequest } from '../granting/choosing.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { useCommand } from '../use-command.ts'
import type { Consent } from './decision.tsx'

export function SuggestForm({
  token,
  consent,
  organisation,
}: {
  token: string
  consent: Consent
  organisation: NonNullable<Consent['organisation']>
}) {
  const t = useTexts()
  const { proposal, partner } = consent
  const [choosing, choose] = useState(() => startFromRequest(proposal.rights))
  const [isDone, done] = useState(organisation.suggestion?.isOwn ?? false)
  const suggest = useCommand({
    run: () =>
      api.post(suggestAnswer, '/api/requests/{token}/suggest', {
        params: { token },
        body: {
          organisationId: organisation.id,
          proposalId: proposal.id,
          rights: scopesByRight(choosing),
          notGranted: [...choosing.refused],
          terms: proposal.terms,
        },
      }),
    refreshes: '/none',
    after: () => done(true),
  })
  if (isDone) return <Banner tone="success">{t('consent.suggest.done')}</Banner>
  return (
    <Disclosure summary={t('consent.suggest')}>
      <div className="flex flex-col gap-6">
        <p className="text-sm text-muted">{t('consent.suggest.what', { partner: partner.name })}</p>
        <ChooseRights
          choosing={choosing}
          onChange={choose}
          requested={proposal.rights}
          partner={partner.name}
          products={organisation.products}
          payment={null}
        />
        <Button wide busy={suggest.isPending} onClick={() => suggest.mutate(undefined)}>
          {t('consent.suggest.leave')}
        </Button>
      </div>
    </Disclosure>
  )
}
