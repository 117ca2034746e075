// Work that goes on after its request, in the name of whoever ordered it: what a use case works with then, and how it is sealed.
import { type InName, openInName } from './authorization/in-name-of.ts'
import type { House } from './house.ts'
import { toEntry } from './journal/record.ts'
import { decidedOnNothing, sealing } from './journal/seal.ts'
import { limitOn } from './limit.ts'
import { closeWaysIn } from './partnerships/close-ways-in.ts'
import type { Transaction } from './platform/transact.ts'
import { reactLater } from './react.ts'
import type { OwnWork } from './work.ts'

/** `isMember`: whether the person still belongs to the organisation; without it nothing may be done. */
export type NamedWork = { readonly work: OwnWork; readonly isMember: boolean; readonly position: number }

/** Sets the context of the transaction. Nobody is there: endpoints that ask for a fresh authentication are judged when it is ordered. */
export async function workInName(house: House, tx: Transaction, name: InName): Promise<NamedWork> {
  const { organisationId, personId } = name
  const opened = await openInName(tx, name)
  const work: OwnWork = {
    ...{ tx, person: opened.person, now: opened.now, secrets: house.secrets, publicUrl: house.publicUrl },
    providerNames: house.config.providerNames,
    graceDays: house.config.graceDays,
    context: {
      ...{ kind: 'own', organisationId, role: opened.membership?.role ?? 'collaborator' },
      membership: opened.membership ?? { organisationId, personId, role: 'collaborator' },
    },
    client: { address: '', agent: undefined },
    limit: limitOn(house.pools.system),
    ...{ events: [], receipts: [], decidedOn: new Set<string>() },
  }
  return { work, isMember: opened.membership !== null, position: opened.position }
}

/** What follows is written down, and the transaction is sealed on what was decided. */
export async function sealed({ work, position }: NamedWork) {
  await closeWaysIn(work)
  await reactLater(work)
  const decided = work.events.length > 0 ? { keys: [work.person.id, ...work.decidedOn], position } : decidedOnNothing
  return sealing(
    work.events.map((event) => toEntry(event, work)),
    decided,
  )
}
