// Invites somebody by address, with a role and the language of the mail.
import { UserPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { type Language, languages } from '../../domain/language.ts'
import type { Role } from '../../domain/organisation.ts'
import { inviteMember } from '../../server/members/contract.ts'
import { api } from '../api.ts'
import { fieldProblem, problemText } from '../problem.ts'
import { useLanguage, useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogActions } from '../ui/dialog-frame.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import { RoleChoice } from './role-choice.tsx'

export function InviteDialog({ organisation, roles }: { organisation: string; roles: readonly Role[] }) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      title={t('members.invite.title')}
      description={t('members.invite.lead')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button kind="primary" icon={<UserPlus aria-hidden="true" />}>
          {t('members.invite')}
        </Button>
      }
    >
      {open && <InviteForm organisation={organisation} roles={roles} onDone={() => setOpen(false)} />}
    </Dialog>
  )
}

function InviteForm({ organisation, roles, onDone }: { organisation: string; roles: readonly Role[]; onDone: () => void }) {
  const t = useTexts()
  const [email, type] = useState('')
  const [role, choose] = useState<Role>(roles.includes('collaborator') ? 'collaborator' : (roles[0] ?? 'collaborator'))
  const [language, speak] = useState<Language>(useLanguage())
  const invite = useCommand({
    run: () =>
      api.post(inviteMember, '/api/o/{organisation}/member-invitations', { params: { organisation }, body: { email, role, language } }),
    done: () => t('members.invite.sent', { address: email }),
    problems: 'inline',
    after: onDone,
    signed: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate(undefined)
  }
  const refused = fieldProblem(t, invite.error, 'email') ? t('problems.invalid_address') : undefined
  return (
    <form className="flex flex-col gap-5" onSubmit={submit}>
      <TextInput
        label={t('common.email')}
        type="email"
        name="invited"
        autoComplete="off"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        onChange={(typed) => {
          type(typed)
          invite.reset()
        }}
        error={refused ?? (invite.isError ? problemText(t, invite.error) : undefined)}
      />
      <RoleChoice roles={roles} role={role} onChange={choose} />
      <Select
        label={t('members.invite.language')}
        options={languages.map((value) => ({ value, label: t(`common.language.${value}`) }))}
        value={language}
        onChange={speak}
      />
      <DialogActions inside>
        <Button type="submit" kind="primary" busy={invite.isPending} disabled={email.trim() === ''}>
          {t('members.invite.send')}
        </Button>
      </DialogActions>
    </form>
  )
}
