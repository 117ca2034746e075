// The page behind a request's link: calm for whoever is not signed in, complete for whoever may decide, clear when there is nothing left to do.
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { z } from 'zod'
import { getConsent, openRequest } from '../../server/consent/contract.ts'
import { noteOpening } from '../../server/consent/opening-contract.ts'
import { getMe } from '../../server/shell/contract.ts'
import { api } from '../api.ts'
import { useParam } from '../place.ts'
import { Problem, problemText } from '../problem.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { PublicFrame } from '../shell/public-frame.tsx'
import { useTexts } from '../texts.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { SkeletonPage } from '../ui/skeleton.tsx'
import { Decision } from './decision.tsx'
import { ProveAddress } from './prove-address.tsx'
import { RequestClosed, RequestUnknown } from './request-closed.tsx'
import { useOpening } from './use-opening.ts'

/** What few people meet. */
const OtherAddress = lazy(async () => ({ default: (await import('./other-address.tsx')).OtherAddress }))
const SignInFirst = lazy(async () => ({ default: (await import('./sign-in-first.tsx')).SignInFirst }))

export type OpenRequest = z.output<typeof openRequest.answer>

export function ConsentPage() {
  const t = useTexts()
  const token = useParam('token')
  const request = useQuery(api.query(openRequest, '/api/requests/{token}', { params: { token } }))
  usePageTitle(request.data ? t('consent.document_title', { partner: request.data.partner.name }) : t('common.request'))
  if (request.isPending) {
    return (
      <PublicFrame width="reading">
        <SkeletonPage label={t('ui.loading')} />
      </PublicFrame>
    )
  }
  if (request.isError) {
    return (
      <PublicFrame>
        {request.error instanceof Problem && request.error.code === 'not_found' ? (
          <RequestUnknown />
        ) : (
          <ErrorState title={t('shell.error.title')} onRetry={() => void request.refetch()}>
            {problemText(t, request.error)}
          </ErrorState>
        )}
      </PublicFrame>
    )
  }
  return <KnownRequest token={token} request={request.data} />
}

function KnownRequest({ token, request }: { token: string; request: OpenRequest }) {
  const t = useTexts()
  const [organisation, choose] = useState<string>()
  const [isAnswered, answered] = useState(false)
  const isOpen = request.state === 'open' || isAnswered
  useOpening(
    request.state === 'open' ? () => api.post(noteOpening, '/api/requests/{token}/opened', { params: { token }, body: {} }) : undefined,
    token,
  )
  const me = useQuery({ ...api.query(getMe, '/api/me', {}), enabled: isOpen })
  const consent = useQuery({
    ...api.query(getConsent, '/api/requests/{token}/consent', { params: { token }, query: { organisation } }),
    enabled: isOpen && me.isSuccess && !isAnswered,
    placeholderData: (before) => before,
  })
  if (request.state !== 'open' && !isAnswered) {
    return (
      <PublicFrame>
        <RequestClosed state={request.state} partner={request.partner.name} />
      </PublicFrame>
    )
  }
  if (me.isPending || (me.isSuccess && consent.isPending)) {
    return (
      <PublicFrame width="reading">
        <SkeletonPage label={t('ui.loading')} />
      </PublicFrame>
    )
  }
  if (me.isError) {
    return (
      <PublicFrame>
        <Suspense fallback={<SkeletonPage label={t('ui.loading')} />}>
          {request.addresses.length > 0 ? <ProveAddress {...{ token, request }} /> : <SignInFirst {...{ token, request }} />}
        </Suspense>
      </PublicFrame>
    )
  }
  if (consent.isError && consent.error instanceof Problem && consent.error.code === 'address_not_proven') {
    return (
      <PublicFrame signedIn>
        <Suspense fallback={<SkeletonPage label={t('ui.loading')} />}>
          <OtherAddress {...{ token, request }} mine={me.data.person.email} />
        </Suspense>
      </PublicFrame>
    )
  }
  if (consent.isError && consent.error instanceof Problem && consent.error.code === 'other_legal_person') {
    return (
      <PublicFrame signedIn>
        <RequestClosed state="other_legal_person" partner={request.partner.name} />
      </PublicFrame>
    )
  }
  if (consent.isError || consent.data === undefined) {
    return (
      <PublicFrame signedIn>
        <ErrorState title={t('shell.error.title')} onRetry={() => void consent.refetch()}>
          {problemText(t, consent.error)}
        </ErrorState>
      </PublicFrame>
    )
  }
  return (
    <PublicFrame width="reading" signedIn>
      <Decision token={token} consent={consent.data} onChoose={choose} onAnswered={() => answered(true)} />
    </PublicFrame>
  )
}
