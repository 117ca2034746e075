// What is said on a partnership: questions and answers of both sides, gates, changes and the end.
import { asRuth } from '../../src/domain/given.ts'
import { answerProposal, counterProposal } from '../../src/domain/partnership/answer-proposal.ts'
import { decidePartnership } from '../../src/domain/partnership/decide-partnership.ts'
import { decideProposal } from '../../src/domain/partnership/decide-proposal.ts'
import { makeProposal } from '../../src/domain/partnership/make-proposal.ts'
import type { Partnership } from '../../src/domain/partnership/partnership.ts'
import type { PartnershipCommand } from '../../src/domain/partnership/partnership-command.ts'
import type { Proposal } from '../../src/domain/partnership/proposal.ts'
import { startPartnership } from '../../src/domain/partnership/start-partnership.ts'
import { answerWith, askedRights, asStranger, grantFrom, refusedFor, termsOf } from './answering.ts'
import { cast, type Name } from './people.ts'
import type { Outcome, Real } from './real.ts'
import type { Asking, Said } from './said.ts'

export type OnPair = Exclude<Said, { inbox: 0 | 1 } | { kind: 'pass' | 'clock' | 'assign' }>

export function sayPair(real: Real, said: OnPair): Outcome {
  const partnership = real.living
  if (said.kind === 'offer') return partnership ? refusedFor('already_customer') : offer(real, said)
  if (!partnership) return refusedFor('already_ended')
  switch (said.kind) {
    case 'more':
      return more(real, partnership, said)
    case 'counter':
      return counter(real, partnership, said)
    case 'answer':
      return answer(real, partnership, said)
    case 'accept':
      return accept(real, partnership, said)
    case 'decline':
      return onOpen(real, partnership, (open) =>
        decideProposal(open, { kind: 'decline', by: asStranger(real, cast[said.by]), reason: null }, real.now),
      )
    case 'withdraw':
      return onOpen(real, partnership, (open) => decideProposal(open, { kind: 'withdraw', by: cast[said.by] }, real.now))
    case 'release_more':
      return onOpen(real, partnership, (open) =>
        open.side === 'customer'
          ? { kind: 'refused', code: 'not_found' }
          : decideProposal(open, { kind: 'release', by: cast[said.by], expiresAt: real.expiresAt() }, real.now),
      )
    case 'end':
    case 'suspend':
    case 'resume':
    case 'stop_for_good':
    case 'change':
    case 'narrow':
    case 'pay':
      return command(real, partnership, said)
  }
}

function draftOf(real: Real, partnership: Partnership, asking: Asking) {
  return {
    ...{
      id: real.newProposal(),
      number: real.proposals.length + 1,
      ...real.parties,
      invitationId: null,
      partnershipId: partnership.id,
      preset: null,
    },
    ...{
      rights: askedRights(asking),
      terms: termsOf(asking),
      expiresAt: real.expiresAt(),
      grant: partnership.grant,
      isPartnerVerified: true,
    },
  }
}

function more(real: Real, partnership: Partnership, { by, asking }: { readonly by: Name; readonly asking: Asking }): Outcome {
  if (partnership.state === 'proposed' || real.open.length > 0) return refusedFor('already_open')
  if (cast[by].side === 'customer') return refusedFor('not_entitled')
  const made = makeProposal(draftOf(real, partnership, asking), cast[by], real.around)
  if (made.kind === 'refused') return refusedFor(made.code)
  real.put(made.proposal)
  return { outcome: 'done', events: made.events }
}

function offer(real: Real, { by, asking }: { readonly by: Name; readonly asking: Asking }): Outcome {
  if (cast[by].side === 'partner') return refusedFor('not_entitled')
  const started = startPartnership({ id: real.newPartnership(), ...real.parties, startedBy: 'customer' })
  if (started.kind === 'refused') return refusedFor(started.code)
  const made = makeProposal(draftOf(real, started.partnership, { ...asking, required: [] }), cast[by], real.around)
  if (made.kind === 'refused') return refusedFor(made.code)
  real.begin(started.partnership)
  real.put(made.proposal)
  return { outcome: 'done', events: [...started.events, ...made.events] }
}

function counter(real: Real, partnership: Partnership, { by, asking }: { readonly by: Name; readonly asking: Asking }): Outcome {
  const open = real.open.find(({ side }) => side === 'customer')
  if (!open || cast[by].side === 'customer') return refusedFor('own_proposal')
  const { id, rights, terms, expiresAt, grant } = draftOf(real, partnership, asking)
  const countering = {
    by: asStranger(real, cast[by]),
    rights,
    terms,
    reasons: [],
    counter: { id, expiresAt, grant },
    isPartnerVerified: true,
  }
  const countered = counterProposal(open, countering, real.around)
  if (countered.kind === 'refused') return refusedFor(countered.code)
  if (real.flaw !== 'a counter leaves what it counters open') real.put(countered.proposal)
  real.put(countered.counter)
  return { outcome: 'done', events: countered.events }
}

function answer(real: Real, partnership: Partnership, said: Extract<Said, { kind: 'answer' }>): Outcome {
  const [proposal] = real.open
  if (!proposal || proposal.state === 'prepared') return refusedFor('already_answered')
  if (cast[said.by].side === 'partner') return refusedFor('not_entitled')
  const answered = answerWith(real, { partnership, proposal, said, isCounterRefused: false })
  if (answered.outcome === 'refused') return answered
  answered.keep()
  return { outcome: 'done', events: answered.events }
}

function accept(real: Real, partnership: Partnership, { by }: { readonly by: Name }): Outcome {
  const [open] = real.open
  if (!open) return refusedFor('already_answered')
  if (cast[by].side === 'customer') return refusedFor('not_entitled')
  const counterDraft = { id: real.newProposal(), expiresAt: real.expiresAt(), grant: partnership.grant }
  const answered = answerProposal(open, { by: asStranger(real, cast[by]), choice: null, counter: counterDraft }, real.around)
  if (answered.kind !== 'accepted') return refusedFor(answered.kind === 'refused' ? answered.code : 'changed_meanwhile')
  const decided = grantFrom(real, partnership, answered.proposal, answered.answer)
  if (decided.kind === 'refused') return refusedFor(decided.code)
  real.put(answered.proposal)
  real.save(decided.partnership)
  return { outcome: 'done', events: [...answered.events, ...decided.events] }
}

function onOpen(real: Real, partnership: Partnership, decide: (open: Proposal) => ReturnType<typeof decideProposal>): Outcome {
  const [open] = real.open
  if (!open) return refusedFor('already_answered')
  const decided = decide(open)
  if (decided.kind === 'refused') return refusedFor(decided.code)
  real.put(decided.proposal)
  if (partnership.state !== 'proposed' || real.open.length > 0) return { outcome: 'done', events: decided.events }
  const over = decidePartnership(partnership, { kind: 'not_conclude' }, real.around)
  if (over.kind === 'refused') return refusedFor(over.code)
  real.save(over.partnership)
  return { outcome: 'done', events: [...decided.events, ...over.events] }
}

type Commanding = Extract<Said, { kind: 'end' | 'suspend' | 'resume' | 'stop_for_good' | 'change' | 'narrow' | 'pay' }>

function command(real: Real, partnership: Partnership, said: Commanding): Outcome {
  const decided = decidePartnership(partnership, commandOf(real, partnership, said), real.around)
  if (decided.kind === 'refused') return refusedFor(decided.code)
  const isBothOpen = said.kind === 'resume' && real.flaw === 'one key opens both gates'
  real.save(isBothOpen ? { ...decided.partnership, suspendedByCustomerAt: null, suspendedByOperatorAt: null } : decided.partnership)
  return { outcome: 'done', events: said.kind === 'suspend' && real.flaw === 'stopping is not recorded' ? [] : decided.events }
}

function commandOf(real: Real, { grant }: Partnership, said: Commanding): PartnershipCommand {
  const by = said.by === 'operator' ? said.by : cast[said.by]
  const actor = said.by === 'operator' ? asRuth : cast[said.by]
  const rows = grant?.rights.map(({ right, scope }) => ({ right, scope })) ?? []
  switch (said.kind) {
    case 'suspend':
      return { kind: 'suspend', by, reason: null }
    case 'resume':
      return { kind: 'resume', by }
    case 'end':
    case 'stop_for_good':
      return { kind: 'end', by, reason: null }
    case 'pay':
      return { kind: 'change_payer', by: actor, payer: said.payer, paymentMethodId: null, spendingLimit: null }
    case 'change': {
      const end = said.days === 'as_it_is' ? grant?.terms.end : termsOf({ payer: null, days: said.days }).end
      const terms = { ...(grant?.terms ?? termsOf({ payer: null, days: null })), ...(end ? { end } : {}) }
      return {
        kind: 'change',
        by: actor,
        rights: askedRights({ ...said, required: [], payer: null, days: null }) as never,
        terms,
        renew: said.renew,
        isSecured: true,
      }
    }
    case 'narrow': {
      if (real.flaw === 'the partner narrows to more' && actor.side === 'partner')
        return {
          kind: 'change',
          by: asRuth,
          rights: [...rows, ...askedRights({ rights: said.drop, required: [], payer: null, days: null })] as never,
          terms: grant?.terms ?? termsOf({ payer: null, days: null }),
          renew: false,
          isSecured: true,
        }
      const end = said.days === null ? null : termsOf({ payer: null, days: said.days }).end
      return { kind: 'narrow', by: actor, keep: rows.filter(({ right }) => !said.drop.includes(right)), end }
    }
  }
}
