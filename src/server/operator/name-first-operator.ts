// On the command line: names an operator by address, also the first one, and ends their work. Whoever has no account yet gets one with that address.
import type pg from 'pg'
import type { DomainEvent } from '../../domain/event.ts'
import type { PersonId } from '../../domain/ids.ts'
import { instant } from '../../domain/time.ts'
import { nameFromAddress } from '../identity/name-from-address.ts'
import { toEntry } from '../journal/record.ts'
import { decidedOnNothing, sealing } from '../journal/seal.ts'
import { OperatorError } from '../platform/operator-error.ts'
import { type Transaction, transact } from '../platform/transact.ts'
import { endOperator, findPersonWith, hasAPart, insertOperator, listOperatorRows, type OperatorRow } from './operator-store.ts'
import { registerPerson } from './register-person-store.ts'

/** As prokura_system. Answers with the name, or undefined when the person is an operator already. Fails for whoever has a part in a partnership. */
export function nameOperator(pool: pg.Pool, email: string): Promise<string | undefined> {
  return sealed(pool, async (tx, record) => {
    const now = instant(Date.now())
    const known = await findPersonWith(tx, email)
    if (known && (await hasAPart(tx, known.id)))
      throw new OperatorError(
        `${email} belongs to a partner, or to an organisation that has one: name an account that is used for the provider’s work alone`,
      )
    const { id, name } = known ?? (await registerPerson(tx, { email, name: nameFromAddress(email), now }))
    if (!known)
      record({ kind: 'person.registered', readers: [], data: { personId: id, language: 'en' }, detail: { name, address: email.trim() } })
    if (!(await insertOperator(tx, id, { by: null, now }))) return undefined
    record({ kind: 'operator.added', readers: [], data: { personId: id }, detail: { name } })
    return name
  })
}

/** Answers with the name, or undefined when nobody with that address is one. */
export function dismissOperator(pool: pg.Pool, email: string): Promise<string | undefined> {
  return sealed(pool, async (tx, record) => {
    const known = await findPersonWith(tx, email)
    if (!known || !(await endOperator(tx, known.id, { by: null, now: instant(Date.now()) }))) return undefined
    record({ kind: 'operator.removed', readers: [], data: { personId: known.id }, detail: { name: known.name } })
    return known.name
  })
}

export const knownOperators = (pool: pg.Pool): Promise<readonly OperatorRow[]> => sealed(pool, (tx) => listOperatorRows(tx))

export type Registered = { readonly id: PersonId; readonly name: string }

function sealed<T>(pool: pg.Pool, work: (tx: Transaction, record: (event: DomainEvent) => void) => Promise<T>): Promise<T> {
  return transact(pool, {}, async (tx) => {
    const events: DomainEvent[] = []
    const result = await work(tx, (event) => events.push(event))
    const entries = events.map((event) => toEntry(event, { context: { kind: 'none' }, person: undefined }))
    return { result, closing: sealing(entries, decidedOnNothing) }
  })
}
