// The machine of proposals, as tables can be made of it: the partner's request and the customer's offer.

import {
  alpweb,
  asked,
  daysAfter,
  everywhere,
  findProduct,
  givenProposal,
  givenTerms,
  noon,
  ruth,
  theCounter,
  thePartnership,
  zuercher,
} from '../given.ts'
import type { Side } from '../organisation.ts'
import { acceptAsItStands } from '../partnership/answer.ts'
import { decideProposal } from '../partnership/decide-proposal.ts'
import { type Proposal, stateOfProposal } from '../partnership/proposal.ts'
import type { Accepted, ProposalCommand } from '../partnership/proposal-command.ts'
import type { Actor } from '../who-may.ts'
import { actorNamed, actorNames } from './actors.ts'
import type { Machine } from './machine.ts'

const answered = { answeredBy: ruth, answeredAt: noon }
function proposalsOf(side: Side): Readonly<Record<string, Proposal>> {
  const made = (more: Partial<Proposal> = {}) =>
    givenProposal({
      side,
      ...(side === 'customer' ? { rights: [{ ...asked('domain.view'), ...everywhere('domain.view') }] } : {}),
      ...more,
    })
  return {
    prepared: made({ state: 'prepared', releasedBy: null, expiresAt: null }),
    'open, not claimed': made({ partnershipId: null, customerId: null }),
    open: made(),
    'open, overdue': made({ expiresAt: noon }),
    accepted: made({ state: 'accepted', ...answered }),
    countered: made({ state: 'countered', ...answered }),
    declined: made({ state: 'declined', ...answered }),
    withdrawn: made({ state: 'withdrawn' }),
    expired: made({ state: 'expired', expiresAt: noon }),
    replaced: made({ state: 'replaced', partnershipId: null, customerId: null }),
  }
}

const commands: Readonly<Record<string, (proposal: Proposal, by: Actor) => ProposalCommand>> = {
  release: (_, by) => ({ kind: 'release', by, expiresAt: daysAfter(30) }),
  attach: () => ({ kind: 'attach', customerId: zuercher, partnershipId: thePartnership }),
  'attach to the partner itself': () => ({ kind: 'attach', customerId: alpweb, partnershipId: thePartnership }),
  accept: (proposal, by) => ({ kind: 'accept', by, answer: wholeOf(proposal) }),
  counter: (_, by) => ({ kind: 'counter', by, counterId: theCounter, reasons: [] }),
  decline: (_, by) => ({ kind: 'decline', by, reason: null }),
  withdraw: (_, by) => ({ kind: 'withdraw', by }),
  replace: (_, by) => ({ kind: 'replace', by }),
  pass_on: (_, by) => ({ kind: 'pass_on', by, toPersonId: ruth }),
  lapse: () => ({ kind: 'lapse' }),
}

export const requestMachine = machineOf('request', 'partner')
export const offerMachine = machineOf('offer', 'customer')

function machineOf(name: string, side: Side): Machine {
  const proposals = proposalsOf(side)
  return {
    name,
    states: Object.keys(proposals),
    first: ['prepared', 'open, not claimed', 'open', 'open, overdue'],
    commands: Object.keys(commands),
    actors: actorNames,
    attempt: (state, command, actorName) => {
      const [before, made] = [proposals[state], commands[command]]
      if (!before || !made) throw new Error(`no ${state}, or no ${command}`)
      const decided = decideProposal(before, made(before, actorNamed(actorName)), noon)
      return decided.kind === 'refused' ? decided : { kind: 'done', state: nameOf(decided.proposal) }
    },
  }
}

function nameOf(proposal: Proposal): string {
  const state = stateOfProposal(proposal, noon)
  return state === 'open' && proposal.partnershipId === null ? 'open, not claimed' : state
}

function wholeOf(proposal: Proposal): Accepted {
  const rights = proposal.rights.map(({ right }) => ({ ...asked(right), ...everywhere(right) }))
  const answer = acceptAsItStands({ ...proposal, rights, terms: givenTerms() }, findProduct)
  if (answer.kind === 'refused' || answer.kind === 'counter') throw new Error('it cannot be taken as it stands')
  return answer
}
