// No, in one step, as short as the yes.
import { declineRequest } from '../../server/consent/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { useCommand } from '../use-command.ts'

export type DeclineButtonProps = {
  token: string
  organisationId: string | null
  onDeclined: () => void
  quiet?: boolean | undefined
  disabled?: boolean | undefined
}

export function DeclineButton({ token, organisationId, onDeclined, quiet = false, disabled = false }: DeclineButtonProps) {
  const t = useTexts()
  const decline = useCommand({
    run: () => api.post(declineRequest, '/api/requests/{token}/decline', { params: { token }, body: { organisationId } }),
    refreshes: '/none',
    after: onDeclined,
  })
  return (
    <Button
      size={quiet ? 'medium' : 'large'}
      kind={quiet ? 'quiet' : 'secondary'}
      wide
      busy={decline.isPending}
      disabled={disabled}
      onClick={() => decline.mutate(undefined)}
    >
      {t('common.decline')}
    </Button>
  )
}
