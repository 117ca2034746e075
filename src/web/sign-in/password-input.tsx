// A password: pasted or typed, hidden or shown.
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../texts.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextInput, type TextInputProps } from '../ui/text-input.tsx'

export type PasswordInputProps = Omit<TextInputProps, 'type' | 'autoComplete' | 'after' | 'label'> & {
  label?: string
  /** `current-password` to sign in, `new-password` to set one. */
  autoComplete: 'current-password' | 'new-password'
}

export function PasswordInput({ label, ...input }: PasswordInputProps) {
  const t = useTexts()
  const [shown, show] = useState(false)
  return (
    <TextInput
      {...input}
      label={label ?? t('sign-in.password')}
      type={shown ? 'text' : 'password'}
      name="password"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={1024}
      after={
        <IconButton
          size="small"
          label={t(shown ? 'sign-in.password.hide' : 'sign-in.password.show')}
          icon={shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          onClick={() => show(!shown)}
        />
      }
    />
  )
}
