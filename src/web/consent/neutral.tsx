// What is neither yes nor no: later, pass on, report.
import { Clock, Flag, Forward } from 'lucide-react'
import { lazy, memo, type ReactNode } from 'react'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { OpensLater } from '../ui/opens-later.tsx'
import type { Consent } from './decision.tsx'

const PassOnDialog = lazy(async () => ({ default: (await import('./pass-on-dialog.tsx')).PassOnDialog }))
const ReportDialog = lazy(async () => ({ default: (await import('./report-dialog.tsx')).ReportDialog }))

export type NeutralProps = {
  token: string
  consent: Consent
  organisation: NonNullable<Consent['organisation']> | null
  onLater: () => void
  onPassedOn: (to: string) => void
  onReported: () => void
}

export const Neutral = memo(function Neutral({ token, consent, organisation, onLater, onPassedOn, onReported }: NeutralProps) {
  const t = useTexts()
  const partner = consent.partner.name
  return (
    <div className="flex flex-wrap justify-center gap-x-2 gap-y-1">
      <Button kind="quiet" icon={<Clock />} onClick={onLater}>
        {t('common.decide_later')}
      </Button>
      {(organisation === null || organisation.may.includes('pass_on')) && (
        <OpensLater label={t('common.pass_on')} icon={<Forward />}>
          <PassOnDialog
            token={token}
            partner={partner}
            organisationId={organisation?.id ?? null}
            representatives={organisation?.cannotAnswer === 'not_entitled' ? organisation.representatives : []}
            onPassedOn={onPassedOn}
          />
        </OpensLater>
      )}
      <Reporting>
        <ReportDialog token={token} partner={partner} onReported={onReported} mayBlock />
      </Reporting>
    </div>
  )
})

/** Mails lead to it by #report. */
export function Reporting({ children }: { children: ReactNode }) {
  const t = useTexts()
  return (
    <OpensLater label={t('common.report_request')} icon={<Flag />} pressed={location.hash === '#report'}>
      {children}
    </OpensLater>
  )
}
