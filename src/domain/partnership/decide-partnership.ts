// What a command makes of a partnership: every state and every command, in one table.

import type { RefusalCode } from '../refusal.ts'
import { isOver } from '../time.ts'
import { type Actor, mayDo } from '../who-may.ts'
import { changeByCustomer, changePayer, grantAccepted, narrow, restore } from './change-partnership.ts'
import type { Surroundings } from './grant-version.ts'
import { type Partnership, type PartnershipState, stateOfPartnership } from './partnership.ts'
import type { PartnershipCommand, PartnershipDecided } from './partnership-command.ts'
import { resume, suspend } from './partnership-gates.ts'
import { about } from './tell-partnership.ts'

type Cell = 'may' | RefusalCode

const table: Readonly<Record<PartnershipState, Readonly<Record<PartnershipCommand['kind'], Cell>>>> = {
  proposed: {
    grant: 'may',
    change: 'not_active',
    narrow: 'not_active',
    undo_narrowing: 'not_active',
    change_payer: 'not_active',
    suspend: 'not_active',
    resume: 'not_active',
    end: 'not_active',
    secure: 'not_active',
    admit_named_people: 'may',
    demand_second_factor: 'may',
    not_conclude: 'may',
    lapse: 'not_over_yet',
  },
  active: {
    grant: 'may',
    change: 'may',
    narrow: 'may',
    undo_narrowing: 'may',
    change_payer: 'may',
    suspend: 'may',
    resume: 'may',
    end: 'may',
    secure: 'may',
    admit_named_people: 'may',
    demand_second_factor: 'may',
    not_conclude: 'already_customer',
    lapse: 'may',
  },
  ended: everyCommand('already_ended'),
  not_concluded: everyCommand('already_ended'),
}

/**
 * What a command makes of a partnership. An active one whose terms ran out counts as ended, whatever is stored; only `lapse`
 * writes that down. Refusals: see the table; `not_entitled`, and those of each command.
 */
export function decidePartnership(partnership: Partnership, command: PartnershipCommand, around: Surroundings): PartnershipDecided {
  const state = command.kind === 'lapse' ? partnership.state : stateOfPartnership(partnership, around.now)
  const cell = table[state][command.kind]
  return cell === 'may' ? carryOut(partnership, command, around) : { kind: 'refused', code: cell }
}

function carryOut(partnership: Partnership, command: PartnershipCommand, around: Surroundings): PartnershipDecided {
  switch (command.kind) {
    case 'grant':
      return grantAccepted(partnership, command, around)
    case 'change':
      return changeByCustomer(partnership, command, around)
    case 'narrow':
      return narrow(partnership, command, around)
    case 'undo_narrowing':
      return restore(partnership, command, around)
    case 'change_payer':
      return changePayer(partnership, command, around)
    case 'suspend':
      return suspend(partnership, command, around.now)
    case 'resume':
      return resume(partnership, command)
    case 'end':
      return end(partnership, command, around)
    case 'secure':
      return secure(partnership, command.by, around)
    case 'admit_named_people':
      return admitNamedPeople(partnership, command.by, command.namedPeopleOnly)
    case 'demand_second_factor':
      return demandSecondFactor(partnership, command.by, command.secondFactorNeeded)
    case 'not_conclude':
      return {
        kind: 'done',
        partnership: { ...partnership, state: 'not_concluded', endedAt: around.now },
        events: [{ ...about(partnership), kind: 'partnership.not_concluded', data: {} }],
      }
    case 'lapse':
      return lapse(partnership, around)
  }
}

function end(
  partnership: Partnership,
  { by, reason }: Extract<PartnershipCommand, { kind: 'end' }>,
  { now }: Surroundings,
): PartnershipDecided {
  if (by !== 'operator' && !mayDo('end', by)) return { kind: 'refused', code: 'not_entitled' }
  const endedBy = by === 'operator' ? by : by.side
  const detail = reason === null ? {} : { detail: { reason } }
  return {
    kind: 'done',
    partnership: { ...partnership, state: 'ended', endedAt: now, endedBy },
    events: [{ ...about(partnership), kind: 'partnership.ended', data: { by: endedBy }, ...detail }],
  }
}

function secure(partnership: Partnership, by: Actor, { now }: Surroundings): PartnershipDecided {
  if (!mayDo('secure', by)) return { kind: 'refused', code: 'not_entitled' }
  if (partnership.securedAt !== null || partnership.grant === null) return { kind: 'refused', code: 'nothing_changed' }
  return {
    kind: 'done',
    partnership: { ...partnership, securedAt: now },
    events: [{ ...about(partnership), kind: 'partnership.secured', data: { version: partnership.grant.version } }],
  }
}

function admitNamedPeople(partnership: Partnership, by: Actor, namedPeopleOnly: boolean): PartnershipDecided {
  if (!mayDo('admit_people', by)) return { kind: 'refused', code: 'not_entitled' }
  if (partnership.namedPeopleOnly === namedPeopleOnly) return { kind: 'refused', code: 'nothing_changed' }
  return {
    kind: 'done',
    partnership: { ...partnership, namedPeopleOnly },
    events: [{ ...about(partnership), kind: 'partnership.strictness_changed', data: { namedPeopleOnly } }],
  }
}

function demandSecondFactor(partnership: Partnership, by: Actor, secondFactorNeeded: boolean): PartnershipDecided {
  if (!mayDo('demand_second_factor', by)) return { kind: 'refused', code: 'not_entitled' }
  if (partnership.secondFactorNeeded === secondFactorNeeded) return { kind: 'refused', code: 'nothing_changed' }
  return {
    kind: 'done',
    partnership: { ...partnership, secondFactorNeeded },
    events: [{ ...about(partnership), kind: 'partnership.second_factor_changed', data: { secondFactorNeeded } }],
  }
}

function lapse(partnership: Partnership, { now }: Surroundings): PartnershipDecided {
  const notAfter = partnership.grant?.notAfter ?? null
  if (!isOver(notAfter, now)) return { kind: 'refused', code: 'not_over_yet' }
  return {
    kind: 'done',
    partnership: { ...partnership, state: 'ended', endedAt: notAfter, endedBy: 'time' },
    events: [{ ...about(partnership), kind: 'partnership.ended', data: { by: 'time' } }],
  }
}

function everyCommand(code: RefusalCode): Readonly<Record<PartnershipCommand['kind'], Cell>> {
  return {
    grant: code,
    change: code,
    narrow: code,
    undo_narrowing: code,
    change_payer: code,
    suspend: code,
    resume: code,
    end: code,
    secure: code,
    admit_named_people: code,
    demand_second_factor: code,
    not_conclude: code,
    lapse: code,
  }
}
