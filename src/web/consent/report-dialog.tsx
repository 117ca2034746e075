// A report about a request, to the provider. The partner is not told. Mails lead to it by #report.
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { reportRequest } from '../../server/consent/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'

export function ReportDialog({ token, partner, onReported }: { token: string; partner: string; onReported: () => void }) {
  const t = useTexts()
  const [isOpen, open] = useState(() => location.hash === '#report')
  const [reason, type] = useState('')
  const report = useCommand({
    run: () => api.post(reportRequest, '/api/requests/{token}/report', { params: { token }, body: { reason } }),
    refreshes: '/none',
    problems: 'inline',
    after: onReported,
  })
  return (
    <Dialog
      title={t('consent.report.title')}
      description={t('consent.report.why', { partner })}
      open={isOpen}
      onOpenChange={open}
      trigger={
        <Button kind="quiet" icon={<Flag />}>
          {t('common.report_request')}
        </Button>
      }
      actions={
        <Button kind="primary" busy={report.isPending} disabled={reason.trim() === ''} onClick={() => report.mutate(undefined)}>
          {t('consent.report.send')}
        </Button>
      }
    >
      <Textarea
        label={t('consent.report.what')}
        value={reason}
        onChange={type}
        maxLength={2000}
        error={report.isError ? problemText(t, report.error) : undefined}
      />
    </Dialog>
  )
}
