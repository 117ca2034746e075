// A team: its name and who is in it.
import { type FormEvent, useState } from 'react'
import { changeTeam, createTeam } from '../../server/teams/contract.ts'
import { api } from '../api.ts'
import type { Members } from '../members/members-screen.tsx'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogActions } from '../ui/dialog-frame.tsx'
import { MultiCombobox } from '../ui/multi-combobox.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import type { Team } from './teams-section.tsx'

type TeamDialogProps = { organisation: string; members: Members['members']; team: Team | null; onClose: () => void }

export function TeamDialog({ organisation, members, team, onClose }: TeamDialogProps) {
  const t = useTexts()
  const [name, type] = useState(team?.name ?? '')
  const [people, choose] = useState<readonly string[]>(team?.people.map(({ id }) => id) ?? [])
  const body = { name, people: [...people] }
  const save = useCommand<void, unknown>({
    run: () =>
      team === null
        ? api.post(createTeam, '/api/o/{organisation}/teams', { params: { organisation }, body })
        : api.patch(changeTeam, '/api/o/{organisation}/teams/{team}', { params: { organisation, team: team.id }, body }),
    done: () => t('people.teams.saved', { name }),
    problems: 'inline',
    after: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(team === null ? 'people.teams.create' : 'people.teams.change')}
      description={t('people.teams.form')}
    >
      <form className="flex flex-col gap-5" onSubmit={submit}>
        <TextInput
          label={t('common.name')}
          name="team"
          autoComplete="off"
          value={name}
          onChange={(typed) => {
            type(typed)
            save.reset()
          }}
          error={save.isError ? problemText(t, save.error) : undefined}
        />
        <MultiCombobox
          label={t('people.teams.members')}
          options={members.map((member) => ({ value: member.personId, label: member.name, hint: t(`roles.${member.role}`) }))}
          values={people}
          onChange={choose}
        />
        <DialogActions inside>
          <Button type="submit" kind="primary" busy={save.isPending} disabled={name.trim() === ''}>
            {t('people.teams.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
