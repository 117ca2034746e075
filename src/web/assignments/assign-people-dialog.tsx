// Who looks after a customer: people ticked, each with everything that was granted or only some of it.
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
import { PersonRow } from './person-row.tsx'

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
  const [isTried, setTried] = useState(false)
  const isIncomplete = [...chosen.values()].some((rights) => rights?.length === 0)
  const assign = useCommand({
    run: () =>
      api.post(assignPeople, `${ofCustomer}/assign`, {
        params: customerParams({ organisation, customer }),
        body: { people: [...chosen].map(([id, rights]) => ({ id, rights: rights && [...rights] })) },
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
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
        {assignable.people.map((person) => (
          <li key={person.id} className="px-3 py-2.5">
            <PersonRow
              person={person}
              granted={assignable.granted}
              rights={chosen.get(person.id)}
              onChange={(rights) => {
                assign.reset()
                choose((before) => withPerson(before, person.id, rights))
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** `undefined`: not assigned. */
function withPerson(chosen: Chosen, id: string, rights: readonly RightId[] | null | undefined): Chosen {
  const next = new Map(chosen)
  if (rights === undefined) next.delete(id)
  else next.set(id, rights)
  return next
}
