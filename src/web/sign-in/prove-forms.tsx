// The ways to prove once more who one is: the password, the authenticator, an emailed code.
/* oxlint-disable jsx-a11y/no-autofocus -- the dialog asks for nothing else */
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { sendCodeAgain, signInAgain } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { CodeInput } from '../ui/code-input.tsx'
import { FormProblem } from './form-problem.tsx'
import { PasswordInput } from './password-input.tsx'
import { UserName } from './step.tsx'
import { usePause } from './use-pause.ts'
import { useProblemText } from './use-problem-text.ts'

type Proof = z.input<typeof signInAgain.body>

/** Here no address can be wrong, and a code of the app cannot be sent anew. */
const ownTexts = {
  password: { wrong_credentials: 'sign-in.again.password_wrong' },
  code: {},
  totp: { code_wrong: 'sign-in.second.wrong' },
} as const

function useProof(way: keyof typeof ownTexts, onProven: () => void) {
  const problem = useProblemText()
  const { mutate, isPending, isSuccess, error, reset } = useMutation({
    mutationFn: (proof: Proof) => api.post(signInAgain, '/api/sign-in/again', { body: proof }),
    onSuccess: onProven,
  })
  return { prove: mutate, isBusy: isPending || isSuccess, error: problem(error, ownTexts[way]), reset }
}

export function ProveByPassword({ email, onProven }: { email: string; onProven: () => void }) {
  const t = useTexts()
  const [password, type] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { prove, isBusy, error, reset } = useProof('password', onProven)
  const change = (typed: string) => {
    type(typed)
    setMissing(false)
    reset()
  }
  return (
    <Form onSubmit={() => (password === '' ? setMissing(true) : prove({ way: 'password', password }))} busy={isBusy}>
      <UserName email={email} />
      <PasswordInput
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={change}
        error={isMissing ? t('sign-in.again.password_missing') : error}
      />
    </Form>
  )
}

export function ProveByTotp({ onProven }: { onProven: () => void }) {
  const t = useTexts()
  return <Digits way="totp" label={t('sign-in.second.label')} onProven={onProven} />
}

export function ProveByCode({ email, onProven }: { email: string; onProven: () => void }) {
  const t = useTexts()
  const problem = useProblemText()
  const [mails, setMails] = useState(0)
  const [secondsLeft, pause] = usePause(pauseSeconds)
  const send = useMutation({
    mutationFn: () => api.post(sendCodeAgain, '/api/sign-in/again/code', {}),
    onSuccess: () => {
      setMails(mails + 1)
      pause()
    },
  })
  if (mails === 0)
    return (
      <div className="flex flex-col gap-2">
        <Button kind="primary" wide autoFocus busy={send.isPending} onClick={() => send.mutate()}>
          {t('sign-in.again.send_code', { address: email })}
        </Button>
        <FormProblem>{problem(send.error)}</FormProblem>
      </div>
    )
  return (
    <div className="flex flex-col gap-4">
      <output className="block">{t('sign-in.code.sent', { address: email })}</output>
      <Digits key={mails} way="code" label={t('sign-in.code.label')} onProven={onProven} />
      <Button wide busy={send.isPending} disabled={secondsLeft > 0} onClick={() => send.mutate()}>
        <span className="tabular-nums">
          {secondsLeft > 0 ? t('sign-in.code.again_in', { seconds: secondsLeft }) : t('sign-in.code.again')}
        </span>
      </Button>
      <FormProblem>{problem(send.error)}</FormProblem>
    </div>
  )
}

const pauseSeconds = 30

function Digits({ way, label, onProven }: { way: 'totp' | 'code'; label: string; onProven: () => void }) {
  const t = useTexts()
  const [code, type] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { prove, isBusy, error, reset } = useProof(way, onProven)
  const give = (given: string) => prove({ way, code: given }, { onError: () => type('') })
  const change = (typed: string) => {
    type(typed)
    setMissing(false)
    if (typed !== '') reset()
  }
  return (
    <Form onSubmit={() => (code.length < 6 ? setMissing(true) : give(code))} busy={isBusy}>
      <CodeInput
        label={label}
        value={code}
        onChange={change}
        onComplete={give}
        busy={isBusy}
        autoFocus
        error={isMissing ? t('sign-in.code.missing') : error}
      />
    </Form>
  )
}

function Form({ onSubmit, busy, children }: { onSubmit: () => void; busy: boolean; children: ReactNode }) {
  const t = useTexts()
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        if (!busy) onSubmit()
      }}
    >
      {children}
      <Button type="submit" kind="primary" wide busy={busy}>
        {t('sign-in.again.confirm')}
      </Button>
    </form>
  )
}
