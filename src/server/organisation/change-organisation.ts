// Address and contact details change; the legal name, the country and the register number do not, here.

import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { isMailAddress } from '../platform/mail-address.ts'
import { RefusedInput } from '../problem.ts'
import type { OwnWork } from '../work.ts'
import type { changeOrganisation as contract } from './contract.ts'
import { type Contact, getOrganisationRow, saveContact } from './organisation-store.ts'

export async function changeOrganisation(work: OwnWork, { body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  if (body.contactEmail !== '' && !isMailAddress(body.contactEmail)) {
    throw new RefusedInput('invalid_address', [{ pointer: '/body/contactEmail', code: 'invalid_address', message: 'not an address' }])
  }
  const { organisationId } = work.context
  const before = await getOrganisationRow(work.tx, organisationId)
  const after = { ...before, ...body }
  if (inWords(before) === inWords(after)) return before
  await saveContact(work.tx, organisationId, body)
  record(work, {
    kind: 'organisation.address_changed',
    readers: [organisationId],
    data: {},
    detail: { before: inWords(before), after: inWords(after) },
  })
  return after
}

function inWords({ street, postalCode, city, phone, contactEmail, website }: Contact): string {
  const parts = [street, `${postalCode} ${city}`.trim(), phone, contactEmail, website]
  return parts.filter((part) => part !== '').join(', ')
}
