// A report about a request, to the provider. The partner is not told. Loaded when it is wanted, so it begins open.
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { reportRequest } from '../../server/consent/decline-contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'

/** `mayBlock`: for whoever proved the address. */
type ReportDialogProps = { token: string; partner: string; onReported: () => void; mayBlock?: boolean }

export function ReportDialog({ token, partner, onReported, mayBlock = false }: ReportDialogProps) {
  const t = useTexts()
  const [isOpen, open] = useState(true)
  const [reason, type] = useState('')
  const [isBlocking, block] = useState(false)
  const report = useCommand({
    run: () => api.post(reportRequest, '/api/requests/{token}/report', { params: { token }, body: { reason, block: isBlocking } }),
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
      <div className="flex flex-col gap-4">
        <Textarea
          label={t('consent.report.what')}
          value={reason}
          onChange={type}
          maxLength={2000}
          error={report.isError ? problemText(t, report.error) : undefined}
        />
        {mayBlock && (
          <Checkbox
            label={t('consent.block', { partner })}
            hint={t('consent.block.what', { partner })}
            checked={isBlocking}
            onChange={block}
          />
        )}
      </div>
    </Dialog>
  )
}
