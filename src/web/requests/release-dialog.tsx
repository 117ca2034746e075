// One prepared request goes out, in the name of the legal representative who releases it.
import { releaseRequests } from '../../server/requests/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { toasts } from '../ui/toast-queue.ts'
import { useCommand } from '../use-command.ts'
import { type CustomerDialogProps, recipientOf, refreshes } from './customer-dialog.ts'

export function ReleaseDialog({ organisation, customer, onClose }: CustomerDialogProps) {
  const t = useTexts()
  const release = useCommand({
    run: () =>
      api.post(releaseRequests, '/api/o/{organisation}/requests/release', { params: { organisation }, body: { ids: [customer.id] } }),
    refreshes: refreshes(organisation),
    after: ({ results }) => {
      const result = results[0]?.result
      if (result === 'sent') toasts.done(t('requests.release.done'))
      else toasts.problem(t(result === 'limit_reached' ? 'requests.release.limit' : 'requests.release.refused'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      kind="primary"
      title={t('requests.release.title', { customer: recipientOf(customer) })}
      confirm={t('requests.release.confirm')}
      onConfirm={() => release.mutate()}
      busy={release.isPending}
    >
      {t('requests.release.what')}
    </ConfirmDialog>
  )
}
