// How a person likes to see the list, kept for them on the server; and by whom it can be filtered.
import type { Role } from '../../domain/organisation.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { OwnWork } from '../work.ts'
import { viewerOf } from './list-customers.ts'
import { findListView, listColleagues, listTags, listTeams, saveListView } from './list-view-store.ts'
import {
  type getListView as getContract,
  type ListColumn,
  type listPeople as peopleContract,
  type setListView as setContract,
  standardView,
} from './look-contract.ts'

export async function getListView(work: OwnWork): Promise<Answer<typeof getContract>> {
  const kept = await findListView(work.tx, work.context.organisationId, work.person.id)
  return kept ? { columns: kept.columns as ListColumn[], density: kept.density as 'comfortable' | 'compact' } : standardView
}

export async function setListView(work: OwnWork, { body }: Input<typeof setContract>): Promise<Answer<typeof setContract>> {
  await saveListView(work.tx, work.context.organisationId, work.person.id, body)
  return {}
}

export async function listPeople(work: OwnWork): Promise<Answer<typeof peopleContract>> {
  const { organisationId } = work.context
  const tags = await listTags(work.tx, await viewerOf(work))
  const colleagues = await listColleagues(work.tx, organisationId)
  const assigners = colleagues.filter(({ role }) => mayDo('assign', { side: 'partner', role: role as Role }))
  return {
    people: colleagues.map(({ id, name }) => ({ id, name })),
    teams: await listTeams(work.tx, organisationId),
    tags: [...tags],
    assigners: assigners.map(({ name }) => name),
  }
}
