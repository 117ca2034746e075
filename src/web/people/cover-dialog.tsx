// Somebody is away: who stands in, and until when. It ends by itself.
import { type FormEvent, useState } from 'react'
import { coverMember } from '../../server/members/off-boarding-contract.ts'
import { api } from '../api.ts'
import type { Member, Members } from '../members/members-screen.tsx'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogActions } from '../ui/dialog-frame.tsx'
import { Select } from '../ui/select.tsx'
import { useCommand } from '../use-command.ts'

export type AboutMemberProps = { organisation: string; member: Member; members: Members['members']; onClose: () => void }

export function CoverDialog({ organisation, member, members, onClose }: AboutMemberProps) {
  const t = useTexts()
  const others = members.filter(({ personId }) => personId !== member.personId)
  const [substitute, choose] = useState<string | null>(null)
  const [until, setUntil] = useState('')
  const cover = useCommand({
    run: () =>
      api.post(coverMember, '/api/o/{organisation}/members/{person}/cover', {
        params: { organisation, person: member.personId },
        body: { substitute: substitute ?? '', until },
      }),
    done: ({ customers }) => t('people.cover.done', { count: customers }),
    problems: 'inline',
    after: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    cover.mutate(undefined)
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('people.cover.title', { name: member.name })}
      description={t('people.cover.what', { name: member.name })}
    >
      <form className="flex flex-col gap-5" onSubmit={submit}>
        <Select
          label={t('people.cover.who')}
          options={others.map(({ personId, name, role }) => ({ value: personId, label: name, hint: t(`roles.${role}`) }))}
          value={substitute}
          onChange={choose}
          placeholder={t('people.choose')}
        />
        <DateInput label={t('people.cover.until')} value={until} onChange={setUntil} />
        {cover.error && (
          <p role="alert" className="text-sm text-danger-ink">
            {problemText(t, cover.error)}
          </p>
        )}
        <DialogActions inside>
          <Button type="submit" kind="primary" busy={cover.isPending} disabled={substitute === null || until === ''}>
            {t('people.cover.do')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
