// What somebody acting has looked at, and what was refused to them, is on the journal for the customer to read.
import { isVisitOver } from '../domain/visit.ts'
import { Denied } from './authorization/authorise.ts'
import type { Answered } from './command.ts'
import type { Endpoint } from './endpoint.ts'
import type { House } from './house.ts'
import { toEntry } from './journal/record.ts'

/** Which granted right somebody acting has used. */
export function noteUse(house: House, { access }: Endpoint, { context }: Answered): void {
  if (access.kind !== 'acting' || access.right === 'enter' || access.right === 'inside') return
  if (context.kind !== 'acting' || context.visitId === undefined) return
  house.uses.note({ visitId: context.visitId, right: access.right, productId: context.facts.product?.productId ?? null })
}

/** Before it is shown: what somebody acting has read. */
export async function recordRead(house: House, row: Endpoint, { context, person }: Answered): Promise<void> {
  if (row.access.kind !== 'acting' || row.access.reads === undefined || context.kind !== 'acting' || !person) return
  const right = row.access.right === 'inside' || row.access.right === 'enter' ? 'organisation.view' : row.access.right
  const product = context.facts.product
  await house.reads.record(
    toEntry(
      {
        kind: 'visit.read',
        readers: [],
        data: { personId: person.id, right, what: row.access.reads },
        ...(product ? { productId: product.productId } : {}),
      },
      { person, context },
    ),
  )
}

const told = new Set(['right_missing', 'second_factor_needed'])

/**
 * In a visit that goes on: what somebody tried without the right to it. What they may not even know of is left out, since its partner
 * reads this, too. The answer is a "no" in any case, also when this cannot be written.
 */
export async function recordRefused(house: House, failure: unknown): Promise<void> {
  if (!(failure instanceof Denied) || !failure.attempt || !told.has(failure.code)) return
  const { person, context, now } = failure.attempt
  const visit = context.facts.acting?.visit
  if (!visit || isVisitOver(visit, now)) return
  const { action, code } = failure.because
  const right = action === 'enter' ? null : action
  const product = context.facts.product
  const entry = toEntry(
    {
      kind: 'visit.refused',
      readers: [],
      data: { personId: person.id, right, missing: code },
      ...(product ? { productId: product.productId } : {}),
    },
    { person, context },
  )
  await house.reads.record(entry).catch((lost: unknown) => house.log.warn({ err: lost }, 'a refusal was not recorded'))
}
