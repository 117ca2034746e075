// A failed attempt is put on the journal by a job, the same for known and unknown addresses, so that no one can tell them apart by the time.
import { asId, type PersonId } from '../../domain/ids.ts'
import type { House } from '../house.ts'
import { organisationsOf } from '../identity/organisations-store.ts'
import { record, toEntry } from '../journal/record.ts'
import { decidedOnNothing, sealing } from '../journal/seal.ts'
import { enqueue } from '../platform/jobs.ts'
import { transact } from '../platform/transact.ts'
import type { AnyWork } from '../work.ts'

type Failed = { readonly personId: string | null; readonly method: string }

export function noteFailure(work: Pick<AnyWork, 'tx'>, personId: PersonId | undefined, method: string): Promise<void> {
  return enqueue(work.tx, { kind: 'note-failed-sign-in', payload: { personId: personId ?? null, method } satisfies Failed })
}

export async function recordFailure(house: House, payload: unknown): Promise<void> {
  const { personId: id, method } = payload as Failed
  const personId = id === null ? null : asId<PersonId>(id)
  await transact(house.pools.system, {}, async (tx) => {
    const work = { events: [], person: undefined, context: { kind: 'none' } } satisfies Pick<AnyWork, 'events' | 'person' | 'context'>
    // Of an unknown address too, for nobody to read: positions of the journal are seen, and must not tell either.
    const readers = personId === null ? [] : await organisationsOf(tx, personId)
    record(work, { kind: 'person.sign_in_failed', readers, data: { personId, method } })
    return {
      result: undefined,
      closing: sealing(
        work.events.map((event) => toEntry(event, work)),
        decidedOnNothing,
      ),
    }
  })
}
