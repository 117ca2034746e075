// Who works for the provider: operators name each other, and none ends their own work by mistake.
import { asId, type PersonId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import type { OperatorWork } from '../work.ts'
import type { addOperator as addContract, listOperators as listContract, removeOperator as removeContract } from './contract.ts'
import { endOperator, findPersonWith, hasAPart, insertOperator, listOperatorRows } from './operator-store.ts'

export async function listOperators({ tx }: OperatorWork): Promise<Answer<typeof listContract>> {
  const rows = await listOperatorRows(tx)
  return {
    operators: rows.map(({ id, name, email, added_at, added_by }) => ({
      id,
      name,
      email,
      addedAt: added_at.toISOString(),
      addedBy: added_by,
    })),
  }
}

export async function addOperator(work: OperatorWork, { body }: Input<typeof addContract>): Promise<Record<never, never>> {
  const known = await findPersonWith(work.tx, body.email)
  if (!known) throw new Refusal('unknown_person')
  // Whoever decides about partners and customers is none of their people.
  if (await hasAPart(work.tx, known.id)) throw new Refusal('has_a_part')
  if (!(await insertOperator(work.tx, known.id, { by: work.person.id, now: work.now }))) throw new Refusal('nothing_changed')
  record(work, { kind: 'operator.added', readers: [], data: { personId: known.id }, detail: { name: known.name } })
  return {}
}

export async function removeOperator(work: OperatorWork, { params }: Input<typeof removeContract>): Promise<Record<never, never>> {
  const personId = asId<PersonId>(params.person)
  if (personId === work.person.id) throw new Refusal('not_entitled', 'another operator does that')
  const operator = (await listOperatorRows(work.tx)).find(({ id }) => id === personId)
  if (!operator || !(await endOperator(work.tx, personId, { by: work.person.id, now: work.now }))) throw new Refusal('not_found')
  record(work, { kind: 'operator.removed', readers: [], data: { personId }, detail: { name: operator.name } })
  return {}
}
