// Nothing a partner does enlarges what its people may do: histories of attempts by every role of both sides, and after each attempt of the
// partner's every person × right × product is asked. The control lets the partner's people pass as the customer's representative.
import { decide } from '../src/domain/authorization/decide.ts'
import type { Facts } from '../src/domain/authorization/facts.ts'
import { lessOf, theSession, theVisit } from '../src/domain/authorization/given-facts.ts'
import type { Question } from '../src/domain/authorization/question.ts'
import { around, daysAfter, noon, products, thePartnership, zuercher } from '../src/domain/given.ts'
import type { PersonId } from '../src/domain/ids.ts'
import { rightsEffective } from '../src/domain/partnership/partnership.ts'
import { neverDelegable, type RightId, rightIds, rightOf, viewOf } from '../src/domain/rights/catalogue.ts'
import { type GrantedRight, type ProductFacts, reaches } from '../src/domain/rights/scope.ts'
import { standardVisit, startVisit } from '../src/domain/visit.ts'
import type { Actor } from '../src/domain/who-may.ts'
import { attempt, born, type Life, members, partnerPeople, type Step } from './enlarging/partnership-life.ts'
import { type Outcome, randomFrom } from './outcome.ts'

const lives = 4_000
const stepsEach = 14
type Tally = {
  lives: number
  steps: number
  done: number
  asked: number
  allowed: number
  enlarged: number
  never: number
  beyond: number
  removed: number
  first: string | undefined
}

export async function proveEnlarging(seed: number): Promise<readonly Outcome[]> {
  return outcomes(
    run(seed, lives),
    run(seed, lives / 10, (actor) => (actor.side === 'partner' ? { ...actor, side: 'customer' } : actor)),
  )
}

export function outcomes(honest: Tally, forged: Tally): readonly Outcome[] {
  const about = `${honest.lives} lives, ${honest.done} of ${honest.steps} steps carried out, ${honest.asked} questions, ${honest.allowed} allowed`
  const first = honest.first === undefined ? '' : `; first: ${honest.first}`
  return [
    {
      claim: 'no step of the partner’s allows anybody anything that the customer had not allowed',
      holds: honest.enlarged === 0 && honest.allowed > 1_000,
      seen: `${honest.enlarged} enlarged in ${about}${first}`,
    },
    { claim: 'nothing that can never be delegated is ever allowed', holds: honest.never === 0, seen: `${honest.never}` },
    { claim: 'nobody of the partner may more than the partner', holds: honest.beyond === 0, seen: `${honest.beyond}` },
    { claim: 'taking away any fact allows nothing', holds: honest.removed === 0, seen: `${honest.removed}` },
    {
      claim: 'control: a partner taken for the customer’s representative enlarges',
      holds: forged.enlarged > 0,
      seen: `${forged.enlarged} enlarged`,
    },
  ]
}

export function run(seed: number, count: number, as?: (actor: Actor) => Actor): Tally {
  const tally: Tally = { lives: 0, steps: 0, done: 0, asked: 0, allowed: 0, enlarged: 0, never: 0, beyond: 0, removed: 0, first: undefined }
  for (let number = 0; number < count; number++) {
    const random = randomFrom(seed * 1_009 + number)
    let life = born(random)
    let ceiling = reachOf(life.partnership.grant?.rights ?? [])
    const path: string[] = []
    for (let step = 0; step < stepsEach; step++) {
      const done = attempt(life, random, as)
      path.push(done.what)
      tally.steps++
      if (!done.isDone) continue
      tally.done++
      life = done.life
      ceiling = ceilingAfter(ceiling, done)
      if (done.by.side === 'partner') look(tally, life, ceiling, path)
    }
    lookLess(tally, life)
    tally.lives++
  }
  return tally
}

/** What the customer did counts as it stands from then on; what the partner took of an offer was the customer's word before. */
function ceilingAfter(ceiling: ReadonlySet<string>, { by, life, accepted }: Step): ReadonlySet<string> {
  return by.side === 'partner' ? new Set([...ceiling, ...reachOf(accepted)]) : reachOf(life.partnership.grant?.rights ?? [])
}

const places: readonly (ProductFacts | null)[] = [...products, null]
const keyOf = (right: RightId, product: ProductFacts | null) => `${right} ${product?.productId ?? ''}`

/** Right × product that some row reaches; for questions without a product, that there is a row at all. What a right needs comes along. */
function reachOf(rows: readonly GrantedRight[]): ReadonlySet<string> {
  const reached = new Set<string>()
  for (const { right, scope } of rows) {
    if (!rightIds.includes(right)) continue
    const row = { right, scope, grantedAt: noon }
    for (const product of places) {
      if (product !== null && rightOf(right).level === 'product' && !reaches(row, product)) continue
      for (const one of [right, ...rightOf(right).needs, ...(product && right === 'product.delete' ? [viewOf(product.family)] : [])])
        reached.add(keyOf(one, product))
    }
  }
  return reached
}

function look(tally: Tally, life: Life, ceiling: ReadonlySet<string>, path: readonly string[]): void {
  const whole = new Set(rightsEffective(life.partnership, around.now).map(({ right }) => right))
  for (const personId of partnerPeople) {
    for (const product of places) {
      for (const right of rightIds) {
        tally.asked++
        if (!isAllowed(life, personId, right, product)) continue
        tally.allowed++
        if (!whole.has(right)) tally.beyond++
        if (ceiling.has(keyOf(right, product))) continue
        tally.enlarged++
        tally.first ??= `${personId}, ${keyOf(right, product)}, after ${path.join(' · ')}`
      }
    }
    for (const never of neverDelegable) if (isAllowed(life, personId, never as unknown as RightId, null)) tally.never++
  }
}

function lookLess(tally: Tally, life: Life): void {
  for (const right of rightIds) {
    const { question, facts } = asked(life, partnerPeople[2], right, products[1] ?? null)
    if (decide(question, facts, around.now).allowed) continue
    tally.removed += lessOf(facts).filter((less) => decide(question, less, around.now).allowed).length
  }
}

function isAllowed(life: Life, personId: PersonId, right: RightId, product: ProductFacts | null): boolean {
  const { question, facts } = asked(life, personId, right, product)
  return decide(question, facts, around.now).allowed
}

function asked(
  { partnership, assignments }: Life,
  personId: PersonId,
  action: RightId,
  product: ProductFacts | null,
): { question: Question; facts: Facts } {
  const visitor = { id: theVisit, partnershipId: thePartnership, personId, sessionId: theSession }
  return {
    question: {
      personId,
      organisationId: zuercher,
      action,
      ...(product === null ? { family: 'mail' } : { productId: product.productId }),
      visit: { partnershipId: thePartnership, visitId: theVisit },
    },
    facts: {
      session: { id: theSession, personId, strength: 'two_factors', authenticatedAt: noon, expiresAt: daysAfter(1), endedAt: null },
      membership: null,
      product,
      acting: {
        partnership,
        membership: members.find((member) => member.personId === personId) ?? null,
        admittedByName: true,
        assignments: assignments.filter((one) => one.personId === personId),
        visit: startVisit(visitor, standardVisit, noon),
      },
    },
  }
}
