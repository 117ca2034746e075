// Exhaustive search: every state that can be reached from the first one by any order of moves, and the first path to something forbidden.

export type Move<State> = {
  readonly name: string
  readonly to: State
  /** Set when the move itself did what must never be done. */
  readonly broke?: string | undefined
}
export type Found = {
  readonly states: number
  readonly moves: number
  /** What was broken, and the shortest way there; undefined when nothing ever is. */
  readonly broken: { readonly what: string; readonly path: readonly string[] } | undefined
}

export type Space<State> = {
  readonly first: State
  readonly movesFrom: (state: State) => readonly Move<State>[]
  /** Equal for states between which nothing differs that matters. */
  readonly keyOf: (state: State) => string
  /** Looks at a state; moves tell of themselves. */
  readonly broken: (state: State) => string | undefined
}

/** Breadth first, so that a path that breaks something is as short as can be. */
export function explore<State>({ first, movesFrom, keyOf, broken }: Space<State>): Found {
  const came = new Map<string, readonly [string, string] | null>([[keyOf(first), null]])
  let moves = 0
  const pathTo = (key: string): readonly string[] => {
    const path: string[] = []
    for (let step = came.get(key); step; step = came.get(step[0])) path.unshift(step[1])
    return path
  }
  const found = (what: string, path: readonly string[]): Found => ({ states: came.size, moves, broken: { what, path } })
  let frontier: readonly State[] = [first]
  while (frontier.length > 0) {
    const next: State[] = []
    for (const state of frontier) {
      const key = keyOf(state)
      for (const { name, to, broke } of movesFrom(state)) {
        moves++
        if (broke !== undefined) return found(broke, [...pathTo(key), name])
        const reached = keyOf(to)
        if (came.has(reached)) continue
        came.set(reached, [key, name])
        const what = broken(to)
        if (what !== undefined) return found(what, pathTo(reached))
        next.push(to)
      }
    }
    frontier = next
  }
  return { states: came.size, moves, broken: undefined }
}
