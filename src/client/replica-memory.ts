// What a replica remembers, how old that may be, and what it says: the live index of Prokura itself, fed with the part for some families.
import type { Giver, MissingCode } from '../domain/authorization/decision.ts'
import { requirementsOfActing, requirementsOfMember } from '../domain/authorization/requirements.ts'
import { type Asked, allowed, missingOf } from '../live-index/asked.ts'
import { forFamilies } from '../live-index/for-families.ts'
import { LiveIndex } from '../live-index/live-index.ts'
import type { Change } from '../live-index/records.ts'
import type { WireAnswer, WireStand } from '../live-index/replica-wire.ts'
import { type ToLookUp, unknownOrOver } from '../live-index/unknown-or-over.ts'
import { askedOf } from './asked-of.ts'
import { type Because, type Decision, type DenialReason, type Question, stale } from './question.ts'

type Continued = Extract<WireAnswer, { kind: 'continued' }>
/** `unsure`: what has to be looked up before anything can be said. */
export type Said = { readonly kind: 'said'; readonly decision: Decision } | { readonly kind: 'unsure'; readonly about: ToLookUp }

const believedForMs = 1_000
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const givers = new Map<MissingCode, Giver>([...requirementsOfMember, ...requirementsOfActing].map(({ code, givenBy }) => [code, givenBy]))

export class ReplicaMemory {
  readonly index = new LiveIndex()
  readonly #part: ReturnType<typeof forFamilies>
  #stand: WireStand
  #clock = 0
  #clockAt = 0
  #leaseUntil = -Infinity
  /** What was looked up, and until when that is believed. */
  readonly #lookedUp = new Map<string, number>()

  constructor(families: readonly string[], stand: WireStand) {
    this.#part = forFamilies(families)
    this.#stand = stand
  }

  get stand(): WireStand {
    return this.#stand
  }

  get leaseUntil(): number {
    return this.#leaseUntil
  }

  isLeased(): boolean {
    return performance.now() < this.#leaseUntil
  }

  /** The database's clock. */
  now(): number {
    return this.#clock + (performance.now() - this.#clockAt)
  }

  load(changes: readonly Change[]): void {
    for (const change of changes) this.index.apply(change)
  }

  /** Takes in an answer, unless a newer one came first. `sentAt`: when its request was sent; the lease counts from there. */
  follow({ stand, changes, clock, leaseMs, heldMs }: Continued, sentAt: number): boolean {
    if (stand.position < this.#stand.position) return false
    this.load(changes)
    this.#stand = stand
    if (sentAt + leaseMs <= this.#leaseUntil) return true
    this.#leaseUntil = sentAt + leaseMs
    this.#clock = clock
    this.#clockAt = sentAt + heldMs
    return true
  }

  lookedUp(ids: readonly string[], sentAt: number): void {
    for (const id of ids) this.#lookedUp.set(id, sentAt + believedForMs)
  }

  forget(): void {
    this.index.forgetBefore(this.now())
    for (const [id, until] of this.#lookedUp) if (until < performance.now()) this.#lookedUp.delete(id)
  }

  /** What is to be looked up with a look of its own, whatever was looked up before. */
  doubts(question: Question): ToLookUp | undefined {
    const asked = askedOf(question, this.#part)
    return typeof asked === 'string' ? undefined : only(this.#toLookUp(asked, this.now()), () => true)
  }

  say(question: Question, explain = false): Said {
    const asked = askedOf(question, this.#part)
    if (typeof asked === 'string') return said(this.#denied(asked, asked === 'not_served' ? 'operator' : 'nobody'))
    const now = this.now()
    const about = only(this.#toLookUp(asked, now), (id) => performance.now() >= (this.#lookedUp.get(id) ?? -Infinity))
    if (about !== undefined) return { kind: 'unsure', about }
    const { code, validUntil } = this.index.check(asked, now)
    if (code !== allowed) return said(this.#denied(missingOf(code), givers.get(missingOf(code)) ?? 'nobody', this.#authenticatedAt(asked)))
    return said({
      allowed: true,
      reason: 'allowed',
      givenBy: null,
      validUntil: validUntil === Infinity ? null : validUntil,
      position: this.#stand.position,
      authenticatedAt: this.#authenticatedAt(asked),
      because: explain ? this.#because(asked, now) : null,
    })
  }

  /** Nobody announces that somebody was seen, nor every session: what looks over, or is not known, is looked up before it is denied. */
  #toLookUp({ visit, session }: Asked, now: number): ToLookUp | undefined {
    if (visit === undefined && session === undefined) return undefined
    if (visit !== undefined && this.index.visit(visit) === undefined) return { visits: [visit], sessions: [] }
    return unknownOrOver(this.index, [{ visit, session }], now)
  }

  #denied(reason: DenialReason, givenBy: Giver, authenticatedAt: number | null = null): Decision {
    return { ...stale, reason, givenBy, position: this.#stand.position, authenticatedAt }
  }

  #authenticatedAt({ visit, session, person }: Asked): number | null {
    const id = visit === undefined ? session : this.index.visit(visit)?.sessionId
    const found = id === undefined ? undefined : this.index.session(id)
    return found === undefined || found.personId !== person ? null : found.authenticatedAt
  }

  #because(asked: Asked, now: number): Because | null {
    const decision = this.index.decide(asked, now)
    if (!decision.allowed) return null
    const { because } = decision
    if (because.kind === 'member') return { by: 'membership', organisation: because.organisationId, role: because.role }
    return {
      by: because.by,
      role: because.role,
      partnership: because.partnershipId,
      partner: because.partnerId,
      customer: because.customerId,
      grantVersion: because.grantVersion,
      right: because.right,
      scope: because.scope,
      visit: because.visitId,
    }
  }
}

function only(about: ToLookUp | undefined, isWanted: (id: string) => boolean): ToLookUp | undefined {
  if (about === undefined || about.visits.length + about.sessions.length === 0) return undefined
  const wanted = (id: string) => uuid.test(id) && isWanted(id)
  const [visits, sessions] = [about.visits.filter(wanted), about.sessions.filter(wanted)]
  return visits.length + sessions.length === 0 ? undefined : { visits, sessions }
}

const said = (decision: Decision): Said => ({ kind: 'said', decision })
