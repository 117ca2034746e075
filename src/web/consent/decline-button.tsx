// No, in one step, as short as the yes; and, for whoever wants no more of it, for good.
import { useState } from 'react'
import { declineRequest } from '../../server/consent/decline-contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { useCommand } from '../use-command.ts'

export type DeclineButtonProps = {
  token: string
  organisationId: string | null
  partner: string
  onDeclined: () => void
  quiet?: boolean | undefined
  disabled?: boolean | undefined
}

export function DeclineButton({ token, organisationId, partner, onDeclined, quiet = false, disabled = false }: DeclineButtonProps) {
  const t = useTexts()
  const [isBlocking, block] = useState(false)
  const decline = useCommand({
    run: () =>
      api.post(declineRequest, '/api/requests/{token}/decline', { params: { token }, body: { organisationId, block: isBlocking } }),
    refreshes: '/none',
    after: onDeclined,
  })
  return (
    <div className="flex flex-col gap-2">
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
      <Checkbox label={t('consent.block', { partner })} checked={isBlocking} onChange={block} disabled={disabled} />
    </div>
  )
}
