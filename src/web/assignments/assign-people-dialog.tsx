// Who looks after a customer: people and teams ticked, each with everything that was granted or only some of it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { assignPeople, listAssignable } from '../../server/assignments/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { type CustomerDialogProps, customerParams, ofCustomer, refreshes } from '../requests/customer-dialog.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { useCommand } from '../use-command.ts'
import { assignedOf, type Chosen, hasAll, holders, takenBack, withPerson } from './chosen-holders.ts'
import { PersonRow, type PersonRowProps } from './person-row.tsx'

type Assignable = z.output<typeof listAssignable.answer>
const whoMay = (of: Parameters<typeof customerParams>[0]) =>
  [listAssignable, `${ofCustomer}/assignable`, { params: customerParams(of) }] as const

export function AssignPeopleDialog(props: CustomerDialogProps) {
  const t = useTexts()
  const { organisation, customer, onClose } = props
  // Never from memory: what stands there is sent as it shall be, and a colleague may have taken the customer from somebody since.
  const assignable = useQuery({ ...api.query(...whoMay({ organisation, customer })), gcTime: 0 })
  if (assignable.data) return <People {...props} assignable={assignable.data} />
  return (
    <Dialog open onOpenChange={onClose} title={t('assignments.title', { customer: customer.name })}>
      {assignable.isPending ? (
        <SkeletonLines label={t('assignments.title', { customer: customer.name })} />
      ) : (
        <p className="text-danger-ink">{problemText(t, assignable.error)}</p>
      )}
    </Dialog>
  )
}

function People({ organisation, customer, onClose, assignable }: CustomerDialogProps & { assignable: Assignable }) {
  const t = useTexts()
  const [before] = useState(() => ({ people: assignedOf(assignable.people), teams: assignedOf(assignable.teams) }))
  const [chosen, choose] = useState<Chosen>(before.people)
  const [teams, chooseTeams] = useState<Chosen>(before.teams)
  const [isTried, setTried] = useState(false)
  const isIncomplete = [...chosen.values(), ...teams.values()].some((rights) => rights?.length === 0)
  const put = (people: Chosen, ofTeams: Chosen) =>
    api.post(assignPeople, `${ofCustomer}/assign`, {
      params: customerParams({ organisation, customer }),
      body: { people: holders(people), ...(assignable.teams.length > 0 ? { teams: holders(ofTeams) } : {}) },
    })
  const takeBack = async () => {
    const { people, teams: ofTeams } = await api.get(...whoMay({ organisation, customer }))
    return put(takenBack(assignedOf(people), chosen, before.people), takenBack(assignedOf(ofTeams), teams, before.teams))
  }
  // Whoever loses a customer loses the ways in that they made, and these do not come back.
  const isSafe = hasAll(chosen, before.people) && hasAll(teams, before.teams)
  const assign = useCommand({
    run: () => put(chosen, teams),
    done: () => t('assignments.done'),
    ...(isSafe ? { undo: takeBack } : {}),
    refreshes: refreshes(organisation),
    problems: 'inline',
    after: onClose,
  })
  const submit = () => {
    setTried(true)
    if (!isIncomplete) assign.mutate()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('assignments.title', { customer: customer.name })}
      description={t('assignments.what')}
      actions={
        <>
          <Button kind="primary" busy={assign.isPending} onClick={submit}>
            {t('assignments.save')}
          </Button>
          {(assign.error || (isTried && isIncomplete)) && (
            <p role="alert" className="self-center text-sm text-danger-ink sm:mr-auto">
              {isIncomplete ? t('assignments.rights.none') : problemText(t, assign.error)}
            </p>
          )}
        </>
      }
    >
      {assignable.teams.length > 0 && (
        <section className="flex flex-col gap-2 pb-2">
          <h3 className="font-medium">{t('assignments.teams')}</h3>
          <Rows
            rows={assignable.teams.map((team) => ({
              ...team,
              role: null,
              admitted: true,
              hint: t('assignments.team_people', { count: team.people }),
            }))}
            granted={assignable.granted}
            chosen={teams}
            onChange={(id, rights) => {
              assign.reset()
              chooseTeams((before) => withPerson(before, id, rights))
            }}
          />
          <h3 className="pt-3 font-medium">{t('assignments.people')}</h3>
        </section>
      )}
      <Rows
        rows={assignable.people}
        granted={assignable.granted}
        chosen={chosen}
        onChange={(id, rights) => {
          assign.reset()
          choose((before) => withPerson(before, id, rights))
        }}
      />
    </Dialog>
  )
}

type RowsProps = {
  rows: readonly (PersonRowProps['person'] & { readonly id: string })[]
  granted: readonly RightId[]
  chosen: Chosen
  onChange: (id: string, rights: readonly RightId[] | null | undefined) => void
}

function Rows({ rows, granted, chosen, onChange }: RowsProps) {
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
      {rows.map((row) => (
        <li key={row.id} className="px-3 py-2.5">
          <PersonRow person={row} granted={granted} rights={chosen.get(row.id)} onChange={(rights) => onChange(row.id, rights)} />
        </li>
      ))}
    </ul>
  )
}
