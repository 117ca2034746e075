// Tags on many customers at once, each by the use case that does it for one.
import { z } from 'zod'
import { bulkAction } from '../bulk-action.ts'
import { tags } from './contract.ts'
import { tagOf, untagOf } from './note-customer.ts'

const chosen = z.strictObject({ tags: tags.refine((all) => all.length > 0) })
type Chosen = z.output<typeof chosen>
const nothing = z.looseObject({})
const done = { result: 'done', because: null } as const

export const tagMany = bulkAction<Chosen, unknown>({
  ...{ act: 'assign', needsRelease: false, rows: 'customers', chosen, given: nothing },
  carryOut: async (work, order, { managedCustomerId }) => {
    await tagOf(work, managedCustomerId ?? '', order.chosen.tags)
    return done
  },
})

export const untagMany = bulkAction<Chosen, unknown>({
  ...{ act: 'assign', needsRelease: false, rows: 'customers', chosen, given: nothing },
  carryOut: async (work, order, { managedCustomerId }) => {
    await untagOf(work, managedCustomerId ?? '', order.chosen.tags)
    return done
  },
})
