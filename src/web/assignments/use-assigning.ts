// What the dialog of an assignment holds and how it is sent: on what was seen, so that what a colleague changed meanwhile is shown and not overwritten.
import { useState } from 'react'
import type { z } from 'zod'
import { assignPeople, listAssignable } from '../../server/assignments/contract.ts'
import { api } from '../api.ts'
import { Problem } from '../problem.ts'
import { type CustomerDialogProps, customerParams, ofCustomer, refreshes } from '../requests/customer-dialog.ts'
import { useTexts } from '../texts.tsx'
import { useCommand } from '../use-command.ts'
import { assignedOf, type Chosen, carriedOver, changedBetween, hasAll, holders, takenBack } from './chosen-holders.ts'

export type Assignable = z.output<typeof listAssignable.answer>
type Holders = { readonly people: Chosen; readonly teams: Chosen }

export const whoMay = (of: Parameters<typeof customerParams>[0]) =>
  [listAssignable, `${ofCustomer}/assignable`, { params: customerParams(of) }] as const

const heldIn = ({ people, teams }: Assignable): Holders => ({ people: assignedOf(people), teams: assignedOf(teams) })

export function useAssigning({ organisation, customer, onClose }: CustomerDialogProps, read: Assignable) {
  const t = useTexts()
  const [seen, see] = useState(read)
  const [chosen, choose] = useState(() => heldIn(read))
  /** Names of those whom somebody else gave the customer, or took it from, while this was open. */
  const [changedByOthers, tell] = useState<readonly string[]>([])
  const before = heldIn(seen)
  const load = () => api.get(...whoMay({ organisation, customer }))
  const put = ({ people, teams }: Holders, { version, teams: all }: Assignable) =>
    api.post(assignPeople, `${ofCustomer}/assign`, {
      params: customerParams({ organisation, customer }),
      body: { version, people: holders(people), ...(all.length > 0 ? { teams: holders(teams) } : {}) },
    })
  const takeIn = async () => {
    const read = await load()
    const now = heldIn(read)
    see(read)
    choose({
      people: known(carriedOver(chosen.people, before.people, now.people), read.people),
      teams: known(carriedOver(chosen.teams, before.teams, now.teams), read.teams),
    })
    const changed = [...changedBetween(before.teams, now.teams), ...changedBetween(before.people, now.people)]
    tell(changed.flatMap((id) => [...read.teams, ...read.people].find((one) => one.id === id)?.name ?? []))
  }
  const takeBack = async () => {
    const read = await load()
    const now = heldIn(read)
    const people = takenBack(now.people, chosen.people, before.people)
    return put({ people, teams: takenBack(now.teams, chosen.teams, before.teams) }, read)
  }
  // Whoever loses a customer loses the ways in that they made, and these do not come back.
  const isSafe = hasAll(chosen.people, before.people) && hasAll(chosen.teams, before.teams)
  const assign = useCommand({
    run: () =>
      put(chosen, seen).catch(async (failure: unknown) => {
        if (failure instanceof Problem && failure.code === 'changed_meanwhile') await takeIn()
        throw failure
      }),
    done: () => t('assignments.done'),
    ...(isSafe ? { undo: takeBack } : {}),
    refreshes: refreshes(organisation),
    problems: 'inline',
    after: onClose,
  })
  return { seen, chosen, choose, changedByOthers, assign }
}

/** Without whoever is no colleague any more. */
const known = (chosen: Chosen, all: readonly { readonly id: string }[]): Chosen =>
  new Map([...chosen].filter(([id]) => all.some((one) => one.id === id)))
