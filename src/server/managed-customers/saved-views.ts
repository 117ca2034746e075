// Views of the list that a person keeps, for themselves or for a team they are in. What one finds is looked up each time, among what the reader may see.
import { displayName } from '../../domain/display-name.ts'
import type { SavedViewId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Answer, Input } from '../endpoint.ts'
import { newId, type OwnWork } from '../work.ts'
import { customerFilter } from './contract.ts'
import type * as contracts from './saved-contract.ts'
import { deleteViewRow, insertView, isInTeam, listSavedViews, saveDefaultView, updateView, type ViewListed } from './saved-store.ts'

const viewsMax = 100

export async function listViews(work: OwnWork): Promise<Answer<typeof contracts.listViews>> {
  const rows = await listSavedViews(work.tx, work.context.organisationId, work.person.id)
  const views = rows.flatMap((view) => {
    const filter = customerFilter.safeParse(view.filter)
    const mayChange = isChangeable(work, view)
    return filter.success ? [{ ...view, filter: filter.data, mayChange, mayDelete: mayChange }] : []
  })
  return { views }
}

export async function saveView(work: OwnWork, { body }: Input<typeof contracts.saveView>): Promise<{ id: SavedViewId }> {
  const { organisationId: partnerId } = work.context
  const name = await nameFor(work, body)
  if ((await listSavedViews(work.tx, partnerId, work.person.id)).length >= viewsMax) throw new Refusal('limit_reached')
  const id = newId<SavedViewId>()
  const { teamId, filter } = body
  await insertView(work.tx, { id, partnerId, name, personId: work.person.id, teamId, filter, now: new Date(work.now) })
  return { id }
}

export async function changeView(work: OwnWork, { params, body }: Input<typeof contracts.changeView>): Promise<Record<string, never>> {
  const { id, team } = await changeable(work, params.view)
  const name = body.teamId === team?.id ? shownName(body.name) : await nameFor(work, body)
  const { teamId, filter } = body
  await updateView(work.tx, { id, partnerId: work.context.organisationId, name, teamId, filter, now: new Date(work.now) })
  return {}
}

export async function setDefaultView(work: OwnWork, { body }: Input<typeof contracts.setDefaultView>): Promise<Record<string, never>> {
  const { organisationId: partnerId } = work.context
  const views = await listSavedViews(work.tx, partnerId, work.person.id)
  if (body.viewId !== null && !views.some(({ id }) => id === body.viewId)) throw new Refusal('not_found')
  await saveDefaultView(work.tx, { partnerId, personId: work.person.id, viewId: body.viewId })
  return {}
}

export async function deleteView(work: OwnWork, { params }: Input<typeof contracts.deleteView>): Promise<Record<string, never>> {
  const view = await changeable(work, params.view)
  await deleteViewRow(work.tx, work.context.organisationId, view.id)
  return {}
}

/** One's own; of a team's, also whoever leads in it, because those who saved it may have left. */
const isChangeable = ({ person, context }: OwnWork, { by, team }: ViewListed): boolean =>
  by.id === person.id || (team !== null && mayDo('assign', { side: 'partner', role: context.role }))

async function changeable(work: OwnWork, id: string): Promise<ViewListed> {
  const views = await listSavedViews(work.tx, work.context.organisationId, work.person.id)
  const view = views.find((one) => one.id === id)
  if (!view || !isChangeable(work, view)) throw new Refusal('not_found')
  return view
}

async function nameFor(work: OwnWork, { name, teamId }: { readonly name: string; readonly teamId: string | null }): Promise<string> {
  if (teamId !== null && !(await isInTeam(work.tx, teamId, work.person.id))) throw new Refusal('not_found')
  return shownName(name)
}

function shownName(text: string): string {
  const name = displayName(text)
  if (name === null) throw new Refusal('invalid_name')
  return name
}
