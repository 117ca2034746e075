// The password: since when, and a dialog to set another one that says at once whether it is good enough.
import { useState } from 'react'
import { setPassword } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import type { Me } from '../shell/me.ts'
import { PasswordInput } from '../sign-in/password-input.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useCommand } from '../use-command.ts'
import { usePasswordAdvice } from './password-advice.ts'
import { SignInRow } from './sign-in-section.tsx'

type PasswordRowProps = { setAt: string | null; person: Me['person'] }

export function PasswordRow({ setAt, person }: PasswordRowProps) {
  const t = useTexts()
  const { hasPasskey, hasSecondFactor } = person
  const formats = useFormats()
  const [open, setOpen] = useState(false)
  const title = t(setAt === null ? 'account.password.set' : 'account.password.change')
  return (
    <SignInRow
      id="password"
      title={t('account.password.title')}
      state={
        setAt === null
          ? t(hasPasskey ? 'account.password.none_passkey' : 'account.password.none')
          : t('account.password.since', { date: formats.longDate(setAt) })
      }
    >
      <Dialog
        title={title}
        description={t(hasSecondFactor ? 'account.password.rule_second' : 'account.password.rule')}
        size="small"
        open={open}
        onOpenChange={setOpen}
        trigger={<Button>{title}</Button>}
      >
        {open && <NewPassword title={title} isFirst={setAt === null} person={person} onDone={() => setOpen(false)} />}
      </Dialog>
    </SignInRow>
  )
}

type NewPasswordProps = { title: string; isFirst: boolean; person: Me['person']; onDone: () => void }

function NewPassword({ title, isFirst, person, onDone }: NewPasswordProps) {
  const t = useTexts()
  const [password, type] = useState('')
  const advice = usePasswordAdvice(password, { hasSecondFactor: person.hasSecondFactor, names: [person.name, person.email] })
  const save = useCommand({
    run: () => api.put(setPassword, '/api/account/password', { body: { password } }),
    done: () => t('account.password.done'),
    problems: 'inline',
    after: onDone,
  })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(undefined)
      }}
    >
      <input
        type="email"
        name="email"
        autoComplete="username"
        value={person.email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
      />
      <PasswordInput
        label={t('account.password.new')}
        autoComplete="new-password"
        value={password}
        onChange={(typed) => {
          type(typed)
          save.reset()
        }}
        error={advice.refused ?? (save.isError ? problemText(t, save.error) : undefined)}
      />
      {advice.refused === undefined && <output className="-mt-2 block min-h-4 text-xs text-muted tabular-nums">{advice.progress}</output>}
      {!isFirst && <p className="text-muted">{t('account.password.others_end')}</p>}
      <Button type="submit" kind="primary" wide busy={save.isPending} disabled={!advice.isGood}>
        {title}
      </Button>
    </form>
  )
}
