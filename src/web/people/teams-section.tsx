// The teams: who is in them, how many customers each has, and how they are made, changed and deleted.
import { Pencil, Trash2, UsersRound } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { deleteTeam, type listTeams } from '../../server/teams/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import type { Members } from '../members/members-screen.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { MenuItem, MoreMenu } from '../ui/menu.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useCommand } from '../use-command.ts'
import { TeamDialog } from './team-dialog.tsx'

export type Team = z.output<typeof listTeams.answer>['teams'][number]
export type TeamsProps = { organisation: string; teams: readonly Team[]; members: Members['members']; mayChange: boolean }

export function TeamsSection({ organisation, teams, members, mayChange }: TeamsProps) {
  const t = useTexts()
  const [isCreating, setCreating] = useState(false)
  return (
    <SectionCard
      title={t('people.teams')}
      description={t('people.teams.what')}
      actions={
        mayChange && (
          <Button size="small" icon={<UsersRound aria-hidden="true" />} onClick={() => setCreating(true)}>
            {t('people.teams.create')}
          </Button>
        )
      }
    >
      {teams.length === 0 ? (
        <p className="text-muted">{t('people.teams.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {teams.map((team) => (
            <li key={team.id} className="py-3 first:pt-0 last:pb-0">
              <TeamRow organisation={organisation} team={team} members={members} mayChange={mayChange} />
            </li>
          ))}
        </ul>
      )}
      {isCreating && <TeamDialog organisation={organisation} members={members} team={null} onClose={() => setCreating(false)} />}
    </SectionCard>
  )
}

function TeamRow({ organisation, team, members, mayChange }: Omit<TeamsProps, 'teams'> & { team: Team }) {
  const t = useTexts()
  const formats = useFormats()
  const [open, setOpen] = useState<'change' | 'delete'>()
  const close = () => setOpen(undefined)
  const { name, people, customers } = team
  const remove = useCommand({
    run: () => api.delete(deleteTeam, '/api/o/{organisation}/teams/{team}', { params: { organisation, team: team.id } }),
    done: () => t('people.teams.deleted', { name }),
    after: close,
  })
  return (
    <div className="flex items-start justify-between gap-3">
      <div className="min-w-0">
        <p className="wrap-anywhere font-medium">{name}</p>
        <p className="wrap-anywhere text-sm text-muted">
          {people.length === 0 ? t('people.teams.nobody') : formats.list(people.map((person) => person.name))}
        </p>
        <p className="text-sm text-muted tabular-nums">{t('people.teams.customers', { count: customers })}</p>
      </div>
      {mayChange && (
        <MoreMenu label={t('people.teams.actions', { name })}>
          <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setOpen('change')}>
            {t('people.teams.change')}
          </MenuItem>
          <MenuItem icon={<Trash2 aria-hidden="true" />} danger onSelect={() => setOpen('delete')}>
            {t('people.teams.delete')}
          </MenuItem>
        </MoreMenu>
      )}
      {open === 'change' && <TeamDialog organisation={organisation} members={members} team={team} onClose={close} />}
      <ConfirmDialog
        open={open === 'delete'}
        onOpenChange={close}
        title={t('people.teams.delete.question', { name })}
        confirm={t('people.teams.delete')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined)}
      >
        {t('people.teams.delete.what', { count: customers })}
      </ConfirmDialog>
    </div>
  )
}
