// CASL: for each question an ability is built from the slice of this person and this partnership, with conditions for scope and age, and
// asked for the right and for the view it needs. The caller looks at gates and assignments, as callers of CASL do when they define abilities.
// An ability per person, kept, needs all rows of all their customers and was slower by far from a hundred customers on.
import type { RightId } from '../../src/domain/rights/catalogue.ts'
import type { Load } from './engine.ts'
import { peer } from './peers.ts'
import { callerOf, type Slice } from './slice.ts'

type Rule = { readonly action: readonly RightId[]; readonly subject: 'Product'; readonly conditions: Readonly<Record<string, unknown>> }
type Casl = {
  readonly createMongoAbility: (rules: readonly Rule[]) => { readonly can: (action: RightId, subject: object) => boolean }
  readonly subject: (type: 'Product', object: object) => object
}

export const loadCasl: Load = (world) => {
  const find = callerOf(world)
  const { createMongoAbility, subject } = peer<Casl>('@casl/ability')
  return {
    holdsGrants: false,
    ways: {
      casl: {
        kind: 'in_process',
        check(request) {
          const slice = find(request)
          if (slice === undefined || (slice.family !== null && slice.family !== slice.product.family)) return false
          if (slice.product.owner !== request.customer) return false
          const ability = createMongoAbility(rulesOf(slice, world.now))
          const thing = subject('Product', { ...slice.product })
          return ability.can(slice.right, thing) && ability.can(slice.needed, thing)
        },
      },
    },
  }
}

function rulesOf({ person, partnership, rows, sensitive }: Slice, now: number): readonly Rule[] {
  const isOpen = partnership.open && partnership.notBefore <= now && partnership.notAfter > now
  if (!isOpen || person.partner !== partnership.partner || (partnership.namedPeopleOnly && !person.admitted)) return []
  if (sensitive && partnership.securedAt > now) return []
  const owner = partnership.customer
  return rows
    .filter((row) => row.notBefore <= now && row.notAfter > now)
    .map((row) => ({
      action: person.everything ? row.rights : row.rights.filter((one) => person.assigned.includes(one)),
      subject: 'Product' as const,
      conditions: {
        owner,
        createdAt: { $lte: row.upTo },
        ...(row.family === undefined ? {} : { family: row.family }),
        ...(row.product === undefined ? {} : { id: row.product }),
      },
    }))
    .filter(({ action }) => action.length > 0)
}
