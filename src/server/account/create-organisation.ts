// A new organisation: whoever makes it says that they may decide for it, and is its legal representative.
import { displayName } from '../../domain/display-name.ts'
import type { OrganisationId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { dayMs } from '../../domain/time.ts'
import { asTenant } from '../authorization/as-tenant.ts'
import type { Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { newId, type PersonalWork } from '../work.ts'
import type { createOrganisation as contract } from './contract.ts'
import { insertOrganisation } from './me-store.ts'

export const organisationsADay = { limit: 10, windowMs: dayMs }

export async function createOrganisation(
  work: PersonalWork,
  { body }: Input<typeof contract>,
): Promise<{ organisationId: OrganisationId }> {
  const name = displayName(body.name)
  if (name === null) throw new Refusal('invalid_name')
  await work.limit(`new-organisation:${work.person.id}`, organisationsADay)
  const organisationId = newId<OrganisationId>()
  const { country, language } = body
  const { id: personId, name: personName } = work.person
  await asTenant(work.tx, organisationId, () =>
    insertOrganisation(work.tx, { id: organisationId, name, country, language, creatorId: personId, now: work.now }),
  )
  record(work, { kind: 'organisation.created', readers: [organisationId], data: { country, language }, detail: { name } })
  record(work, {
    kind: 'member.joined',
    readers: [organisationId],
    data: { personId, role: 'legal_representative' },
    detail: { name: personName },
  })
  return { organisationId }
}
