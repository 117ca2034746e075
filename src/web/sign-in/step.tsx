// One step of signing in: its question, its form, and what else one can do.
import { type ReactNode, useId } from 'react'
import { Problem } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Breakable } from '../ui/breakable.tsx'
import { Button } from '../ui/button.tsx'

export type StepProps = {
  title: string
  lead?: ReactNode
  children: ReactNode
  onSubmit: () => void
  submit: string
  busy: boolean
  /** While something that is asked for is missing. */
  disabled?: boolean
  /** Below the form. */
  others?: ReactNode
}

export function Step({ title, lead, children, onSubmit, submit, busy, disabled = false, others }: StepProps) {
  const id = useId()
  return (
    <>
      <header className="flex flex-col gap-2">
        <h1 id={id} className="text-xl font-semibold tracking-tight">
          {title}
        </h1>
        {lead && (
          <p id={`${id}-lead`} className="text-muted">
            {lead}
          </p>
        )}
      </header>
      <form
        aria-labelledby={id}
        aria-describedby={lead ? `${id}-lead` : undefined}
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && !disabled) onSubmit()
        }}
      >
        {children}
        <Button type="submit" kind="primary" size="large" wide busy={busy} disabled={disabled}>
          {submit}
        </Button>
      </form>
      {others && <div className="flex flex-col items-stretch gap-2">{others}</div>}
    </>
  )
}

/** Between two ways of equal weight. */
export function Or() {
  const t = useTexts()
  return (
    <div className="flex items-center gap-3 text-sm text-muted">
      <span className="h-px grow bg-line" />
      {t('sign-in.or')}
      <span className="h-px grow bg-line" />
    </div>
  )
}

/** What was shown first counts no longer. */
export const isBeginAgain = (error: unknown): boolean => error instanceof Problem && error.code === 'code_expired'

export function BeginAgain({ onRestart }: { onRestart: () => void }) {
  const t = useTexts()
  return (
    <Step title={t('sign-in.second.title')} submit={t('sign-in.begin_again')} onSubmit={onRestart} busy={false}>
      <p role="alert">{t('sign-in.second.expired')}</p>
    </Step>
  )
}

/** Another way to go on; its words stand in line with everything else. */
export function OtherWay({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <span className="-ml-[13px] flex">
      <Button kind="quiet" onClick={onClick}>
        {children}
      </Button>
    </span>
  )
}

/** For whom one signs in, with the way back. */
export function SigningInAs({ email, onChange }: { email: string; onChange: () => void }) {
  const t = useTexts()
  return (
    <div className="flex items-center justify-between gap-3 rounded-md border border-line bg-sunken py-1.5 pr-1.5 pl-3 text-sm">
      <span className="min-w-0">
        <span className="sr-only">{t('sign-in.as')} </span>
        <Breakable>{email}</Breakable>
      </span>
      <UserName email={email} />
      <Button size="small" kind="quiet" onClick={onChange}>
        {t('common.change')}
      </Button>
    </div>
  )
}

/** Tells password managers whose password is asked for. */
export function UserName({ email }: { email: string }) {
  return (
    <input type="email" name="email" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden="true" className="sr-only" />
  )
}
