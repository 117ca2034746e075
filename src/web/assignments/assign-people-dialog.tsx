// Who looks after a customer: people and teams ticked, each with everything that was granted or only some of it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { api } from '../api.ts'
import { Problem, problemText } from '../problem.ts'
import type { CustomerDialogProps } from '../requests/customer-dialog.ts'
import { type Translate, useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { type Chosen, withPerson } from './chosen-holders.ts'
import { PersonRow, type PersonRowProps } from './person-row.tsx'
import { type Assignable, useAssigning, whoMay } from './use-assigning.ts'

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

function People({ assignable, ...props }: CustomerDialogProps & { assignable: Assignable }) {
  const t = useTexts()
  const { seen, chosen, choose, changedByOthers, assign } = useAssigning(props, assignable)
  const [isTried, setTried] = useState(false)
  const isIncomplete = [...chosen.people.values(), ...chosen.teams.values()].some((rights) => rights?.length === 0)
  const change = (next: Partial<typeof chosen>) => {
    assign.reset()
    choose({ ...chosen, ...next })
  }
  const submit = () => {
    setTried(true)
    if (!isIncomplete) assign.mutate()
  }
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={t('assignments.title', { customer: props.customer.name })}
      description={t('assignments.what')}
      actions={
        <>
          <Button kind="primary" busy={assign.isPending} onClick={submit}>
            {t('assignments.save')}
          </Button>
          {(assign.error || (isTried && isIncomplete)) && (
            <p role="alert" className="self-center text-sm text-danger-ink sm:mr-auto">
              {isIncomplete ? t('assignments.rights.none') : wrongText(t, assign.error, changedByOthers)}
            </p>
          )}
        </>
      }
    >
      {seen.teams.length > 0 && (
        <section className="flex flex-col gap-2 pb-2">
          <h3 className="font-medium">{t('assignments.teams')}</h3>
          <Rows
            rows={seen.teams.map((team) => ({
              ...team,
              role: null,
              admitted: true,
              hint: t('assignments.team_people', { count: team.people }),
            }))}
            granted={seen.granted}
            chosen={chosen.teams}
            onChange={(id, rights) => change({ teams: withPerson(chosen.teams, id, rights) })}
          />
          <h3 className="pt-3 font-medium">{t('assignments.people')}</h3>
        </section>
      )}
      <Rows
        rows={seen.people}
        granted={seen.granted}
        chosen={chosen.people}
        onChange={(id, rights) => change({ people: withPerson(chosen.people, id, rights) })}
      />
    </Dialog>
  )
}

/** Where somebody else was faster, the dialog shows their state already, with what was chosen here. */
function wrongText(t: Translate, error: unknown, changedByOthers: readonly string[]): string {
  if (!(error instanceof Problem) || error.code !== 'changed_meanwhile' || changedByOthers.length === 0) return problemText(t, error)
  return t('assignments.changed_meanwhile', { names: changedByOthers.join(', ') })
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
