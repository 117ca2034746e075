// Every state and every command of every machine: what comes of it, by whom.
import { type Machine, rowsOf } from '../../src/domain/transitions/machine.ts'
import { machines } from '../../src/domain/transitions/machines.ts'
import { code, note, table } from './markdown.ts'

export function transitions(): string {
  return [
    note('Transitions', 'src/domain/transitions, by trying each command in each state as each actor'),
    'An arrow leads to the state after it; `=` leaves the state as it is; anything else is why it is refused. A `–` stands where such a command cannot come from there.\n',
    ...machines.flatMap((machine) => [`## ${machine.name}\n`, drawn(machine)]),
  ].join('\n')
}

function drawn(machine: Machine): string {
  const rows = rowsOf(machine).map(({ command, by, outcomes }) => [code(command), by, ...outcomes])
  return table(['Command', 'By', ...machine.states], rows)
}
