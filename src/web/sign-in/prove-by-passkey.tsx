// Proving once more who one is by a passkey: one press.
/* oxlint-disable jsx-a11y/no-autofocus -- the dialog asks for nothing else */
import { beginSignInAgainByPasskey, signInAgain } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { PasskeyButton } from './passkey-button.tsx'

export function ProveByPasskey({ onProven }: { onProven: () => void }) {
  const t = useTexts()
  return (
    <PasskeyButton
      kind="primary"
      autoFocus
      label={t('sign-in.passkey.confirm')}
      begin={() => api.post(beginSignInAgainByPasskey, '/api/sign-in/again/passkey/begin', {})}
      give={(passkey) => api.post(signInAgain, '/api/sign-in/again', { body: { way: 'passkey', passkey } })}
      onDone={onProven}
    />
  )
}
