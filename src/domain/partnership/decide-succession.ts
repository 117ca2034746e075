// What a command makes of a succession and of the question to one customer: every state and every command, in two tables.

import type { DomainEvent, EventOf } from '../event.ts'
import type { OrganisationId, PartnershipId, SuccessionId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import { dayMs, type Instant, isOver } from '../time.ts'
import { type Actor, mayDo } from '../who-may.ts'
import { type QuestionState, type Succession, type SuccessionQuestion, type SuccessionState, stateOfQuestion } from './succession.ts'

/** Somebody of one of the two partners. */
export type OfPartner = Actor & { readonly organisationId: OrganisationId }
export type Firm = {
  readonly id: OrganisationId
  readonly name: string
  readonly registerNumber: string | null
  readonly isVerified: boolean
}

export type SuccessionCommand =
  | { readonly kind: 'agree'; readonly by: OfPartner; readonly until: Instant; readonly name: string }
  | { readonly kind: 'refuse' | 'withdraw'; readonly by: OfPartner; readonly name: string }
export type SuccessionDecided =
  | { readonly kind: 'done'; readonly succession: Succession; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

export type QuestionCommand =
  | { readonly kind: 'grant'; readonly by: Actor; readonly to: PartnershipId }
  | { readonly kind: 'decline'; readonly by: Actor }
  | { readonly kind: 'lapse' }
export type QuestionDecided =
  | { readonly kind: 'done'; readonly question: SuccessionQuestion; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

type Cell = 'may' | RefusalCode

const successions: Readonly<Record<SuccessionState, Readonly<Record<SuccessionCommand['kind'], Cell>>>> = {
  named: { agree: 'may', refuse: 'may', withdraw: 'may' },
  agreed: { agree: 'already_answered', refuse: 'already_answered', withdraw: 'already_answered' },
  refused: { agree: 'already_answered', refuse: 'already_answered', withdraw: 'already_answered' },
  withdrawn: { agree: 'request_withdrawn', refuse: 'request_withdrawn', withdraw: 'request_withdrawn' },
}

const questions: Readonly<Record<QuestionState, Readonly<Record<QuestionCommand['kind'], Cell>>>> = {
  asked: { grant: 'may', decline: 'may', lapse: 'may' },
  granted: { grant: 'already_answered', decline: 'already_answered', lapse: 'already_answered' },
  declined: { grant: 'already_answered', decline: 'already_answered', lapse: 'already_answered' },
  lapsed: { grant: 'request_expired', decline: 'request_expired', lapse: 'request_expired' },
}

/**
 * The succession as a legal representative of the partner begins it. Refusals: `not_entitled`, `own_organisation`, `partner_not_verified` (the
 * successor), `nothing_changed` (the same legal person: nothing has to pass on).
 */
export function nameSuccessor(
  id: SuccessionId,
  { predecessor, successor }: { readonly predecessor: Firm; readonly successor: Firm },
  by: Actor,
  now: Instant,
): SuccessionDecided {
  if (by.side !== 'partner' || !mayDo('answer', by)) return refused('not_entitled')
  if (predecessor.id === successor.id) return refused('own_organisation')
  if (!successor.isVerified) return refused('partner_not_verified')
  if (predecessor.registerNumber !== null && predecessor.registerNumber === successor.registerNumber) return refused('nothing_changed')
  const succession: Succession = {
    ...{ id, state: 'named', predecessorId: predecessor.id, successorId: successor.id, namedBy: by.personId, namedAt: now },
    ...{ answeredBy: null, answeredAt: null, until: null },
  }
  return { kind: 'done', succession, events: [told(succession, 'succession.named', successor.name)] }
}

/** Refusals: see the table; `not_entitled`, `asker_cannot_answer`. */
export function decideSuccession(succession: Succession, command: SuccessionCommand, now: Instant): SuccessionDecided {
  const cell = successions[succession.state][command.kind]
  const code = cell === 'may' ? refusalOf(succession, command) : cell
  if (code !== null) return refused(code)
  const answered = { answeredBy: command.by.personId, answeredAt: now }
  switch (command.kind) {
    case 'agree': {
      const agreed = { ...succession, ...answered, state: 'agreed', until: command.until } as const
      const event = { ...told(agreed, 'succession.agreed', command.name), data: { successionId: agreed.id, expiresAt: command.until } }
      return { kind: 'done', succession: agreed, events: [event] }
    }
    case 'refuse':
      return {
        kind: 'done',
        succession: { ...succession, ...answered, state: 'refused' },
        events: [told(succession, 'succession.refused', command.name)],
      }
    case 'withdraw':
      return {
        kind: 'done',
        succession: { ...succession, state: 'withdrawn' },
        events: [told(succession, 'succession.withdrawn', command.name)],
      }
  }
}

function refusalOf({ predecessorId, successorId, namedBy }: Succession, { kind, by }: SuccessionCommand): RefusalCode | null {
  if (by.side !== 'partner') return 'not_entitled'
  if (kind === 'withdraw') return by.organisationId === predecessorId && mayDo('withdraw', by) ? null : 'not_entitled'
  if (by.organisationId !== successorId || !mayDo('answer', by)) return 'not_entitled'
  return by.personId === namedBy ? 'asker_cannot_answer' : null
}

/** The question to one customer, as it is put: read by the customer and by the partner that goes, never by the successor. */
export function askAboutSuccession(question: SuccessionQuestion): EventOf<'succession.asked'> {
  return { ...about(question), kind: 'succession.asked', data: { successionId: question.successionId, expiresAt: question.until } }
}

/** Only who has not answered, and on the day it was planned for: null where nobody is reminded. */
export function remindOfSuccession(question: SuccessionQuestion, daysLeft: number, now: Instant): EventOf<'succession.reminded'> | null {
  const left = (question.until - now) / dayMs
  if (stateOfQuestion(question, now) !== 'asked' || left > daysLeft || left <= daysLeft - 1) return null
  return { ...about(question), kind: 'succession.reminded', data: { successionId: question.successionId, daysLeft } }
}

/** Nothing passes on but with the grant of a legal representative of the customer. Refusals: see the table; `not_entitled`, `asker_cannot_answer`, `not_over_yet`. */
export function decideQuestion(question: SuccessionQuestion, command: QuestionCommand, now: Instant): QuestionDecided {
  const isLapse = command.kind === 'lapse'
  const cell = questions[isLapse ? question.state : stateOfQuestion(question, now)][command.kind]
  const code = cell === 'may' ? refusalOfAnswer(question, command, now) : cell
  if (code !== null) return refused(code)
  const { successionId } = question
  switch (command.kind) {
    case 'grant': {
      const granted = { ...question, ...answeredBy(command.by, now), state: 'granted', toPartnershipId: command.to } as const
      return {
        kind: 'done',
        question: granted,
        events: [{ ...about(question), kind: 'succession.granted', data: { successionId, toPartnershipId: command.to } }],
      }
    }
    case 'decline':
      return {
        kind: 'done',
        question: { ...question, ...answeredBy(command.by, now), state: 'declined' },
        events: [{ ...about(question), kind: 'succession.declined', data: { successionId } }],
      }
    case 'lapse':
      return {
        kind: 'done',
        question: { ...question, state: 'lapsed' },
        events: [{ ...about(question), kind: 'succession.lapsed', data: { successionId } }],
      }
  }
}

function refusalOfAnswer({ askers, until }: SuccessionQuestion, command: QuestionCommand, now: Instant): RefusalCode | null {
  if (command.kind === 'lapse') return isOver(until, now) ? null : 'not_over_yet'
  if (askers.includes(command.by.personId)) return 'asker_cannot_answer'
  return command.by.side === 'customer' && mayDo('answer', command.by) ? null : 'not_entitled'
}

const answeredBy = ({ personId }: Actor, now: Instant) => ({ answeredBy: personId, answeredAt: now })

function about({ customerId, partnerId, partnershipId, successorName }: SuccessionQuestion) {
  return { readers: [customerId, partnerId], customerId, partnershipId, detail: { name: successorName } } as const
}

type Told = 'succession.named' | 'succession.withdrawn' | 'succession.refused' | 'succession.agreed'

/** Both partners read of what is between them. */
function told({ id, predecessorId, successorId }: Succession, kind: Told, name: string) {
  return { kind, readers: [predecessorId, successorId], data: { successionId: id }, detail: { name } } as EventOf<'succession.named'>
}

function refused(code: RefusalCode): { readonly kind: 'refused'; readonly code: RefusalCode } {
  return { kind: 'refused', code }
}
