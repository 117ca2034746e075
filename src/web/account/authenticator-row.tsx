// The authenticator app: off with a way to set it up, or on and to be removed.
import { useState } from 'react'
import { removeSecondFactor } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useCommand } from '../use-command.ts'
import { authenticatorId, SetUpAuthenticator } from './set-up-authenticator.tsx'
import { SignInRow } from './sign-in-section.tsx'

export function AuthenticatorRow({ since, hasPasskey }: { since: string | null; hasPasskey: boolean }) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <SignInRow
      id={authenticatorId}
      title={t('account.second.title')}
      state={since === null ? t('account.second.none') : t('account.second.since', { date: formats.longDate(since) })}
    >
      {since === null ? <SetUpAuthenticator /> : <Remove hasPasskey={hasPasskey} />}
    </SignInRow>
  )
}

function Remove({ hasPasskey }: { hasPasskey: boolean }) {
  const t = useTexts()
  const [asking, ask] = useState(false)
  const remove = useCommand({
    run: () => api.delete(removeSecondFactor, '/api/account/second-factor', {}),
    done: () => t('account.second.removed'),
    after: () => ask(false),
  })
  return (
    <>
      <Button onClick={() => ask(true)}>{t('common.remove')}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        title={t('account.second.remove.question')}
        confirm={t('account.second.remove')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined)}
      >
        {t(hasPasskey ? 'account.second.remove.what_passkey' : 'account.second.remove.what')}
      </ConfirmDialog>
    </>
  )
}
