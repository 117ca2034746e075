// The replica: Prokura's live index in the console's own process, for the families it serves. Decisions cost microseconds, and none is older than
// its lease: what cannot be known any more is denied.
import { FollowingReplica } from './following-replica.ts'
import type { Prokura } from './open-prokura.ts'
import type { Asking, Decision, Question } from './question.ts'

export type ReplicaSettings = {
  /** Told what went wrong while following; the replica tries again by itself. */
  readonly failed?: (failure: unknown) => void
}

/** The journal moved: where it stands now. */
export type Happened = { readonly position: number }

export type Replica = {
  /** Settled once the first load is over, and rejected only when the replica is closed before. */
  readonly ready: () => Promise<void>
  /**
   * A decision at once, in microseconds, at most a second old: for what pages show. Never throws. `stale` means that the replica cannot know
   * (not loaded, no contact for a second, or a visit that has to be looked up first): a no, or ask `answer`.
   */
  readonly check: (question: Question, how?: Pick<Asking, 'explain'>) => Decision
  /** Like `check`, and asks Prokura where the replica cannot know by itself. Never throws: `stale` when nobody can know. */
  readonly answer: (question: Question, how?: Pick<Asking, 'explain'>) => Promise<Decision>
  /**
   * A decision as new as this question, for doing something: one look at the journal that begins now, shared with whoever asks in the same
   * moment, then the answer from memory. A revocation that was acknowledged before is always seen. Counts as something that happened in the
   * visit. Never throws: `stale` when nobody can know.
   */
  readonly strong: (question: Question, how?: Pick<Asking, 'explain'>) => Promise<Decision>
  /**
   * Tells the decision now and whenever its reason changes, `stale` included: for pages that stay open. Usually some tens of milliseconds after
   * the change, at most a second. Answers with how to stop.
   */
  readonly watch: (question: Question, heard: (decision: Decision) => void) => () => void
  /** Called when the journal moved, after the replica took it in. Answers with how to stop. */
  readonly onChange: (heard: (happened: Happened) => void) => () => void
  /** Where it stands: the position of the journal (-1: not loaded), for how many more ms it may answer, and how many bytes its columns take. */
  readonly standing: () => { readonly position: number; readonly leaseMs: number; readonly bytes: number }
  /** Lets go of everything. Afterwards every answer is `stale`. */
  readonly close: () => void
}

/** Opens a replica and begins to load. One for each process is enough. It keeps the process running until it is closed. */
export function openReplica({ connection, decisions }: Prokura, { failed = () => {} }: ReplicaSettings = {}): Replica {
  const following = new FollowingReplica(connection, decisions, failed)
  return {
    ready: () => following.ready,
    check: (question, { explain = false } = {}) => following.check(question, explain),
    answer: (question, { explain = false } = {}) => following.answer(question, explain),
    strong: (question, { explain = false } = {}) => following.strong(question, explain),
    watch: (question, heard) => following.watch(question, heard),
    onChange: (heard) => following.onChange(heard),
    standing: () => following.standing(),
    close: () => following.close(),
  }
}
