// What can be done with a saved view beside opening it: keep what is shown in it, begin with it, delete it.
import { changeView, deleteView, saveView, setDefaultView } from '../../../server/managed-customers/saved-contract.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../texts.tsx'
import { useCommand } from '../../use-command.ts'
import { type ListState, writeState } from '../list-state.ts'
import { type SavedView, viewsPath } from './views-data.ts'

export const viewPath = `${viewsPath}/{view}`
const defaultPath = '/api/o/{organisation}/default-customer-view'

export function useViewCommands(organisation: string, state: ListState, { onRemoved }: { onRemoved: () => void }) {
  const t = useTexts()
  const refreshes = `/api/o/${organisation}/customer-views`
  const keep = useCommand({
    run: ({ id, name, team }: SavedView) =>
      api.put(changeView, viewPath, {
        params: { organisation, view: id },
        body: { name, filter: writeState(state), teamId: team?.id ?? null },
      }),
    done: () => t('views.kept'),
    undo: (_, { id, name, team, filter }) =>
      api.put(changeView, viewPath, { params: { organisation, view: id }, body: { name, filter, teamId: team?.id ?? null } }),
    refreshes,
  })
  const begin = useCommand({
    run: (viewId: string | null) => api.put(setDefaultView, defaultPath, { params: { organisation }, body: { viewId } }),
    done: () => t('views.default.done'),
    refreshes,
  })
  const remove = useCommand({
    run: ({ id }: SavedView) => api.delete(deleteView, viewPath, { params: { organisation, view: id } } as never),
    done: () => t('views.deleted'),
    undo: async (_, { name, team, filter, isDefault }) => {
      const { id } = await api.post(saveView, viewsPath, { params: { organisation }, body: { name, filter, teamId: team?.id ?? null } })
      if (isDefault) await api.put(setDefaultView, defaultPath, { params: { organisation }, body: { viewId: id } })
    },
    refreshes,
    after: onRemoved,
  })
  return { keep, begin, remove }
}
