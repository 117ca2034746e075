// What operators decide: cases, who represents an organisation, and which partnerships are taken over. What follows is done at once by the system,
// because an operator's own hands reach nothing but the case.
import { decideCase } from '../../domain/case.ts'
import { asId, type CaseId, type OrganisationId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { emailKey } from '../identity/email-key.ts'
import { record } from '../journal/record.ts'
import { enqueue } from '../platform/jobs.ts'
import { newId, type OperatorWork } from '../work.ts'
import { findByNumbers, listCustomersOf } from './confirmation-store.ts'
import type * as contract from './contract.ts'
import { areOfOneLine, isKnownOperator, isMemberOfAny } from './operators-store.ts'
import { findCase, findPersonByKey, insertCase, type StoredCase, saveCase } from './store.ts'

type Nothing = Record<string, never>

export async function closeCase(work: OperatorWork, { params, body }: Input<typeof contract.closeCase>): Promise<Nothing> {
  const of = await findCase(work.tx, params.case, true)
  if (!of) throw new Refusal('not_found')
  await refuseInvolved(work, [of.customerId, of.partnerId])
  if (body.outcome === 'appointed') await refuseOfOneHand(work, of)
  const decided = decideCase(of, { kind: 'close', operator: work.person.id, outcome: body.outcome }, work.now)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  await saveCase(work.tx, decided.case, body.text)
  const { id, customerId, partnerId, partnershipId } = of
  record(work, {
    kind: 'case.closed',
    // A report is between whoever reported and the provider.
    readers: of.kind === 'report' ? [] : [customerId, partnerId].filter((one) => one !== null),
    ...(customerId ? { customerId } : {}),
    ...(partnershipId ? { partnershipId } : {}),
    data: { caseId: id, outcome: body.outcome },
    detail: { reason: body.text },
  })
  return {}
}

export async function askForRepresentative(
  work: OperatorWork,
  { params, body }: Input<typeof contract.askForRepresentative>,
): Promise<Answer<typeof contract.askForRepresentative>> {
  const customerId = asId<OrganisationId>(params.organisation)
  const person = await findPersonByKey(work.tx, emailKey(body.email))
  if (!person) throw new Refusal('unknown_person')
  await refuseInvolved(work, [customerId])
  if (await isKnownOperator(work.tx, person.id)) throw new Refusal('not_entitled', 'operators represent nobody')
  const id = newId<CaseId>()
  const of = { id, kind: 'representation', customerId, partnerId: null, partnershipId: null, openedBy: work.person.id } as const
  const more = { reason: body.documents, representation: { ...body, personId: person.id, name: person.name }, now: work.now }
  if (!(await insertCase(work.tx, of, more))) throw new Refusal('already_open')
  record(work, { kind: 'case.opened', readers: [customerId], customerId, data: { caseId: id } })
  return { id }
}

export async function takeOver(work: OperatorWork, { body }: Input<typeof contract.takeOver>): Promise<Answer<typeof contract.takeOver>> {
  const [partner] = await findByNumbers(work.tx, [body.partnerNumber])
  if (!partner?.isVerifiedPartner) throw new Refusal('partner_not_verified')
  await refuseInvolved(work, [partner.id])
  const found = new Map((await findByNumbers(work.tx, body.customerNumbers)).map((one) => [one.number, one]))
  const customers = await listCustomersOf(work.tx, partner.id)
  const judge = (number: string) => {
    const customer = found.get(number)
    if (!customer) return 'unknown'
    if (customer.id === partner.id) return 'own_organisation'
    return customers.has(customer.id) ? 'already_customer' : 'taken_over'
  }
  const rows = [...new Set(body.customerNumbers)].map((customerNumber) => ({ customerNumber, result: judge(customerNumber) }) as const)
  const toTake = body.dryRun ? [] : rows.filter(({ result }) => result === 'taken_over')
  for (const { customerNumber } of toTake) {
    const payload = { partnerId: partner.id, customerId: found.get(customerNumber)?.id, access: body.access, operator: work.person.id }
    await enqueue(work.tx, { kind: 'take-over', payload })
  }
  if (toTake.length > 0)
    record(work, { kind: 'operator.took_over', readers: [partner.id], data: { customers: toTake.length, partnerId: partner.id } })
  return { rows }
}

/** Nobody decides about an organisation of their own. */
async function refuseInvolved(work: OperatorWork, parties: readonly (OrganisationId | null)[]): Promise<void> {
  const named = parties.filter((one) => one !== null)
  if (await isMemberOfAny(work.tx, named, work.person.id)) throw new Refusal('not_entitled', 'an operator without a part in it decides')
}

/** Two operators are two people: nobody had a hand in naming both, and the one who is appointed is none. */
async function refuseOfOneHand({ tx, person }: OperatorWork, { openedBy, representation }: StoredCase): Promise<void> {
  const isOneHand = openedBy !== null && (await areOfOneLine(tx, openedBy, person.id))
  const isOperator = representation !== null && (await isKnownOperator(tx, representation.personId))
  if (isOneHand || isOperator) throw new Refusal('second_operator_needed')
}
