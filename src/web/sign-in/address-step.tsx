// The first question: which address; or a passkey, which needs none. Of an address nothing is asked of the server yet.
/* oxlint-disable jsx-a11y/no-autofocus -- the page asks for nothing else */
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { isEmailAddress } from '../../server/identity/contract.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { FormProblem } from './form-problem.tsx'
import { canUsePasskeys } from './passkey.ts'
import type { Entered } from './sign-in-page.tsx'
import { Or, Step } from './step.tsx'
import { usePasskey } from './use-passkey.ts'
import { beginByPasskey, enterByPasskey, usePasskeyOffer } from './use-passkey-offer.ts'
import { useProblemText } from './use-problem-text.ts'

type AddressStepProps = { email: string; onAddress: (email: string) => void; onEntered: (entered: Entered) => void }

export function AddressStep({ email, onAddress, onEntered }: AddressStepProps) {
  const t = useTexts()
  const [typed, type] = useState(email)
  const [refused, refuse] = useState(false)
  const submit = () => {
    const address = typed.trim()
    return isEmailAddress(address) ? onAddress(address) : refuse(true)
  }
  return (
    <Step
      title={t('sign-in.title')}
      lead={t('sign-in.lead')}
      submit={t('common.continue')}
      onSubmit={submit}
      busy={false}
      others={canUsePasskeys() && <ByPasskey onEntered={onEntered} />}
    >
      <TextInput
        label={t('common.email')}
        type="email"
        name="email"
        autoComplete="username webauthn"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        value={typed}
        onChange={(value) => {
          type(value)
          refuse(false)
        }}
        error={refused ? t('sign-in.address.incomplete') : undefined}
      />
    </Step>
  )
}

/** By the button, or as the browser offers it in the field above. */
function ByPasskey({ onEntered }: { onEntered: (entered: Entered) => void }) {
  const t = useTexts()
  const problem = useProblemText()
  const passkey = usePasskey({ begin: beginByPasskey, give: enterByPasskey, onDone: onEntered })
  const offer = usePasskeyOffer(onEntered, passkey.isBusy)
  return (
    <>
      <Or />
      <Button size="large" wide icon={<KeyRound aria-hidden="true" />} busy={passkey.isBusy || offer.isBusy} onClick={passkey.ask}>
        {t('sign-in.passkey')}
      </Button>
      <FormProblem>{problem(passkey.error ?? offer.error)}</FormProblem>
    </>
  )
}
