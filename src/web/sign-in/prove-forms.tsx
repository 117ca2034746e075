// The ways to prove once more who one is: the password, the authenticator, an emailed code.
/* oxlint-disable jsx-a11y/no-autofocus -- the dialog asks for nothing else */
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { sendCodeAgain, signInAgain } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { CodeInput } from '../ui/code-input.tsx'
import { PasswordInput } from './password-input.tsx'

type Proof = z.input<typeof signInAgain.body>

function useProof(onProven: () => void) {
  const t = useTexts()
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (proof: Proof) => api.post(signInAgain, '/api/sign-in/again', { body: proof }),
    onSuccess: onProven,
  })
  return { prove: mutate, isPending, error: error ? problemText(t, error) : undefined, reset }
}

export function ProveByPassword({ email, onProven }: { email: string; onProven: () => void }) {
  const [password, type] = useState('')
  const { prove, isPending, error, reset } = useProof(onProven)
  const change = (typed: string) => {
    type(typed)
    reset()
  }
  return (
    <Form onSubmit={() => prove({ way: 'password', password })} busy={isPending} disabled={password === ''}>
      <input
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
      />
      <PasswordInput autoComplete="current-password" autoFocus value={password} onChange={change} error={error} />
    </Form>
  )
}

export function ProveByTotp({ onProven }: { onProven: () => void }) {
  const t = useTexts()
  return <Digits way="totp" label={t('sign-in.second.label')} onProven={onProven} />
}

export function ProveByCode({ email, onProven }: { email: string; onProven: () => void }) {
  const t = useTexts()
  const send = useMutation({ mutationFn: () => api.post(sendCodeAgain, '/api/sign-in/again/code', {}) })
  if (!send.isSuccess)
    return (
      <div className="flex flex-col gap-2">
        <Button kind="primary" wide busy={send.isPending} onClick={() => send.mutate()}>
          {t('sign-in.again.send_code', { address: email })}
        </Button>
        {send.isError && (
          <p role="alert" className="text-sm text-danger-ink">
            {problemText(t, send.error)}
          </p>
        )}
      </div>
    )
  return (
    <div className="flex flex-col gap-4">
      <p role="status">{t('sign-in.code.sent', { address: email })}</p>
      <Digits way="code" label={t('sign-in.code.label')} onProven={onProven} />
    </div>
  )
}

function Digits({ way, label, onProven }: { way: 'totp' | 'code'; label: string; onProven: () => void }) {
  const [code, type] = useState('')
  const { prove, isPending, error, reset } = useProof(onProven)
  const give = (given: string) => prove({ way, code: given }, { onError: () => type('') })
  const change = (typed: string) => {
    type(typed)
    if (typed !== '') reset()
  }
  return (
    <Form onSubmit={() => give(code)} busy={isPending} disabled={code.length < 6}>
      <CodeInput label={label} value={code} onChange={change} onComplete={give} disabled={isPending} autoFocus error={error} />
    </Form>
  )
}

function Form({ onSubmit, busy, disabled, children }: { onSubmit: () => void; busy: boolean; disabled: boolean; children: ReactNode }) {
  const t = useTexts()
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onSubmit()
      }}
    >
      {children}
      <Button type="submit" kind="primary" wide busy={busy} disabled={disabled}>
        {t('sign-in.again.confirm')}
      </Button>
    </form>
  )
}
