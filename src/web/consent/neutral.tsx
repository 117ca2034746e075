// What is neither yes nor no: later, pass on, report.
import { Clock } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import type { Consent } from './decision.tsx'
import { PassOnDialog } from './pass-on-dialog.tsx'
import { ReportDialog } from './report-dialog.tsx'

export type NeutralProps = {
  token: string
  consent: Consent
  organisation: NonNullable<Consent['organisation']> | null
  onLater: () => void
  onPassedOn: (to: string) => void
  onReported: () => void
}

export function Neutral({ token, consent, organisation, onLater, onPassedOn, onReported }: NeutralProps) {
  const t = useTexts()
  const partner = consent.partner.name
  return (
    <div className="flex flex-wrap justify-center gap-x-2 gap-y-1">
      <Button kind="quiet" icon={<Clock />} onClick={onLater}>
        {t('common.decide_later')}
      </Button>
      {(organisation === null || organisation.may.includes('pass_on')) && (
        <PassOnDialog
          token={token}
          partner={partner}
          organisationId={organisation?.id ?? null}
          representatives={organisation?.cannotAnswer === 'not_entitled' ? organisation.representatives : []}
          onPassedOn={onPassedOn}
        />
      )}
      <ReportDialog token={token} partner={partner} onReported={onReported} mayBlock />
    </div>
  )
}
