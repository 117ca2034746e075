// The freshness of decisions, searched whole: every order of every step of two writers and two nodes, with a death at each.
import type { Outcome } from './outcome.ts'
import { explore, type Found } from './search/explore.ts'
import { boundedTooLate, first, keyOf, movesFrom, type Variant } from './search/model.ts'

export async function proveSearch(): Promise<readonly Outcome[]> {
  const whole = searched({})
  return [
    {
      claim: 'no strong question that starts after the acknowledgement is allowed, and no bounded one later than the lease',
      holds: whole.broken === undefined && whole.states > 100_000,
      seen: `${whole.states} states, ${whole.moves} moves, ${inWords(whole)}`,
    },
    control('a question answered by the look already under way', { usesLookUnderWay: true }),
    control('a lease counted from the arrival of the answer', { leaseFromArrival: true }),
    control('numbers drawn at the beginning of a transaction', { numbersDrawnEarly: true }),
  ]
}

export function searched(variant: Variant): Found {
  return explore({ first, movesFrom: movesFrom(variant), keyOf, broken: boundedTooLate })
}

/** The same with one node alone: the second only makes more of the same. */
export function searchedWithOneNode(): Found {
  const moves = movesFrom({})
  const ofOne = (state: typeof first) => moves(state).filter(({ name }) => !name.startsWith('node 2'))
  return explore({ first: { ...first, nodes: [first.nodes[0], null] }, movesFrom: ofOne, keyOf, broken: boundedTooLate })
}

function control(what: string, variant: Variant): Outcome {
  const found = searched(variant)
  return { claim: `control: ${what} breaks it`, holds: found.broken !== undefined, seen: inWords(found) }
}

function inWords({ broken }: Found): string {
  return broken === undefined ? 'nothing broken' : `${broken.what}, after ${broken.path.join(' · ')}`
}
