// The address on invoices, the organisation's own reference, and who receives them: each on record by itself.

import { requireRight } from '../authorization/authorise.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { isMailAddress } from '../platform/mail-address.ts'
import { RefusedInput } from '../problem.ts'
import type { TenantWork } from '../work.ts'
import { findProfile, type Profile, saveProfile } from './billing-store.ts'
import type { setBillingProfile as contract } from './contract.ts'

export async function setBillingProfile(work: TenantWork, { body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  requireRight(work, 'billing.manage')
  const wrong = body.recipients.findIndex((address, at) => !isMailAddress(address) || body.recipients.indexOf(address) < at)
  if (wrong >= 0) {
    throw new RefusedInput('invalid_address', [
      { pointer: `/body/recipients/${wrong}`, code: 'invalid_address', message: 'no address, or twice' },
    ])
  }
  const { organisationId } = work.context
  const before = await findProfile(work.tx, organisationId)
  const changes = (
    [
      ['billing.address_changed', addressOf],
      ['billing.reference_changed', ({ reference }: Profile) => reference],
      ['billing.recipients_changed', ({ recipients }: Profile) => recipients.join(', ')],
    ] as const
  ).filter(([, textOf]) => textOf(before) !== textOf(body))
  if (changes.length === 0) return body
  await saveProfile(work.tx, organisationId, body, new Date(work.now))
  for (const [kind, textOf] of changes) {
    record(work, { kind, readers: [organisationId], data: {}, detail: { before: textOf(before), after: textOf(body) } })
  }
  return body
}

function addressOf({ name, street, postalCode, city, country }: Profile): string {
  const parts = [name, street, `${postalCode} ${city}`.trim(), country]
  return parts.filter((part) => part !== '').join(', ')
}
