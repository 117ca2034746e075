// Who asks and until when, as anybody may read it who has the link; and what to do about a firm one does not know.
import { lazy } from 'react'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import type { OpenRequest } from './consent-page.tsx'
import { Reporting } from './neutral.tsx'
import { WhoAsks } from './who-asks.tsx'

const ReportDialog = lazy(async () => ({ default: (await import('./report-dialog.tsx')).ReportDialog }))

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
