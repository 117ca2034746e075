// The passkeys: what they are, a way to add one, and each with its name and its use.
import type { ReactNode } from 'react'
import { canUsePasskeys } from '../sign-in/passkey.ts'
import { useTexts } from '../texts.tsx'
import { AddPasskey } from './add-passkey.tsx'
import { PasskeyItem } from './passkey-item.tsx'
import { type SignIn, SignInRow } from './sign-in-section.tsx'

export const passkeysId = 'passkeys'

export function PasskeysRow({ passkeys }: { passkeys: SignIn['passkeys'] }) {
  const t = useTexts()
  const isHere = canUsePasskeys()
  const state: ReactNode = t(passkeys.length === 0 ? 'account.passkeys.none' : 'account.passkeys.what')
  return (
    <>
      <SignInRow
        id={passkeysId}
        title={t('account.passkeys.title')}
        state={
          <>
            <p>{state}</p>
            {!isHere && <p>{t('sign-in.passkey.not_here')}</p>}
          </>
        }
      >
        {isHere && <AddPasskey />}
      </SignInRow>
      {passkeys.length > 0 && (
        <ul className="flex flex-col pb-2">
          {passkeys.map((passkey) => (
            <PasskeyItem key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
    </>
  )
}
