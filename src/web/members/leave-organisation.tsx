// Going away oneself; the last legal representative reads why not.
import { useState } from 'react'
import { leaveOrganisation } from '../../server/members/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useCommand } from '../use-command.ts'

export function LeaveOrganisation({ organisation, mayLeave }: { organisation: string; mayLeave: boolean }) {
  const t = useTexts()
  const [asking, ask] = useState(false)
  const leave = useCommand({
    run: () => api.post(leaveOrganisation, '/api/o/{organisation}/members/leave', { params: { organisation } }),
    refreshes: '/api/me',
    after: () => location.assign('/go/manager'),
  })
  if (!mayLeave) return <p className="max-w-prose text-muted">{t('members.leave.last')}</p>
  return (
    <div>
      <Button onClick={() => ask(true)}>{t('members.leave')}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        title={t('members.leave.question')}
        confirm={t('members.leave')}
        busy={leave.isPending}
        onConfirm={() => leave.mutate(undefined)}
      >
        {t('members.leave.what')}
      </ConfirmDialog>
    </div>
  )
}
