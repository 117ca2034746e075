// A view under a name, for oneself or for a team one is in: saved anew, or renamed and shared.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { changeView, saveView } from '../../../server/managed-customers/saved-contract.ts'
import { listTeams } from '../../../server/teams/contract.ts'
import { api } from '../../api.ts'
import { problemText } from '../../problem.ts'
import { useMe } from '../../shell/me.ts'
import { useTexts } from '../../texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-frame.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useCommand } from '../../use-command.ts'
import { type ListState, writeState } from '../list-state.ts'
import { viewPath } from './use-view-commands.ts'
import { type SavedView, stateOf, viewsPath } from './views-data.ts'

export type ViewDialogProps = { organisation: string; state: ListState; view: SavedView | undefined; onClose: () => void }
const oneself = 'oneself'

export function ViewDialog({ organisation, state, view, onClose }: ViewDialogProps) {
  const t = useTexts()
  const navigate = useNavigate()
  const { person } = useMe()
  const [name, rename] = useState(view?.name ?? '')
  const [team, share] = useState<string>(view?.team?.id ?? oneself)
  const teams = useQuery(api.query(listTeams, '/api/o/{organisation}/teams', { params: { organisation } })).data?.teams ?? []
  const mine = teams.filter(({ id, people }) => id === view?.team?.id || people.some((one) => one.id === person.id))
  const save = useCommand({
    run: () => {
      const body = { name, filter: writeState(view ? stateOf(view) : state), teamId: team === oneself ? null : team }
      return view
        ? api.put(changeView, viewPath, { params: { organisation, view: view.id }, body }).then(() => ({ id: view.id }))
        : api.post(saveView, viewsPath, { params: { organisation }, body })
    },
    done: () => t('views.saved', { name }),
    refreshes: `/api/o/${organisation}/customer-views`,
    problems: 'inline',
    after: ({ id }) => {
      if (!view) void navigate({ to: '.', search: { ...writeState(state), view: id } as never, replace: true })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(undefined)
  }
  return (
    <Dialog open onOpenChange={onClose} title={t(view ? 'views.edit.title' : 'views.save.title')} description={t('views.save.what')}>
      <form className="flex flex-col gap-5" onSubmit={submit}>
        <TextInput label={t('views.name')} name="view-name" autoComplete="off" maxLength={80} value={name} onChange={rename} />
        {mine.length > 0 && (
          <Select
            label={t('views.for')}
            options={[
              { value: oneself, label: t('views.for.oneself') },
              ...mine.map((one) => ({ value: one.id, label: t('views.of_team', { team: one.name }) })),
            ]}
            value={team}
            onChange={share}
          />
        )}
        {save.error && (
          <p role="alert" className="text-sm text-danger-ink">
            {problemText(t, save.error)}
          </p>
        )}
        <DialogActions inside>
          <Button type="submit" kind="primary" busy={save.isPending} disabled={name.trim() === ''}>
            {t(view ? 'views.edit.confirm' : 'views.save.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
