// What may never be broken, each as a sentence that is checked after every step. Numbers are those of the product's list; letters its other promises
// about the life of a partnership. All are read from what the machines left, before and after, and not from the model.
import type { DomainEvent } from '../../src/domain/event.ts'
import { rightIds } from '../../src/domain/rights/catalogue.ts'
import type { Look } from './look.ts'
import { cast, isPartner, isRepresentative, type Name, personOf } from './people.ts'
import { closedOver, isSensitive, needOf, type Said } from './said.ts'

export type Step = {
  readonly said: Said
  readonly outcome: 'done' | 'refused'
  readonly events: readonly DomainEvent[]
  readonly before: Look
  readonly after: Look
  readonly ended: ReadonlySet<string>
}
type Invariant = { readonly says: string; readonly holds: (step: Step) => boolean }

const nameOf = ({ said }: Step): Name | null => ('by' in said && said.by !== 'operator' ? said.by : null)
const isOfPartner = (step: Step) => nameOf(step) !== null && isPartner(nameOf(step) as Name)
const isOfCustomer = (step: Step) => nameOf(step) !== null && !isPartner(nameOf(step) as Name)
const isDone = ({ outcome }: Step) => outcome === 'done'
const isSubset = (some: Iterable<string>, all: { has(one: string): boolean }) => [...some].every((one) => all.has(one))
const added = ({ before, after }: Step) => [...after.granted.keys()].filter((right) => !before.granted.has(right))
/** The question that a step answers. */
const answeredBy = ({ said, before }: Step) => {
  if (said.kind === 'claim' || said.kind === 'refuse') return before.inboxes[said.inbox]
  return ['answer', 'accept', 'counter', 'decline'].includes(said.kind) ? before.open[0] : undefined
}
const offered = (step: Step) =>
  new Set<string>(
    step.said.kind === 'accept' && step.before.open[0]?.side === 'customer' ? closedOver(step.before.open[0].rights as never) : [],
  )

export const invariants: readonly Invariant[] = [
  {
    says: '1 what anybody of the partner does allows the partner nothing more, but for what a customer’s representative offered',
    holds: (step) => {
      if (!isOfPartner(step) || !isDone(step)) return true
      const known = new Set([...step.before.allowed[0], ...offered(step), ...step.before.granted.keys()])
      return (
        isSubset(step.after.allowed[0], known) && (step.said.kind === 'accept' || isSubset(step.after.allowed[0], step.before.allowed[0]))
      )
    },
  },
  {
    says: '1 effective is what is granted, in time and not suspended, with all it needs; and of it what is assigned',
    holds: ({ after }) => {
      const isOpen = after.state === 'active' && !after.byCustomer && !after.byOperator && (after.end === null || after.now < after.end)
      const inTime = (right: string) =>
        after.granted.has(right) && ((after.granted.get(right) ?? null) === null || after.now < (after.granted.get(right) ?? 0))
      const isEffective = (right: string) => isOpen && inTime(right) && (needOf[right] === undefined || inTime(needOf[right]))
      return [...after.allowed[0]].every(isEffective) && isSubset(after.allowed[1], after.allowed[0])
    },
  },
  { says: '2 no grant holds what can never be delegated', holds: ({ after }) => isSubset(after.granted.keys(), new Set<string>(rightIds)) },
  {
    says: '3 only a representative of the partner sends what the partner asks',
    holds: (step) => {
      const sent = (look: Look) => [...look.open, ...look.inboxes].filter((one) => one?.side === 'partner' && one.state === 'open').length
      if (sent(step.after) <= sent(step.before)) return true
      const name = nameOf(step)
      return name !== null && isPartner(name) && isRepresentative(name)
    },
  },
  {
    says: '3 only a representative of the customer grants: by an answer, by a change, or by an offer that the partner takes',
    holds: (step) => {
      if (added(step).length === 0) return true
      const name = nameOf(step)
      if (name === null) return false
      return isPartner(name) ? isRepresentative(name) && isSubset(added(step), offered(step)) : isRepresentative(name)
    },
  },
  {
    says: '3 whoever asked never answers, whatever organisations they belong to',
    holds: (step) => {
      const [question, name] = [answeredBy(step), nameOf(step)]
      return !isDone(step) || !question || name === null || !question.askers.includes(personOf(name))
    },
  },
  {
    says: '4 what is taken away, stopped or ended is gone in the same instant',
    holds: (step) => {
      if (!isDone(step) || !['suspend', 'end', 'stop_for_good', 'narrow'].includes(step.said.kind)) return true
      if (step.said.kind !== 'narrow') return step.after.allowed[0].size === 0
      return isSubset(step.after.allowed[0], step.after.granted)
    },
  },
  {
    says: '5 no record, no change: what is done is recorded, what is refused changes nothing',
    holds: (step) => {
      if (step.outcome === 'refused') return step.events.length === 0 && step.after.text === step.before.text
      return (
        step.events.length > 0 ||
        ['pass', 'clock', 'request', 'release', 'resend', 'take_back'].includes(step.said.kind) ||
        step.after.text === step.before.text
      )
    },
  },
  {
    says: '6 both sides read what happens to their partnership',
    holds: ({ events }) => events.every(({ kind, readers }) => !kind.startsWith('partnership.') || new Set(readers).size === 2),
  },
  {
    says: '7 possession of a link decides nothing',
    holds: ({ said, outcome }) => outcome === 'refused' || !('proven' in said) || said.proven,
  },
  {
    says: '8 who pays changes nothing about what is allowed',
    holds: (step) =>
      step.said.kind !== 'pay' ||
      (isSubset(step.after.allowed[0], step.before.allowed[0]) && isSubset(step.before.allowed[0], step.after.allowed[0])),
  },
  { says: 'a at most one question is open on a partnership', holds: ({ after }) => after.open.length <= 1 },
  {
    says: 'b a counter-proposal comes from the other side, and changes nothing that is in force',
    holds: ({ said, outcome, before, after }) =>
      said.kind !== 'counter' ||
      outcome === 'refused' ||
      (before.open[0]?.side === 'customer' && after.open[0]?.side === 'partner' && after.version === before.version),
  },
  {
    says: 'c leaving out what is optional accepts; leaving out what is required proposes something else, and grants nothing',
    holds: (step) => {
      const question = answeredBy(step)
      if (!isDone(step) || !question || !('choice' in step.said)) return true
      const given = closedOver(step.said.choice.granted)
      const isCounter =
        question.required.some((right) => !given.has(right as never)) ||
        (step.said.choice.payer === 'partner' && question.payer !== 'partner')
      const isSame = step.after.id === step.before.id ? step.after.version === step.before.version : step.after.version === 0
      return isCounter ? isSame && step.after.open[0]?.side === 'customer' : !isSame
    },
  },
  {
    says: 'd accepting restores nothing that was removed since the question was made',
    holds: (step) => {
      const base = answeredBy(step)?.base
      if (!isDone(step) || !base || !['answer', 'accept'].includes(step.said.kind)) return true
      return added(step).every((right) => !base.includes(right))
    },
  },
  {
    says: 'e each gate is opened by whoever closed it, as long as the life lasts',
    holds: ({ said, before, after }) => {
      if (before.id !== after.id) return true
      const who = 'by' in said ? said.by : null
      const isOpenedByCustomer =
        !before.byCustomer ||
        after.byCustomer ||
        (said.kind === 'resume' && who !== null && who !== 'operator' && cast[who].side === 'customer')
      return isOpenedByCustomer && (!before.byOperator || after.byOperator || (said.kind === 'resume' && who === 'operator'))
    },
  },
  { says: 'f a life that ended never comes back', holds: ({ after, ended }) => after.id === null || !ended.has(after.id) },
  {
    says: 'g the versions of a grant are numbered one by one',
    holds: ({ before, after }) => before.id !== after.id || [before.version, before.version + 1].includes(after.version),
  },
  {
    says: 'h a sensitive right always has an end',
    holds: ({ after }) => [...after.granted].every(([right, end]) => !isSensitive(right) || end !== null),
  },
  {
    says: 'i the partner pays only after a yes of its own',
    holds: (step) => {
      if (step.after.payer !== 'partner' || (step.before.id === step.after.id && step.before.payer === 'partner')) return true
      return answeredBy(step)?.payer === 'partner' && (isOfCustomer(step) || step.said.kind === 'accept')
    },
  },
]
