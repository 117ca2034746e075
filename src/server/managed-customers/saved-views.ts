// Views of the list that a person keeps, for themselves or for a team they are in. What one finds is looked up each time, among what the reader may see.
import { displayName } from '../../domain/display-name.ts'
import type { SavedViewId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { newId, type OwnWork } from '../work.ts'
import { customerFilter } from './contract.ts'
import type * as contracts from './saved-contract.ts'
import { deleteViewRow, insertView, isInTeam, listSavedViews } from './saved-store.ts'

const viewsMax = 100

export async function listViews(work: OwnWork): Promise<Answer<typeof contracts.listViews>> {
  const rows = await listSavedViews(work.tx, work.context.organisationId, work.person.id)
  const views = rows.flatMap((view) => {
    const filter = customerFilter.safeParse(view.filter)
    return filter.success ? [{ ...view, filter: filter.data, mayDelete: view.by.id === work.person.id }] : []
  })
  return { views }
}

export async function saveView(work: OwnWork, { body }: Input<typeof contracts.saveView>): Promise<{ id: SavedViewId }> {
  const { organisationId: partnerId } = work.context
  const name = displayName(body.name)
  if (name === null) throw new Refusal('invalid_name')
  if (body.teamId !== null && !(await isInTeam(work.tx, body.teamId, work.person.id))) throw new Refusal('not_found')
  if ((await listSavedViews(work.tx, partnerId, work.person.id)).length >= viewsMax) throw new Refusal('limit_reached')
  const id = newId<SavedViewId>()
  const { teamId, filter } = body
  await insertView(work.tx, { id, partnerId, name, personId: work.person.id, teamId, filter, now: new Date(work.now) })
  return { id }
}

export async function deleteView(work: OwnWork, { params }: Input<typeof contracts.deleteView>): Promise<Record<string, never>> {
  const { organisationId: partnerId } = work.context
  const view = (await listSavedViews(work.tx, partnerId, work.person.id)).find(({ id }) => id === params.view)
  if (view?.by.id !== work.person.id) throw new Refusal('not_found')
  await deleteViewRow(work.tx, partnerId, view.id)
  return {}
}
