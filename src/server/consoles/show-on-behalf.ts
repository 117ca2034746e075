// For whom somebody is here, by name: what a console shows beside everything they do.
import { getNaming, nameOfOrganisation } from '../authorization/naming-store.ts'
import type { Answer } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import type { showOnBehalf as contract } from './contract.ts'

export async function showOnBehalf({ tx, context, person }: TenantWork): Promise<Answer<typeof contract>> {
  const { id, name } = await getNaming(tx, context.organisationId)
  const partner = context.kind === 'acting' ? { id: context.partnerId, name: await nameOfOrganisation(tx, context.partnerId) } : null
  return { organisation: { id, name }, partner, person: { id: person.id, name: person.name } }
}
