// The first question: which address. Nothing is asked of the server yet.
/* oxlint-disable jsx-a11y/no-autofocus -- the page asks for nothing else */
import { useState } from 'react'
import { emailAddress } from '../../server/identity/contract.ts'
import { useTexts } from '../texts.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Step } from './step.tsx'

export function AddressStep({ email, onAddress }: { email: string; onAddress: (email: string) => void }) {
  const t = useTexts()
  const [typed, type] = useState(email)
  const [refused, refuse] = useState(false)
  const submit = () => {
    const address = emailAddress.safeParse(typed)
    return address.success ? onAddress(address.data) : refuse(true)
  }
  return (
    <Step title={t('sign-in.title')} lead={t('sign-in.lead')} submit={t('common.continue')} onSubmit={submit} busy={false}>
      <TextInput
        label={t('common.email')}
        type="email"
        name="email"
        autoComplete="username"
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
