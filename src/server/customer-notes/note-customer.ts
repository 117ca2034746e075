// A partner's own reference, tags and note of a customer, read by the partner alone. Whoever has the customer writes; tags, by which rules
// assign, are set by those who may assign.
import { Refusal } from '../../domain/refusal.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { lockManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { lockNotes, type Notes, saveNotes, saveReference } from '../partnerships/notes-store.ts'
import type { OwnWork } from '../work.ts'
import { type noteCustomer as contract, tags as tagsOfCustomer } from './contract.ts'

export async function noteCustomer(work: OwnWork, { params, body }: Input<typeof contract>): Promise<Record<string, never>> {
  if (body.tags !== undefined) requireAssigner(work)
  await change(work, params.managedCustomer, (before) => ({
    reference: body.reference === undefined ? before.reference : emptyIsNone(body.reference),
    tags: body.tags ?? before.tags,
    note: body.note === undefined ? before.note : emptyIsNone(body.note),
  }))
  return {}
}

/** These tags besides those it has. */
export async function tagOf(work: OwnWork, id: string, tags: readonly string[]): Promise<void> {
  requireAssigner(work)
  await change(work, id, (before) => {
    const all = tagsOfCustomer.safeParse([...before.tags, ...tags])
    if (!all.success) throw new Refusal('limit_reached')
    return { ...before, tags: all.data }
  })
}

/** All but these tags. */
export async function untagOf(work: OwnWork, id: string, tags: readonly string[]): Promise<void> {
  requireAssigner(work)
  await change(work, id, (before) => ({ ...before, tags: before.tags.filter((tag) => !tags.includes(tag)) }))
}

async function change(work: OwnWork, id: string, wish: (before: Notes) => Notes): Promise<void> {
  const customer = await lockManagedCustomer(work, id)
  const before = await lockNotes(work.tx, customer.id)
  if (!before) throw new Refusal('not_found')
  const after = wish(before)
  const isSame = (one: Notes, other: Notes) =>
    JSON.stringify([one.reference, one.tags, one.note]) === JSON.stringify([other.reference, other.tags, other.note])
  if (isSame(before, after)) throw new Refusal('nothing_changed')
  if (after.reference !== before.reference) await saveReference(work.tx, customer, after.reference)
  await saveNotes(work.tx, customer.id, after)
  const { partnership } = customer
  record(work, {
    kind: 'managed_customer.noted',
    readers: [work.context.organisationId],
    ...(partnership ? { partnershipId: partnership.id, customerId: partnership.customerId } : {}),
    data: { managedCustomerId: customer.id },
    detail: { reference: after.reference ?? '', tags: after.tags.join(', ') },
  })
}

function requireAssigner({ context }: OwnWork): void {
  if (!mayDo('assign', { side: 'partner', role: context.role })) throw new Refusal('not_entitled')
}

const emptyIsNone = (text: string | null): string | null => (text === '' ? null : text)
