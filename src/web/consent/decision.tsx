// The decision of somebody who proved an address: for which organisation, then everything about the request, then yes, something else, or no.
import { lazy, Suspense, useState } from 'react'
import type { z } from 'zod'
import type { answerRequest, getConsent } from '../../server/consent/contract.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Confirmation } from './confirmation.tsx'
import { ConsentForm } from './consent-form.tsx'
import { ForOrganisation } from './for-organisation.tsx'
import { Calm } from './request-closed.tsx'
import { Revised } from './revised.tsx'
import { SeeWhomToAsk } from './see-whom-to-ask.tsx'

const NewOrganisation = lazy(async () => ({ default: (await import('./new-organisation.tsx')).NewOrganisation }))

export type Consent = z.output<typeof getConsent.answer>
export type Answered = z.output<typeof answerRequest.answer>

type Stage =
  | { readonly at: 'form' }
  | { readonly at: 'new' }
  | { readonly at: 'later' }
  | { readonly at: 'declined' }
  | { readonly at: 'reported' }
  | { readonly at: 'passed_on'; readonly to: string }
  | { readonly at: 'answered'; readonly answer: Answered; readonly leaving: readonly string[] }

export type DecisionProps = { token: string; consent: Consent; onChoose: (organisation: string) => void; onAnswered: () => void }

export function Decision({ token, consent, onChoose, onAnswered }: DecisionProps) {
  const t = useTexts()
  const formats = useFormats()
  const [stage, go] = useState<Stage>({ at: consent.organisation === null ? 'new' : 'form' })
  const partner = consent.partner.name
  const { organisation } = consent
  const leave = (next: Stage) => {
    onAnswered()
    go(next)
    scrollTo({ top: 0 })
  }
  const neutral = {
    token,
    consent,
    onLater: () => go({ at: 'later' }),
    onPassedOn: (to: string) => leave({ at: 'passed_on', to }),
    onReported: () => go({ at: 'reported' }),
  }
  switch (stage.at) {
    case 'answered':
      return (
        <Confirmation
          answer={stage.answer}
          leaving={(organisation?.otherPartners ?? []).filter((other) => stage.leaving.includes(other.partnershipId))}
        />
      )
    case 'later':
      return (
        <Calm title={t('consent.later.title')} what={t('consent.later.what', { date: formats.longDate(consent.proposal.until) })}>
          <Button onClick={() => go({ at: 'form' })}>{t('consent.later.back')}</Button>
        </Calm>
      )
    case 'declined':
      return <Calm title={t('consent.declined.title')} what={t('consent.declined.what', { partner })} />
    case 'reported':
      return <Calm title={t('consent.reported.title')} what={t('consent.reported.what', { partner })} />
    case 'passed_on':
      return <Calm title={t('consent.passed_on.title', { to: stage.to })} what={t('consent.passed_on.what')} />
    case 'new':
      return (
        <Suspense>
          <NewOrganisation
            onCreated={(id) => {
              onChoose(id)
              go({ at: 'form' })
            }}
            onBack={organisation === null ? undefined : () => go({ at: 'form' })}
            neutral={neutral}
            onDeclined={() => leave({ at: 'declined' })}
          />
        </Suspense>
      )
    case 'form':
      break
  }
  if (organisation === null) return null
  return (
    <div data-roomy className="flex flex-col gap-10">
      <ForOrganisation consent={consent} chosen={organisation.id} onChoose={onChoose} onNew={() => go({ at: 'new' })} />
      {consent.revised && <Revised consent={consent} revised={consent.revised} />}
      {organisation.cannotAnswer === null ? (
        <ConsentForm
          key={`${organisation.id} ${consent.proposal.id}`}
          organisation={organisation}
          neutral={neutral}
          onAnswered={(answer, leaving) => leave({ at: 'answered', answer, leaving })}
          onDeclined={() => leave({ at: 'declined' })}
        />
      ) : (
        <SeeWhomToAsk organisation={organisation} neutral={neutral} />
      )}
    </div>
  )
}
