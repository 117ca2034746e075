// The three small forms between a code and its proof: the six digits, a name for somebody new, the second factor.
/* oxlint-disable jsx-a11y/no-autofocus -- each form is the one thing to do, and comes after a press */
import { type ReactNode, useState } from 'react'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { CodeInput } from '../ui/code-input.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { unbroken } from '../ui/unbroken.ts'

export type CodeFormProps = {
  hint: string
  code: string
  onCode: (code: string) => void
  onComplete: (code: string) => void
  busy: boolean
  error: unknown
  onAgain: () => void
  isSending: boolean
  onOther: (() => void) | undefined
}

export function CodeForm({ hint, code, onCode, onComplete, busy, error, onAgain, isSending, onOther }: CodeFormProps) {
  const t = useTexts()
  return (
    <div className="flex flex-col gap-4">
      <output className="block">{t('consent.code_sent', { address: unbroken(hint) })}</output>
      <CodeInput
        label={t('consent.code_label')}
        value={code}
        onChange={onCode}
        onComplete={onComplete}
        busy={busy}
        autoFocus
        error={error ? problemText(t, error) : undefined}
      />
      <div className="-ml-[13px] flex flex-wrap gap-2">
        <Button kind="quiet" onClick={onAgain} busy={isSending}>
          {t('consent.code_again')}
        </Button>
        {onOther && (
          <Button kind="quiet" onClick={onOther}>
            {t('consent.code_other')}
          </Button>
        )}
      </div>
    </div>
  )
}

export function NameForm({ busy, error, onName }: { busy: boolean; error: unknown; onName: (name: string) => void }) {
  const t = useTexts()
  const [name, type] = useState('')
  return (
    <SmallForm onSubmit={() => onName(name)} busy={busy} disabled={name.trim() === ''}>
      <TextInput
        label={t('consent.name_label')}
        hint={t('consent.name_why')}
        autoComplete="name"
        maxLength={80}
        autoFocus
        value={name}
        onChange={type}
        error={error ? problemText(t, error) : undefined}
      />
    </SmallForm>
  )
}

type SecondFactorFormProps = { busy: boolean; error: unknown; onCode: (code: string) => void; isFirst: boolean }

export function SecondFactorForm({ busy, error, onCode, isFirst }: SecondFactorFormProps) {
  const t = useTexts()
  const [code, type] = useState('')
  return (
    <SmallForm onSubmit={() => onCode(code)} busy={busy} disabled={code.trim().length < 6} kind={isFirst ? 'primary' : 'secondary'}>
      <TextInput
        label={t('consent.second_factor_label')}
        hint={t('consent.second_factor_why')}
        autoComplete="one-time-code"
        inputMode="text"
        autoFocus={isFirst}
        value={code}
        onChange={type}
        error={error ? problemText(t, error) : undefined}
      />
    </SmallForm>
  )
}

function SmallForm({
  onSubmit,
  busy,
  disabled,
  kind = 'primary',
  children,
}: {
  onSubmit: () => void
  busy: boolean
  disabled: boolean
  kind?: 'primary' | 'secondary'
  children: ReactNode
}) {
  const t = useTexts()
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <Button type="submit" kind={kind} size="large" wide busy={busy} disabled={disabled}>
        {t('common.continue')}
      </Button>
    </form>
  )
}
