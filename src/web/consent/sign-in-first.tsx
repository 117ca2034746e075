// A request to a customer number goes to people who have an account: they sign in.
import { useState } from 'react'
import { signInAddress } from '../query-client.ts'
import { useTexts } from '../texts.tsx'
import { buttonClass } from '../ui/button-class.ts'
import type { OpenRequest } from './consent-page.tsx'
import { Introduction, UnknownFirm } from './introduction.tsx'
import { Calm } from './request-closed.tsx'

export function SignInFirst({ token, request }: { token: string; request: OpenRequest }) {
  const t = useTexts()
  const [isReported, reported] = useState(false)
  const partner = request.partner.name
  if (isReported) return <Calm title={t('consent.reported.title')} what={t('consent.reported.what', { partner })} />
  return (
    <div className="flex flex-col gap-8">
      <Introduction request={request} />
      <p className="text-muted">{t('consent.sign_in_to_continue')}</p>
      <a href={signInAddress()} className={buttonClass({ kind: 'primary', size: 'large', wide: true })}>
        {t('consent.sign_in')}
      </a>
      <UnknownFirm token={token} partner={partner} onReported={() => reported(true)} />
    </div>
  )
}
