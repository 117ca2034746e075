// Who of the partner has this customer: assigned, with a team, for a time, or by their role; and asking for more rights for a while.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getAccessRules } from '../../server/access-requests/contract.ts'
import { endTimedAssignment } from '../../server/assignments/contract.ts'
import { api } from '../api.ts'
import { AssignPeopleDialog } from '../assignments/assign-people-dialog.tsx'
import { useFormats } from '../formats.ts'
import { AskAccessDialog } from '../people/ask-access-dialog.tsx'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useCommand } from '../use-command.ts'
import type { ProfileProps } from './customer-profile.tsx'

type Person = ProfileProps['profile']['people'][number]

export function PeopleCard({ organisation, customer, profile }: ProfileProps) {
  const t = useTexts()
  const [open, setOpen] = useState<'assign' | 'ask'>()
  const rules = useQuery(api.query(getAccessRules, '/api/o/{organisation}/access-rules', { params: { organisation } }))
  const mayAssign = customer.may.includes('assign')
  const missing = profile.rights
    .filter(
      ({ granted, effective, notEffectiveBecause }) =>
        granted.length > 0 && effective.length === 0 && notEffectiveBecause === 'not_assigned',
    )
    .map(({ right }) => right)
  return (
    <SectionCard
      title={t('customer-profile.people.title')}
      description={profile.gates?.namedPeopleOnly && t('customer-profile.people.named_only')}
      actions={
        mayAssign && (
          <Button size="small" onClick={() => setOpen('assign')}>
            {t('customer-profile.people.assign')}
          </Button>
        )
      }
    >
      <ul className="flex flex-col gap-3">
        {profile.people.map((person) => (
          <li key={person.id} className="flex items-start gap-3">
            <Avatar name={person.name} />
            <span className="min-w-0 grow">
              <span className="block wrap-anywhere">{person.name}</span>
              <span className="block wrap-anywhere text-xs text-muted">
                <Access {...person} />
              </span>
              {person.forATime.map((time) => (
                <Time key={time.id} organisation={organisation} time={time} only={person.by === 'time'} mayEnd={mayAssign} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      {!mayAssign && missing.length > 0 && (
        <div className="pt-4">
          <Button size="small" onClick={() => setOpen('ask')}>
            {t('customer-profile.people.ask')}
          </Button>
        </div>
      )}
      {open === 'assign' && <AssignPeopleDialog organisation={organisation} customer={customer} onClose={() => setOpen(undefined)} />}
      {open === 'ask' && (
        <AskAccessDialog
          organisation={organisation}
          customer={customer}
          missing={missing}
          rightsHours={rules.data?.rightsHours ?? 1}
          onClose={() => setOpen(undefined)}
        />
      )}
    </SectionCard>
  )
}

function Access({ role, rights, admitted, teams }: Person) {
  const t = useTexts()
  const formats = useFormats()
  const reach = role === 'collaborator' ? t('customer-profile.people.all_rights') : t('customer-profile.people.by_role')
  const parts = [
    t(`roles.${role}`),
    rights === null ? reach : t('customer-profile.people.some_rights', { count: rights.length }),
    ...(teams.length > 0 ? [t('customer-profile.people.teams', { teams: formats.list(teams) })] : []),
    ...(admitted ? [] : [t('customer-profile.people.not_admitted')]),
  ]
  return parts.join(' · ')
}

/** The only access, or more rights, for a time. */
function Time({
  organisation,
  time,
  only,
  mayEnd,
}: {
  organisation: string
  time: Person['forATime'][number]
  only: boolean
  mayEnd: boolean
}) {
  const t = useTexts()
  const formats = useFormats()
  const end = useCommand({
    run: () =>
      api.delete(endTimedAssignment, '/api/o/{organisation}/timed-assignments/{assignment}', {
        params: { organisation, assignment: time.id },
      }),
    done: () => t('customer-profile.people.ended'),
  })
  const date = formats.dateTime(time.until)
  const rights =
    time.rights === null ? t('customer-profile.people.all_rights') : formats.list(time.rights.map((right) => t(`rights.${right}.name`)))
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
      <span>{only ? t('customer-profile.people.until', { date }) : t('customer-profile.people.more_until', { rights, date })}</span>
      {mayEnd && (
        <Button size="small" kind="quiet" busy={end.isPending} onClick={() => end.mutate(undefined)}>
          {t('customer-profile.people.end_now')}
        </Button>
      )}
    </span>
  )
}
