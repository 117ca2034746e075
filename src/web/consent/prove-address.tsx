// Before sign-in: who asks and until when, and a code to the invited address. Nothing else is shown, and nothing happens yet.
import { useState } from 'react'
import { signInAddress } from '../query-client.ts'
import { useTexts } from '../texts.tsx'
import { textLinkClass } from '../ui/text-link.tsx'
import { CodeSteps } from './code-steps.tsx'
import type { OpenRequest } from './consent-page.tsx'
import { Introduction, UnknownFirm } from './introduction.tsx'
import { Calm } from './request-closed.tsx'

export function ProveAddress({ token, request }: { token: string; request: OpenRequest }) {
  const t = useTexts()
  const [isReported, reported] = useState(false)
  const partner = request.partner.name
  if (isReported) return <Calm title={t('consent.reported.title')} what={t('consent.reported.what', { partner })} />
  return (
    <div data-roomy className="flex flex-col gap-8">
      <Introduction request={request} />
      <p className="text-muted">{t('consent.before_sign_in', { partner })}</p>
      <div className="flex flex-col gap-4">
        <CodeSteps token={token} addresses={request.addresses} />
        <p>
          <a href={signInAddress()} className={textLinkClass}>
            {t('consent.sign_in_instead')}
          </a>
        </p>
      </div>
      <UnknownFirm token={token} partner={partner} onReported={() => reported(true)} />
    </div>
  )
}
