// The customer answers whether a partner's successor shall follow: an offer to the successor and a hand-over from the partner that goes, or no.
import type { HandoverId } from '../../domain/ids.ts'
import { beginHandover } from '../../domain/partnership/decide-handover.ts'
import { decideQuestion, type QuestionCommand } from '../../domain/partnership/decide-succession.ts'
import type { Grant } from '../../domain/partnership/grant.ts'
import { heldRights, isNoMoreThan } from '../../domain/partnership/held-rights.ts'
import { type Partnership, stateOfPartnership } from '../../domain/partnership/partnership.ts'
import { type SuccessionQuestion, stateOfQuestion } from '../../domain/partnership/succession.ts'
import type { Terms } from '../../domain/partnership/terms.ts'
import { Refusal } from '../../domain/refusal.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import type { Instant } from '../../domain/time.ts'
import { mayDo } from '../../domain/who-may.ts'
import { asCustomer } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { chosenRights } from '../partnerships/answer-as-customer.ts'
import { calendar, lastDayOf } from '../partnerships/calendar.ts'
import { findAmong, listOwnProducts, lockOrganisation } from '../partnerships/customer-store.ts'
import { planHandover } from '../partnerships/handing-over.ts'
import { insertHandover, lockHandovers } from '../partnerships/handover-store.ts'
import { heldShown } from '../partnerships/held-shown.ts'
import { lockOwnPartnership } from '../partnerships/own-partnership.ts'
import { findPartnershipById, lockLivingPartnership, lockPartnership, type StoredPartnership } from '../partnerships/partnership-store.ts'
import { type AcceptJob, acceptKind, listAsked, lockQuestion, nameOf, saveQuestion } from '../partnerships/succession-store.ts'
import { enqueue } from '../platform/jobs.ts'
import { newId, type OwnWork } from '../work.ts'
import { lapsePartnership } from './lapse-partnership.ts'
import { offerOf } from './offer-partnership.ts'
import { findLivingId } from './partners-to-be-store.ts'
import { partnerShown } from './show-partnership.ts'
import type { answerSuccession as answerContract, listSuccessionQuestions as listContract } from './succession-contract.ts'

type Shown = Answer<typeof listContract>['questions'][number]
type Wish = Exclude<Input<typeof answerContract>['body'], { answer: 'no' }>

export async function listSuccessionQuestions(work: OwnWork, _input: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const questions: Shown[] = []
  for (const question of await listAsked(work.tx, work.context.organisationId)) {
    const partnership = await findPartnershipById(work.tx, question.partnershipId)
    const isOpen = stateOfQuestion(question, work.now) === 'asked' && partnership && stateOfPartnership(partnership, work.now) === 'active'
    if (isOpen) questions.push(await shown(work, question, partnership))
  }
  return { questions }
}

async function shown(work: OwnWork, question: SuccessionQuestion, { grant, partnerId }: Partnership): Promise<Shown> {
  const { partnershipId, successorId, customerId, askers, until } = question
  const mayAnswer = mayDo('answer', asCustomer(work))
  const servesAlready = await findLivingId(work.tx, { customerId, partnerId: successorId })
  const held = grant === null ? [] : heldRights(grant, work.now)
  return {
    ...{ partnershipId, partner: await nameOf(work.tx, partnerId), successor: await partnerShown(work.tx, { partnerId: successorId }) },
    ...{ servesAlready, until: new Date(until).toISOString() },
    same: servesAlready === null ? held.map((row) => heldShown(row, work.now)) : [],
    ...{ rights: rightsIn(held).length, payer: grant?.terms.payer ?? null },
    cannot: !mayAnswer ? 'not_entitled' : askers.includes(work.person.id) ? 'asker_cannot_answer' : null,
  }
}

export async function answerSuccession(
  work: OwnWork,
  { params, body }: Input<typeof answerContract>,
): Promise<Answer<typeof answerContract>> {
  await lockOrganisation(work.tx, work.context.organisationId)
  const from = await lockOwnPartnership(work, params.partnership)
  const question = await lockQuestion(work.tx, from.id)
  if (!question) throw new Refusal('not_found')
  if (body.answer === 'no') {
    await write(work, question, { kind: 'decline', by: asCustomer(work) })
    return { partnershipId: null }
  }
  // Asked first, so that nothing is offered by whoever may not answer.
  requireMayGrant(work, question, from)
  if ((await lockHandovers(work.tx, from.id)).length > 0) throw new Refusal('already_open')
  const to = await withSuccessor(work, question, from, body)
  await write(work, question, { kind: 'grant', by: asCustomer(work), to: to.id })
  await handOver(work, from, to)
  return { partnershipId: to.id }
}

function requireMayGrant(work: OwnWork, question: SuccessionQuestion, from: Partnership): void {
  const tried = decideQuestion(question, { kind: 'grant', by: asCustomer(work), to: from.id }, work.now)
  if (tried.kind === 'refused') throw new Refusal(tried.code)
  if (stateOfPartnership(from, work.now) !== 'active') throw new Refusal('not_active')
}

/** Who serves the customer already keeps the rights it has; anybody else is made an offer. */
async function withSuccessor(work: OwnWork, question: SuccessionQuestion, from: Partnership, wish: Wish): Promise<StoredPartnership> {
  const { customerId, successorId } = question
  const living = await lockLivingPartnership(work.tx, { customerId, partnerId: successorId })
  if (living && (await lapsePartnership(work, living.id)) === null) {
    if (living.state !== 'active') throw new Refusal('already_open')
    // An offer was signed, and this is none.
    if (work.seconding !== undefined) throw new Refusal('changed_meanwhile')
    return living
  }
  const { rights, terms } = wish.answer === 'other' ? wish : asToday(from.grant, work.now)
  const { partnershipId, proposalId } = await offerOf(work, { partnerId: successorId, rights: [...rights], terms, inPlaceOf: from })
  const to = await lockPartnership(work.tx, partnershipId)
  if (!to) throw new Refusal('not_found')
  const payload: AcceptJob = { successionId: question.successionId, successorId, partnershipId, proposalId }
  if (await isAgreed(work, from, wish)) await enqueue(work.tx, { kind: acceptKind, payload })
  return to
}

/** The successor agreed to what the one before has and pays, and to no more: to pay for whom that one did not, or above its limit, is asked of it. */
async function isAgreed(work: OwnWork, from: Partnership, wish: Wish): Promise<boolean> {
  if (wish.answer === 'same') return true
  const findProduct = findAmong(await listOwnProducts(work.tx, from.customerId))
  const granting = { rights: chosenRights(wish.rights, findProduct), terms: wish.terms, grantedBy: work.person.id, proposalId: null }
  return isNoMoreThan(from, granting, { now: work.now, calendar, findProduct })
}

/** What is in force, each right with its own period and age, paid as it is. */
function asToday(grant: Grant | null, now: Instant): Pick<Extract<Wish, { answer: 'other' }>, 'rights'> & { readonly terms: Terms } {
  if (grant === null) throw new Refusal('not_active')
  const held = heldRights(grant, now)
  const rights = rightsIn(held).map((right) => ({ right, scopes: held.filter((row) => row.right === right).map(({ scope }) => scope) }))
  const { payer, paymentMethodId, spendingLimit } = grant.terms
  const end: Terms['end'] = grant.notAfter === null ? { kind: 'none' } : { kind: 'on', date: lastDayOf(grant.notAfter) }
  return { rights, terms: { startsOn: null, end, payer, paymentMethodId, spendingLimit, held } }
}

/** Without an overlap: one goes in the moment in which the other one comes. */
async function handOver(work: OwnWork, from: Partnership, to: Partnership): Promise<void> {
  const begun = beginHandover({ id: newId<HandoverId>(), overlapDays: 0, namesTold: true }, { from, to }, asCustomer(work), work.now)
  if (begun.kind === 'refused') throw new Refusal(begun.code)
  await insertHandover(work.tx, begun.handover)
  for (const event of begun.events) record(work, event)
  if (to.state === 'active') await planHandover(work, begun.handover)
}

async function write(work: OwnWork, question: SuccessionQuestion, command: QuestionCommand): Promise<void> {
  const decided = decideQuestion(question, command, work.now)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  await saveQuestion(work.tx, decided.question)
  for (const event of decided.events) record(work, event)
}
