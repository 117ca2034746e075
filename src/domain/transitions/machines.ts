// TABLE: every machine whose transitions are written down, generated into docs/generated/transitions.md and tried cell by cell.

import { invitationMachine } from './invitation-machine.ts'
import type { Machine } from './machine.ts'
import { partnershipMachine } from './partnership-machine.ts'
import { offerMachine, requestMachine } from './proposal-machine.ts'

export const machines: readonly Machine[] = [invitationMachine, requestMachine, offerMachine, partnershipMachine]
