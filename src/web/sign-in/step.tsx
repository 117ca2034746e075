// One step of signing in: its question, its form, and what else one can do.
import { type ReactNode, useId } from 'react'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'

export type StepProps = {
  title: string
  lead?: ReactNode
  children: ReactNode
  onSubmit: () => void
  submit: string
  busy: boolean
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
        {lead && <div className="text-muted">{lead}</div>}
      </header>
      <form
        aria-labelledby={id}
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
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

/** For whom one signs in, with the way back; the hidden field tells password managers. */
export function SigningInAs({ email, onChange }: { email: string; onChange: () => void }) {
  const t = useTexts()
  return (
    <div className="flex items-center justify-between gap-3 rounded-md border border-line bg-sunken py-1.5 pr-1.5 pl-3 text-sm">
      <span className="min-w-0 break-words">
        <span className="sr-only">{t('sign-in.as')} </span>
        {email}
      </span>
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
      <Button size="small" kind="quiet" onClick={onChange}>
        {t('common.change')}
      </Button>
    </div>
  )
}
