// A machine as a table can be made of it: its states, its commands and who may give them, and what comes of each. One more machine is one more row
// in machines.ts.

/** What came of one command in one state by one actor: the state it leads to, or the code of the refusal. */
export type Tried = { readonly kind: 'done'; readonly state: string } | { readonly kind: 'refused'; readonly code: string }

export type Machine = {
  readonly name: string
  /** In the order of a life; `first` are those in which one can begin. */
  readonly states: readonly string[]
  readonly first: readonly string[]
  readonly commands: readonly string[]
  readonly actors: readonly string[]
  readonly attempt: (state: string, command: string, actor: string) => Tried
}

export type Row = { readonly command: string; readonly by: string; readonly outcomes: readonly string[] }

/** Nothing changes about the state. */
export const same = '='

/** No such command comes from such a one. */
export const never = '–'

/** The whole machine: a row for each command and those actors for whom everything comes out alike. */
export function rowsOf(machine: Machine): readonly Row[] {
  return machine.commands.flatMap((command) => {
    const groups = new Map<string, { by: string[]; outcomes: readonly string[] }>()
    for (const actor of machine.actors) {
      const outcomes = machine.states.map((state) => inWords(machine.attempt(state, command, actor), state))
      const group = groups.get(outcomes.join()) ?? { by: [], outcomes }
      group.by.push(actor)
      groups.set(outcomes.join(), group)
    }
    return named(
      command,
      [...groups.values()].filter(({ outcomes }) => outcomes.some((outcome) => outcome !== never)),
    )
  })
}

/** The largest group is everybody else, where it is large. */
function named(
  command: string,
  groups: readonly { readonly by: readonly string[]; readonly outcomes: readonly string[] }[],
): readonly Row[] {
  const rest = groups.toSorted((one, other) => other.by.length - one.by.length)[0]
  const isLarge = groups.length > 1 && rest !== undefined && rest.by.length > 3
  const rows = groups.filter((group) => !isLarge || group !== rest).map(({ by, outcomes }) => ({ command, by: inShort(by), outcomes }))
  return isLarge ? [...rows, { command, by: 'everybody else', outcomes: rest.outcomes }] : rows
}

const inShort = (by: readonly string[]) => (by.length > 7 ? 'everybody' : by.join(', '))

/** The states that can be reached from where a life begins. */
export function reachable(machine: Machine): ReadonlySet<string> {
  const found = new Set(machine.first)
  for (const state of found)
    for (const command of machine.commands)
      for (const actor of machine.actors) {
        const tried = machine.attempt(state, command, actor)
        if (tried.kind === 'done') found.add(tried.state)
      }
  return found
}

function inWords(tried: Tried, before: string): string {
  if (tried.kind === 'refused') return tried.code
  return tried.state === before ? same : `→ ${tried.state}`
}
