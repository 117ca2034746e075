// TABLE: every machine whose transitions are written down, generated into docs/generated/transitions.md and tried cell by cell.

import { invitationMachine } from './invitation-machine.ts'
import type { Machine } from './machine.ts'
import { partnershipMachine } from './partnership-machine.ts'
import { offerMachine, requestMachine } from './proposal-machine.ts'
import { questionMachine, successionMachine } from './succession-machine.ts'

export const machines: readonly Machine[] = [
  invitationMachine,
  requestMachine,
  offerMachine,
  partnershipMachine,
  successionMachine,
  questionMachine,
]
