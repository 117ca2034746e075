// A new rule: which tags, and who gets the customers that have one of them.
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { listPeople } from '../../server/managed-customers/look-contract.ts'
import { makeRule } from '../../server/managed-customers/saved-contract.ts'
import { api } from '../api.ts'
import type { Members } from '../members/members-screen.tsx'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogActions } from '../ui/dialog-frame.tsx'
import { MultiCombobox } from '../ui/multi-combobox.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import type { Team } from './teams-section.tsx'

type RuleDialogProps = { organisation: string; members: Members['members']; teams: readonly Team[]; onClose: () => void }

export function RuleDialog({ organisation, members, teams, onClose }: RuleDialogProps) {
  const t = useTexts()
  const known = useQuery(api.query(listPeople, '/api/o/{organisation}/customers/people', { params: { organisation } }))
  const [name, type] = useState('')
  const [tags, choose] = useState<readonly string[]>([])
  const [to, give] = useState<string | null>(null)
  const isTeam = teams.some(({ id }) => id === to)
  const make = useCommand({
    run: () =>
      api.post(makeRule, '/api/o/{organisation}/assignment-rules', {
        params: { organisation },
        body: { name, filter: { tags: [...tags] }, to: { kind: isTeam ? 'team' : 'person', id: to ?? '' } },
      }),
    done: () => t('people.rules.done', { name }),
    problems: 'inline',
    after: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate(undefined)
  }
  const holders = [
    ...teams.map((team) => ({ value: team.id, label: team.name, hint: t('people.team') })),
    ...members.map((member) => ({ value: member.personId, label: member.name, hint: t(`roles.${member.role}`) })),
  ]
  return (
    <Dialog open onOpenChange={onClose} title={t('people.rules.make')} description={t('people.rules.form')}>
      <form className="flex flex-col gap-5" onSubmit={submit}>
        <TextInput label={t('common.name')} name="rule" autoComplete="off" value={name} onChange={type} />
        <MultiCombobox
          label={t('people.rules.tags')}
          hint={known.data?.tags.length === 0 ? t('people.rules.no_tags') : undefined}
          options={(known.data?.tags ?? []).map((tag) => ({ value: tag, label: tag }))}
          values={tags}
          onChange={choose}
        />
        <Select label={t('people.rules.to')} options={holders} value={to} onChange={give} placeholder={t('people.choose')} />
        {make.error && (
          <p role="alert" className="text-sm text-danger-ink">
            {problemText(t, make.error)}
          </p>
        )}
        <DialogActions inside>
          <Button type="submit" kind="primary" busy={make.isPending} disabled={name.trim() === '' || tags.length === 0 || to === null}>
            {t('people.rules.make')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
