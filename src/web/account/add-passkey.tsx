// Adding a passkey: the browser makes it; with the first second factor the recovery codes are shown, this one time.
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { addPasskey, beginAddingPasskey } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { refresh } from '../query-client.ts'
import { makePasskey, preparePasskeys } from '../sign-in/passkey.ts'
import { useProblemText } from '../sign-in/use-problem-text.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toasts } from '../ui/toast-queue.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

export function AddPasskey() {
  const t = useTexts()
  const problem = useProblemText()
  const [codes, show] = useState<readonly string[] | null>(null)
  useEffect(preparePasskeys, [])
  const add = useMutation({
    mutationFn: async () => {
      const passkey = await makePasskey(await api.post(beginAddingPasskey, '/api/account/passkeys/begin', {}))
      return api.post(addPasskey, '/api/account/passkeys', { body: { passkey } })
    },
    onSuccess: async ({ recoveryCodes }) => {
      show(recoveryCodes)
      toasts.done(t('account.passkeys.added'))
      await refresh()
    },
    onError: (error) => toasts.problem(problem(error) ?? ''),
  })
  return (
    <>
      <Button busy={add.isPending} onClick={() => add.mutate()}>
        {t('account.passkeys.add')}
      </Button>
      <Dialog title={t('account.codes.title')} size="small" open={codes !== null} onOpenChange={(open) => open || show(null)}>
        {codes && <RecoveryCodes codes={codes} onKept={() => show(null)} />}
      </Dialog>
    </>
  )
}
