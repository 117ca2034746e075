// The second factor: off with a way to set it up, or on with what is left of its recovery codes.
import { useState } from 'react'
import { removeSecondFactor, renewRecoveryCodes } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useCommand } from '../use-command.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SetUpSecondFactor, secondFactorId } from './set-up-second-factor.tsx'
import { type SignIn, SignInRow } from './sign-in-section.tsx'

export function SecondFactorRow({ secondFactor }: { secondFactor: SignIn['secondFactor'] }) {
  const t = useTexts()
  const formats = useFormats()
  if (!secondFactor)
    return (
      <SignInRow id={secondFactorId} title={t('account.second.title')} state={t('account.second.none')}>
        <SetUpSecondFactor />
      </SignInRow>
    )
  const { since, recoveryCodesLeft } = secondFactor
  return (
    <SignInRow
      id={secondFactorId}
      title={t('account.second.title')}
      state={
        <>
          <p>{t('account.second.since', { date: formats.longDate(since) })}</p>
          <p className={recoveryCodesLeft < 3 ? 'text-warning-ink' : undefined}>
            {t('account.second.codes_left', { count: recoveryCodesLeft })}
          </p>
        </>
      }
    >
      <RenewCodes />
      <Remove />
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

function Remove() {
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
        {t('account.second.remove.what')}
      </ConfirmDialog>
    </>
  )
}
