// How many recovery codes are left, and ten new ones. Only for whoever has a second factor that can get lost.
import { useState } from 'react'
import { renewRecoveryCodes } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useCommand } from '../use-command.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SignInRow } from './sign-in-section.tsx'

export function RecoveryCodesRow({ left }: { left: number }) {
  const t = useTexts()
  return (
    <SignInRow
      id="recovery-codes"
      title={t('account.codes.row')}
      state={
        <>
          <p>{t('account.codes.what')}</p>
          <p className={left < 3 ? 'text-warning-ink' : undefined}>{t('account.second.codes_left', { count: left })}</p>
        </>
      }
    >
      <RenewCodes />
    </SignInRow>
  )
}

function RenewCodes() {
  const t = useTexts()
  const [asking, ask] = useState(false)
  const [codes, show] = useState<readonly string[]>()
  const renew = useCommand({
    run: () => api.post(renewRecoveryCodes, '/api/account/recovery-codes', {}),
    refreshes: '/api/account',
    after: ({ recoveryCodes }) => {
      ask(false)
      show(recoveryCodes)
    },
  })
  return (
    <>
      <Button onClick={() => ask(true)}>{t('account.codes.renew')}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        title={t('account.codes.renew.question')}
        confirm={t('account.codes.renew.do')}
        kind="primary"
        busy={renew.isPending}
        onConfirm={() => renew.mutate(undefined)}
      >
        {t('account.codes.renew.what')}
      </ConfirmDialog>
      <Dialog title={t('account.codes.title')} size="small" open={codes !== undefined} onOpenChange={(open) => open || show(undefined)}>
        {codes && <RecoveryCodes codes={codes} onKept={() => show(undefined)} />}
      </Dialog>
    </>
  )
}
