// Assigning and un-assigning many customers at once, each by the use case that does it for one.
import { z } from 'zod'
import { bulkAction } from '../bulk-action.ts'
import { assignOf, unassignOf } from './assign-people.ts'

const ids = z.array(z.uuid()).max(100).default([])
const holders = z
  .strictObject({ people: ids, teams: ids })
  .refine(({ people, teams }) => people.length + teams.length > 0, { path: ['people'] })
type Holders = z.output<typeof holders>
const nothing = z.looseObject({})
const done = { result: 'done', because: null } as const
const all = (list: readonly string[]) => list.map((id) => ({ id, rights: null }))

/** Besides those who have it, with all that was granted. */
export const assignMany = bulkAction<Holders, unknown>({
  ...{ act: 'assign', needsRelease: false, rows: 'customers', chosen: holders, given: nothing },
  carryOut: async (work, { chosen }, { managedCustomerId }) => {
    await assignOf(work, managedCustomerId ?? '', { people: all(chosen.people), teams: all(chosen.teams) })
    return done
  },
})

export const unassignMany = bulkAction<Holders, unknown>({
  ...{ act: 'assign', needsRelease: false, rows: 'customers', chosen: holders, given: nothing },
  carryOut: async (work, { chosen }, { managedCustomerId }) => {
    await unassignOf(work, managedCustomerId ?? '', chosen)
    return done
  },
})
