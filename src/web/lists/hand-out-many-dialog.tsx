// Who gets, or loses, the selected customers; or which tags they get or lose. What becomes of each is shown before anything happens.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { listPeople } from '../../server/managed-customers/look-contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { tagsIn } from '../requests/add-customer/request-body.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogActions } from '../ui/dialog-frame.tsx'
import { MultiCombobox } from '../ui/multi-combobox.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import { createTargetList } from './create-list.ts'
import type { ListTarget } from './selection-bar.tsx'

export const handOuts = ['assign', 'unassign', 'tag', 'untag'] as const
export type HandOut = (typeof handOuts)[number]
type HandOutProps = { organisation: string; action: HandOut; target: ListTarget; onClose: () => void }

export function HandOutManyDialog({ organisation, action, target, onClose }: HandOutProps) {
  const t = useTexts()
  const navigate = useNavigate()
  const [holders, choose] = useState<readonly string[]>([])
  const [words, type] = useState('')
  const known = useQuery(api.query(listPeople, '/api/o/{organisation}/customers/people', { params: { organisation } }))
  const teams = known.data?.teams ?? []
  const people = known.data?.people ?? []
  const isAboutTags = action === 'tag' || action === 'untag'
  const tags = tagsIn(words)
  const of = (all: readonly { readonly id: string }[]) => holders.filter((id) => all.some((one) => one.id === id))
  const chosen = isAboutTags ? { tags } : { people: of(people), teams: of(teams) }
  const begin = useCommand({
    run: () => createTargetList(organisation, { action, chosen, target: target as never }),
    problems: 'inline',
    after: (bulk) => void navigate({ to: '/o/$organisation/lists/$bulk', params: { organisation, bulk } }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin.mutate(undefined)
  }
  return (
    <Dialog open onOpenChange={onClose} title={t(`lists.action.${action}`)} description={t('lists.hand_out.what')}>
      <form className="flex flex-col gap-5" onSubmit={submit}>
        {isAboutTags ? (
          <TextInput label={t('lists.hand_out.tags')} hint={t('lists.hand_out.tags.hint')} name="tags" value={words} onChange={type} />
        ) : (
          <MultiCombobox
            label={t('lists.hand_out.who')}
            options={[
              ...teams.map(({ id, name }) => ({ value: id, label: name, hint: t('people.team') })),
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            values={holders}
            onChange={choose}
          />
        )}
        {begin.error && (
          <p role="alert" className="text-sm text-danger-ink">
            {problemText(t, begin.error)}
          </p>
        )}
        <DialogActions inside>
          <Button type="submit" kind="primary" busy={begin.isPending} disabled={isAboutTags ? tags.length === 0 : holders.length === 0}>
            {t('lists.hand_out.check')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
