// A step of a conversation as fast-check runs it: foretold by the model, carried out by the machines, held against every invariant.
import fc from 'fast-check'
import { invariants } from './invariants.ts'
import { type Look, lookAt, modelInWords } from './look.ts'
import { allowed, born, type Model } from './model.ts'
import { predict } from './predict.ts'
import { type Flaw, type Outcome, Real } from './real.ts'
import { everything, type Said } from './said.ts'

export type Tally = { steps: number; done: number; kinds: Map<string, number>; allowed: number; lives: number }
export type Held = { model: Model }
/** `isFlawed`: only the invariants are asked; they must notice by themselves, without being told what to expect. */
type Machines = { readonly real: Real; readonly tally: Tally; readonly isFlawed: boolean; look: Look }

export class Broken extends Error {}

class Step implements fc.Command<Held, Machines> {
  readonly said: Said
  readonly isAnyhow: boolean

  constructor(said: Said, isAnyhow: boolean) {
    this.said = said
    this.isAnyhow = isAnyhow
  }

  /** Most of what would be refused is left out, so that conversations get somewhere; a part of it is said all the same. */
  check({ model }: Readonly<Held>): boolean {
    return this.isAnyhow || predict(model, this.said).outcome === 'done'
  }

  run(held: Held, machines: Machines): void {
    const { said } = this
    const { real, tally, look: before } = machines
    const foretold = predict(held.model, said)
    const seen = real.say(said)
    const after = lookAt(real)
    machines.look = after
    count(tally, said, seen.outcome, after)
    const events = seen.outcome === 'done' ? seen.events : []
    const step = { said, outcome: seen.outcome, events, before, after, ended: real.ended }
    for (const { says, holds } of invariants) if (!holds(step)) throw new Broken(says)
    if (foretold.outcome === 'done') held.model = foretold.next
    if (!machines.isFlawed) this.#compare(held.model, foretold.outcome, seen, after)
  }

  #compare(model: Model, foretold: Outcome['outcome'], seen: Outcome, after: Look): void {
    if (seen.outcome !== foretold)
      throw new Broken(`foretold ${foretold}, seen ${seen.outcome}${seen.outcome === 'refused' ? ` (${seen.code})` : ''}`)
    const told = modelInWords(model)
    if (told !== after.text) throw new Broken(`foretold ${told}\n      seen     ${after.text}`)
    const { leaders, anna } = allowed(model)
    const promised = [leaders, anna].map(listed).join(' | ')
    const decided = after.allowed.map(listed).join(' | ')
    if (promised !== decided) throw new Broken(`decide() allows ${decided}, the model ${promised}`)
  }

  toString(): string {
    return JSON.stringify(this.said)
  }
}

const listed = (set: ReadonlySet<string>): string => [...set].toSorted().join()

function count(tally: Tally, { kind }: Said, outcome: string, { allowed: [leaders] }: Look): void {
  tally.steps++
  tally.allowed += leaders.size
  if (outcome === 'refused') return
  tally.done++
  tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1)
}

export const conversations = (length: number) =>
  fc.commands(
    everything.map((one) => fc.tuple(one, fc.integer({ min: 0, max: 7 })).map(([said, luck]) => new Step(said, luck === 0))),
    { maxCommands: length, size: 'max' },
  )

export const newTally = (): Tally => ({ steps: 0, done: 0, kinds: new Map(), allowed: 0, lives: 0 })

/** Holds conversations; answers with what was broken first, shrunk, or undefined. */
export function talk({
  seed,
  count: runs,
  flaw,
  length = 100,
}: {
  readonly seed: number
  readonly count: number
  readonly flaw?: Flaw
  readonly length?: number
}) {
  const tally = newTally()
  const details = fc.check(
    fc.property(conversations(length), (steps) => {
      const real = new Real(flaw)
      fc.modelRun(() => ({ model: { model: born }, real: { real, tally, isFlawed: flaw !== undefined, look: lookAt(real) } }), steps)
      tally.lives += real.lives
    }),
    { seed, numRuns: runs, endOnFailure: false },
  )
  const cause = details.errorInstance instanceof Error ? details.errorInstance : undefined
  const broken = details.failed ? `${cause?.message ?? 'failed'}, after ${inShort(details.counterexample)}` : undefined
  if (cause && !(cause instanceof Broken)) throw cause
  return { tally, broken, runs: details.numRuns }
}

const inShort = (found: readonly [Iterable<fc.Command<Held, Machines>>] | null): string =>
  found ? [...found[0]].map((step) => step.toString()).join(' · ') : ''
