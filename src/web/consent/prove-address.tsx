// Before sign-in: who asks and until when, and a code to the invited address. Nothing else is shown, and nothing happens yet.
import { lazy, useState } from 'react'
import { useFormats } from '../formats.ts'
import { signInAddress } from '../query-client.ts'
import { useTexts } from '../texts.tsx'
import { textLinkClass } from '../ui/text-link.tsx'
import { CodeSteps } from './code-steps.tsx'
import type { OpenRequest } from './consent-page.tsx'
import { Reporting } from './neutral.tsx'
import { Calm } from './request-closed.tsx'
import { WhoAsks } from './who-asks.tsx'

const ReportDialog = lazy(async () => ({ default: (await import('./report-dialog.tsx')).ReportDialog }))

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

export function Introduction({ request }: { request: OpenRequest }) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-xl font-semibold">{t('consent.asks', { partner: request.partner.name })}</h1>
      <div className="rounded-lg border border-line p-4">
        <WhoAsks partner={request.partner}>
          {request.until !== null && <p className="pt-2 text-sm">{t('consent.open_until', { date: formats.longDate(request.until) })}</p>}
        </WhoAsks>
      </div>
    </div>
  )
}

export function UnknownFirm({ token, partner, onReported }: { token: string; partner: string; onReported: () => void }) {
  const t = useTexts()
  return (
    <div className="flex flex-col items-start gap-2 border-t border-line pt-6 text-sm text-muted">
      <p>{t('consent.unknown_firm')}</p>
      <span className="-ml-[13px]">
        <Reporting>
          <ReportDialog token={token} partner={partner} onReported={onReported} />
        </Reporting>
      </span>
    </div>
  )
}
