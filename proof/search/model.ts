// How decisions stay fresh, as a model small enough to be searched whole: two writers, one of whom revokes, and two nodes that look at the
// journal, answer strong and bounded questions, and die at any step. It follows seal() and src/server/authorization/decisions.ts.
import type { Move } from './explore.ts'

/** What can be built wrongly; the search must find out. */
export type Variant = {
  /** A question is answered by the look that was under way when it arrived. */
  readonly usesLookUnderWay?: boolean
  /** The lease begins when the answer of a look arrives, not when the look was sent. */
  readonly leaseFromArrival?: boolean
  /** Numbers are drawn when a transaction begins, as from a sequence, not behind the lock. */
  readonly numbersDrawnEarly?: boolean
}

/**
 * open: facts changed, nothing sealed. sent: seal and COMMIT are on the way as one message. locked: holds the head. committed: its answer is
 * on the way. acknowledged: whoever revoked was told. orphan: its node died, and the message goes on without it.
 */
const steps = [
  'idle',
  'open',
  'sent',
  'locked',
  'committed',
  'acknowledged',
  'orphan_sent',
  'orphan_locked',
  'orphan_committed',
  'undone',
] as const
type Step = (typeof steps)[number]
type Writer = { readonly step: Step; readonly number: number }

/** sent: on the way to the database. taken: the database answered, from what was committed then. Ages are in ticks, up to the lease. */
type Look =
  | { readonly is: 'sent'; readonly age: number }
  | { readonly is: 'taken'; readonly age: number; readonly head: number; readonly revokes: boolean }
type Node = {
  readonly position: number
  readonly isRevoked: boolean
  /** Ticks since what memory holds was certainly current; the lease or more: over. */
  readonly leaseAge: number
  readonly look: Look | null
  /** A strong question: waits for the look under way, or for the one after it; and whether it came after the acknowledgement. */
  readonly question: { readonly waitsFor: 'this' | 'next'; readonly isAfter: boolean } | null
} | null

export type State = {
  readonly revoker: Writer
  readonly other: Writer
  readonly nodes: readonly [Node, Node]
  /** Ticks since the revocation was acknowledged, up to the lease; null before. */
  readonly acknowledgedAge: number | null
}

export const leaseTicks = 2

/** The two nodes are alike, so it does not matter which is which. */
export function keyOf({ revoker, other, nodes: [one, two], acknowledgedAge }: State): string {
  const [left, right] = [nodeKey(one), nodeKey(two)]
  const writers = ((steps.indexOf(revoker.step) * 10 + steps.indexOf(other.step)) * 3 + revoker.number) * 3 + other.number
  const numbers = [writers * 8 + (acknowledgedAge ?? 7), Math.min(left, right), Math.max(left, right)]
  return String.fromCharCode(...numbers)
}

function nodeKey(node: Node): number {
  if (node === null) return 0
  const { position, isRevoked, leaseAge, look, question } = node
  const asked = question === null ? 0 : 1 + (question.waitsFor === 'this' ? 0 : 2) + (question.isAfter ? 1 : 0)
  const looked = look === null ? 0 : look.is === 'sent' ? 1 : 2 + look.head * 2 + (look.revokes ? 1 : 0)
  return 1 + (((((position * 2 + (isRevoked ? 1 : 0)) * 3 + leaseAge) * 8 + looked) * 3 + (look?.age ?? 0)) * 5 + asked)
}

const idle: Writer = { step: 'idle', number: 0 }
const fresh: NonNullable<Node> = { position: 0, isRevoked: false, leaseAge: leaseTicks, look: null, question: null }
export const first: State = { revoker: idle, other: idle, nodes: [fresh, fresh], acknowledgedAge: null }

/** Bounded questions can be asked in every state: memory says yes, the lease is running, and the revocation is older than the lease. */
export function boundedTooLate({ nodes, acknowledgedAge }: State): string | undefined {
  const late = nodes.some((node) => node !== null && node.leaseAge < leaseTicks && !node.isRevoked)
  return late && acknowledgedAge === leaseTicks ? 'a bounded question is allowed though the revocation is a lease old' : undefined
}

export function movesFrom(variant: Variant): (state: State) => readonly Move<State>[] {
  return (state) => [
    ...writerMoves(state, 'revoker', variant),
    ...writerMoves(state, 'other', variant),
    ...nodeMoves(state, 0, variant),
    ...nodeMoves(state, 1, variant),
    { name: 'time passes', to: tick(state) },
  ]
}

function writerMoves(state: State, who: 'revoker' | 'other', { numbersDrawnEarly = false }: Variant): readonly Move<State>[] {
  const { step, number } = state[who]
  const others = who === 'revoker' ? state.other : state.revoker
  const to = (name: string, next: Step, more: Partial<State> = {}, drawn = number): Move<State> => ({
    name: `${who}: ${name}`,
    to: { ...state, [who]: { step: next, number: drawn }, ...more },
  })
  const isLockFree = others.step !== 'locked' && others.step !== 'orphan_locked'
  const next = Math.max(state.revoker.number, state.other.number) + 1
  const onLock = numbersDrawnEarly ? number : isCommitted(others) ? others.number + 1 : 1
  switch (step) {
    case 'idle':
      return [to('begins', 'open', {}, numbersDrawnEarly ? next : 0)]
    case 'open':
      return [to('sends seal and commit', 'sent'), to('dies', 'undone', {}, 0)]
    case 'sent':
      return [...(isLockFree ? [to('holds the head', 'locked', {}, onLock)] : []), to('dies', 'orphan_sent')]
    case 'orphan_sent':
      return [...(isLockFree ? [to('holds the head', 'orphan_locked', {}, onLock)] : []), to('is not heard', 'undone', {}, 0)]
    case 'locked':
      return [to('commits', 'committed'), to('dies', 'orphan_locked')]
    case 'orphan_locked':
      return [to('commits', 'orphan_committed')]
    case 'committed':
      return [to('is acknowledged', 'acknowledged', who === 'revoker' ? { acknowledgedAge: 0 } : {}), to('dies', 'orphan_committed')]
    case 'acknowledged':
    case 'orphan_committed':
    case 'undone':
      return []
  }
}

const isCommitted = ({ step }: Writer) => step === 'committed' || step === 'acknowledged' || step === 'orphan_committed'
const headOf = ({ revoker, other }: State) => Math.max(isCommitted(revoker) ? revoker.number : 0, isCommitted(other) ? other.number : 0)

function nodeMoves(state: State, which: 0 | 1, variant: Variant): readonly Move<State>[] {
  const node = state.nodes[which]
  const put = (next: Node): State => ({ ...state, nodes: which === 0 ? [next, state.nodes[1]] : [state.nodes[0], next] })
  const move = (name: string, next: Node, broke?: string): Move<State> => ({ name: `node ${which + 1}: ${name}`, to: put(next), broke })
  if (node === null) {
    const loaded = { ...fresh, position: headOf(state), isRevoked: isCommitted(state.revoker) }
    return [move('starts and loads a snapshot', loaded)]
  }
  const { look, question } = node
  const sent: Look = { is: 'sent', age: 0 }
  const moves = [move('dies', null)]
  if (look === null) moves.push(move('looks, as it does from time to time', { ...node, look: sent }))
  if (question === null) {
    const isAfter = state.acknowledgedAge !== null
    const waitsFor = look === null || variant.usesLookUnderWay ? 'this' : 'next'
    moves.push(move('is asked', { ...node, look: look ?? sent, question: { waitsFor, isAfter } }))
  }
  if (look === null) return moves
  moves.push(move('loses its connection', { ...node, ...afterLook(question) }))
  if (look.is === 'sent') {
    const revokes = isCommitted(state.revoker) && state.revoker.number > node.position
    moves.push(move('is answered by the database', { ...node, look: { is: 'taken', age: look.age, head: headOf(state), revokes } }))
  } else {
    moves.push(applied(node, look))
  }
  return moves

  function applied(before: NonNullable<Node>, { age, head, revokes }: Look & { is: 'taken' }): Move<State> {
    const isRevoked = before.isRevoked || revokes
    const leaseAge = variant.leaseFromArrival ? 0 : Math.min(age, before.leaseAge)
    const next = { ...before, position: head, isRevoked, leaseAge, ...afterLook(question) }
    const isAllowedNow = question?.waitsFor === 'this' && !isRevoked
    const broke = isAllowedNow && question.isAfter ? 'a strong question that came after the acknowledgement is allowed' : undefined
    return move(question?.waitsFor === 'this' ? `answers ${isRevoked ? 'no' : 'yes'}` : 'takes in what it read', next, broke)
  }
}

/** Whoever waited for the next look gets one that is sent now; whoever waited for this one has an answer, or hears "stale". */
function afterLook(question: NonNullable<Node>['question']): Pick<NonNullable<Node>, 'look' | 'question'> {
  if (question?.waitsFor !== 'next') return { look: null, question: null }
  return { look: { is: 'sent', age: 0 }, question: { ...question, waitsFor: 'this' } }
}

function tick(state: State): State {
  const older = (age: number) => Math.min(age + 1, leaseTicks)
  const [one, two] = state.nodes.map((node): Node => {
    if (node === null) return null
    return { ...node, leaseAge: older(node.leaseAge), look: node.look && { ...node.look, age: older(node.look.age) } }
  })
  const acknowledgedAge = state.acknowledgedAge === null ? null : older(state.acknowledgedAge)
  return { ...state, nodes: [one ?? null, two ?? null], acknowledgedAge }
}
