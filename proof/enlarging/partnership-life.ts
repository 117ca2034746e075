// A partnership's life, step by step at random: what people of both sides of every role try, through the domain's own machines. Beside it
// stands what the customer's legal representative has allowed so far, counted apart from the grant.
import { changeHolders, type Held } from '../../src/domain/assign-holders.ts'
import type { Assignment } from '../../src/domain/assignment.ts'
import {
  alpweb,
  anna,
  around,
  asAnna,
  asBeat,
  asMarc,
  asPetra,
  asRuth,
  everyRow,
  everywhere,
  givenGrant,
  givenPartnership,
  givenTerms,
  inForce,
  marc,
  petra,
  thePartnership,
  zuercher,
} from '../../src/domain/given.ts'
import { asId, type PersonId, type ProposalId } from '../../src/domain/ids.ts'
import type { Member } from '../../src/domain/organisation.ts'
import { answerProposal, counterProposal } from '../../src/domain/partnership/answer-proposal.ts'
import { decidePartnership } from '../../src/domain/partnership/decide-partnership.ts'
import { decideProposal } from '../../src/domain/partnership/decide-proposal.ts'
import { makeProposal } from '../../src/domain/partnership/make-proposal.ts'
import type { Partnership } from '../../src/domain/partnership/partnership.ts'
import type { PartnershipCommand } from '../../src/domain/partnership/partnership-command.ts'
import type { Proposal } from '../../src/domain/partnership/proposal.ts'
import { neverDelegable, type RightId, rightIds } from '../../src/domain/rights/catalogue.ts'
import type { GrantedRight } from '../../src/domain/rights/scope.ts'
import type { Actor } from '../../src/domain/who-may.ts'

export type Life = {
  readonly partnership: Partnership
  readonly assignments: readonly Assignment[]
  readonly open: Proposal | null
  /** What the customer offered in the open proposal, if it is the customer's. */
  readonly offered: readonly GrantedRight[]
}
export type Step = {
  readonly what: string
  readonly by: Actor
  readonly life: Life
  readonly isDone: boolean /** Of the customer's offer, when the partner took it. */
  readonly accepted: readonly GrantedRight[]
}

export const partnerPeople = [petra, marc, anna] as const
export const members: readonly Member[] = [
  { organisationId: alpweb, personId: petra, role: 'legal_representative' },
  { organisationId: alpweb, personId: marc, role: 'administrator' },
  { organisationId: alpweb, personId: anna, role: 'collaborator' },
]
export const partnerActors = [asPetra, asMarc, asAnna]
const customerActors = [asRuth, asRuth, asRuth, asBeat]

/** The rights of the catalogue, and now and then what no partner can ever have. */
const wishes: readonly RightId[] = [...rightIds, ...(neverDelegable as unknown as readonly RightId[])]

export function born(random: Random): Life {
  const rights = some(everyRow, 6, random).map((row) => inForce(row))
  return {
    partnership: givenPartnership({ grant: givenGrant([inForce(everywhere('organisation.view')), ...rights]) }),
    assignments: [{ partnershipId: thePartnership, personId: anna, rights: random() < 0.5 ? null : some(rightIds, 5, random) }],
    open: null,
    offered: [],
  }
}

export type Random = () => number
const pick = <T>(values: readonly T[], random: Random): T => values[Math.floor(random() * values.length)] as T
export function some<T>(values: readonly T[], most: number, random: Random): readonly T[] {
  return [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(values, random)))]
}

const acts = { propose, release, answer, counter, withdraw, assign, command } as const

/** One attempt; `as` is who it is taken for, which a control uses to forge somebody. */
export function attempt(life: Life, random: Random, as: (actor: Actor) => Actor = (actor) => actor): Step {
  const by = pick(random() < 0.7 ? partnerActors : customerActors, random)
  const what = pick(Object.keys(acts) as (keyof typeof acts)[], random)
  const { life: next, detail, accepted = [] } = acts[what](life, as(by), random)
  return { what: `${by.side} ${by.role}: ${what} ${detail}`, by, life: next, isDone: next !== life, accepted }
}

type Outcome = { readonly life: Life; readonly detail: string; readonly accepted?: readonly GrantedRight[] }

function propose(life: Life, by: Actor, random: Random): Outcome {
  const rows = forged(some(everyRow, 4, random), random)
  const draft = {
    ...draftOf(life, random),
    number: 1,
    partnerId: alpweb,
    customerId: zuercher,
    invitationId: null,
    partnershipId: thePartnership,
  }
  const rights = rows.map((row) => ({ ...row, required: random() < 0.2, reason: null }))
  const made = makeProposal({ ...draft, preset: null, rights, terms: termsAt(random), isPartnerVerified: true }, by, around)
  if (made.kind === 'refused' || (life.open !== null && life.open.state === 'open')) return { life, detail: 'refused' }
  return { life: { ...life, open: made.proposal, offered: by.side === 'customer' ? rows : [] }, detail: namesOf(rows) }
}

function release(life: Life, by: Actor): Outcome {
  return onOpen(life, (open) => decideProposal(open, { kind: 'release', by, expiresAt: around.now + 1e9 } as never, around.now))
}

function withdraw(life: Life, by: Actor): Outcome {
  return onOpen(life, (open) => decideProposal(open, { kind: 'withdraw', by }, around.now))
}

function onOpen(life: Life, decide: (open: Proposal) => ReturnType<typeof decideProposal>): Outcome {
  const decided = life.open === null ? null : decide(life.open)
  if (decided === null || decided.kind === 'refused') return { life, detail: 'refused' }
  return { life: { ...life, open: decided.proposal }, detail: decided.proposal.state }
}

/** A yes, in the customer's words or the partner's; what is accepted comes into force with the machine's own command. */
function answer(life: Life, by: Actor, random: Random): Outcome {
  const { open, partnership } = life
  if (open === null) return { life, detail: 'nothing open' }
  const granted = open.rights.map(({ right, scope }) => ({ right, scope })).filter(() => random() < 0.8)
  const chosen = [...granted, ...forged(some(everyRow, 2, random), random)]
  const choice = by.side === 'customer' ? { granted: chosen, notGranted: some(rightIds, 3, random), terms: termsAt(random) } : null
  const answered = answerProposal(open, { by, choice, counter: draftOf(life, random) }, around)
  if (answered.kind === 'refused') return { life, detail: 'refused' }
  if (answered.kind === 'countered')
    return { life: { ...life, open: answered.counter, offered: answered.counter.rights as never }, detail: 'countered' }
  const grant: PartnershipCommand = {
    kind: 'grant',
    proposal: answered.proposal,
    answer: answered.answer,
    base: partnership.grant,
    isSecured: true,
  }
  const decided = decidePartnership(partnership, grant, around)
  if (decided.kind === 'refused') return { life: { ...life, open: answered.proposal }, detail: 'accepted, not granted' }
  const accepted = by.side === 'customer' ? [] : life.offered
  return { life: { ...life, partnership: decided.partnership, open: answered.proposal }, detail: namesOf(answered.answer.rights), accepted }
}

function counter(life: Life, by: Actor, random: Random): Outcome {
  if (life.open === null) return { life, detail: 'nothing open' }
  const rows = forged(some(everyRow, 3, random), random)
  const rights = rows.map((row) => ({ ...row, required: false, reason: null }))
  const countering = { by, rights, terms: termsAt(random), reasons: [], counter: draftOf(life, random), isPartnerVerified: true }
  const countered = counterProposal(life.open, countering, around)
  if (countered.kind === 'refused') return { life, detail: 'refused' }
  return { life: { ...life, open: countered.counter, offered: by.side === 'customer' ? rows : [] }, detail: namesOf(rows) }
}

function assign(life: Life, by: Actor, random: Random): Outcome {
  const wanted = some([...partnerPeople], 3, random).map(
    (id): Held<PersonId> => ({ id, rights: random() < 0.3 ? null : some(wishes, 6, random) }),
  )
  const before = life.assignments.map(({ personId, rights }) => ({ id: personId, rights }))
  const known = members.map(({ personId }) => personId)
  const isUnbounded = (id: PersonId) => members.some(({ personId, role }) => personId === id && role !== 'collaborator')
  const assigned = changeHolders({ partnership: life.partnership, known, before, isUnbounded }, wanted, by, around.now)
  if (assigned.kind === 'refused') return { life, detail: assigned.code }
  const assignments = assigned.held.map(({ id, rights }) => ({ partnershipId: life.partnership.id, personId: id, rights }))
  return { life: { ...life, assignments }, detail: 'assigned' }
}

function command(life: Life, by: Actor, random: Random): Outcome {
  const { partnership } = life
  const rights = forged(some(everyRow, 8, random), random)
  const kept = partnership.grant?.rights.map(({ right, scope }) => ({ right, scope })).filter(() => random() < 0.8) ?? []
  const commands: readonly PartnershipCommand[] = [
    { kind: 'change', by, rights: [...kept, ...rights], terms: termsAt(random), renew: random() < 0.5, isSecured: true },
    {
      kind: 'narrow',
      by,
      keep: [...kept, ...rights],
      end: random() < 0.5 ? null : { kind: 'after', days: 1 + Math.floor(random() * 700) },
    },
    { kind: 'suspend', by, reason: null },
    { kind: 'resume', by },
    { kind: 'secure', by },
    { kind: 'admit_named_people', by, namedPeopleOnly: random() < 0.5 },
    { kind: 'change_payer', by, payer: by.side, paymentMethodId: null, spendingLimit: null },
  ]
  const chosen = pick(commands, random)
  const decided = decidePartnership(partnership, chosen, around)
  if (decided.kind === 'refused') return { life, detail: `${chosen.kind}: ${decided.code}` }
  return { life: { ...life, partnership: decided.partnership }, detail: chosen.kind }
}

/** Now and then the name of something that nobody can delegate, as whoever writes requests by hand would try. */
function forged(rows: readonly GrantedRight[], random: Random): readonly GrantedRight[] {
  return rows.map((row) => (random() < 0.03 ? { ...row, right: pick(wishes, random) } : row))
}

function draftOf({ partnership }: Life, random: Random) {
  return { id: asId<ProposalId>(`proposal ${random()}`), expiresAt: (around.now + 1e9) as never, grant: partnership.grant }
}

function termsAt(random: Random) {
  return givenTerms(random() < 0.6 ? {} : { end: { kind: 'after', days: 1 + Math.floor(random() * 729) } })
}

const namesOf = (rows: readonly { readonly right: string }[]) => rows.map(({ right }) => right).join(' ')
