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
import { PersonRow, type PersonRowProps } from './person-row.tsx'

type Assignable = z.output<typeof listAssignable.answer>
/** Null: all that was granted. */
export type Chosen = ReadonlyMap<string, readonly RightId[] | null>

export function AssignPeopleDialog(props: CustomerDialogProps) {
  const t = useTexts()
  const { organisation, customer, onClose } = props
  const params = customerParams({ organisation, customer })
  const assignable = useQuery({ ...api.query(listAssignable, `${ofCustomer}/assignable`, { params }), staleTime: 0 })
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
  const [chosen, choose] = useState<Chosen>(
    () => new Map(assignable.people.filter(({ assigned }) => assigned).map(({ id, rights }) => [id, rights])),
  )
  const [teams, chooseTeams] = useState<Chosen>(
    () => new Map(assignable.teams.filter(({ assigned }) => assigned).map(({ id, rights }) => [id, rights])),
  )
  const [isTried, setTried] = useState(false)
  const isIncomplete = [...chosen.values(), ...teams.values()].some((rights) => rights?.length === 0)
  const assign = useCommand({
    run: () =>
      api.post(assignPeople, `${ofCustomer}/assign`, {
        params: customerParams({ organisation, customer }),
        body: { people: holders(chosen), ...(assignable.teams.length > 0 ? { teams: holders(teams) } : {}) },
      }),
    done: () => t('assignments.done'),
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

const holders = (chosen: Chosen) => [...chosen].map(([id, rights]) => ({ id, rights: rights && [...rights] }))

/** `undefined`: not assigned. */
function withPerson(chosen: Chosen, id: string, rights: readonly RightId[] | null | undefined): Chosen {
  const next = new Map(chosen)
  if (rights === undefined) next.delete(id)
  else next.set(id, rights)
  return next
}
