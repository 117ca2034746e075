// The conversation as the domain's machines carry it out: their records and nothing else, put together as the use cases put them together. What is
// overdue lapses first, as with every command. Flaws are what the controls build in.
import { changeHolders } from '../../src/domain/assign-holders.ts'
import type { Assignment } from '../../src/domain/assignment.ts'
import type { DomainEvent } from '../../src/domain/event.ts'
import { alpweb, anna, calendar, noon, products, thePartnership, zuercher } from '../../src/domain/given.ts'
import { asId, type InvitationId, type PartnershipId, type ProposalId } from '../../src/domain/ids.ts'
import { decideInvitation } from '../../src/domain/partnership/decide-invitation.ts'
import { decidePartnership } from '../../src/domain/partnership/decide-partnership.ts'
import { decideProposal } from '../../src/domain/partnership/decide-proposal.ts'
import type { Grant } from '../../src/domain/partnership/grant.ts'
import type { Surroundings } from '../../src/domain/partnership/grant-version.ts'
import type { Invitation } from '../../src/domain/partnership/invitation.ts'
import { type Partnership, stateOfPartnership } from '../../src/domain/partnership/partnership.ts'
import type { Proposal } from '../../src/domain/partnership/proposal.ts'
import { type Instant, later } from '../../src/domain/time.ts'
import { dayMs } from './model.ts'
import { cast, members } from './people.ts'
import type { Said } from './said.ts'
import { sayInbox } from './say-inbox.ts'
import { sayPair } from './say-pair.ts'

export type Flaw =
  | 'whoever asked may answer'
  | 'a delta restores what was removed'
  | 'the partner narrows to more'
  | 'one key opens both gates'
  | 'a counter leaves what it counters open'
  | 'stopping is not recorded'
  | 'an address need not be proven'
  | 'what ended goes on'

export type Inbox = { readonly invitation: Invitation; readonly proposal: Proposal }
/** A change that was refused changed nothing and recorded nothing. */
export type Outcome =
  | { readonly outcome: 'done'; readonly events: readonly DomainEvent[] }
  | { readonly outcome: 'refused'; readonly code: string }

export class Real {
  now: Instant = noon
  inboxes: [Inbox | null, Inbox | null] = [null, null]
  partnership: Partnership | null = null
  /** Of the partnership, in the order in which they were made. */
  proposals: readonly Proposal[] = []
  versions: readonly Grant[] = []
  assignments: readonly Assignment[] = []
  ended = new Set<string>()
  lives = 0
  #made = 0
  readonly flaw: Flaw | undefined

  constructor(flaw?: Flaw) {
    this.flaw = flaw
  }

  get around(): Surroundings {
    return { now: this.now, calendar, findProduct: (id) => products.find(({ productId }) => productId === id) }
  }

  say(said: Said): Outcome {
    if (said.kind === 'pass') {
      this.now = later(this.now, said.days * dayMs)
      return { outcome: 'done', events: [] }
    }
    const lapsed = this.lapse()
    if (said.kind === 'clock') return { outcome: 'done', events: lapsed }
    if ('inbox' in said) return sayInbox(this, said)
    return said.kind === 'assign' ? this.#assign(said) : sayPair(this, said)
  }

  /** What is overdue is written down as such. */
  lapse(): readonly DomainEvent[] {
    const events: DomainEvent[] = []
    this.inboxes = this.inboxes.map((inbox) => {
      const lapsed = inbox && decideInvitation(inbox.invitation, { kind: 'lapse' }, this.now)
      if (lapsed?.kind !== 'done') return inbox
      events.push(...lapsed.events)
      return null
    }) as [Inbox | null, Inbox | null]
    for (const open of this.open) {
      const lapsed = decideProposal(open, { kind: 'lapse' }, this.now)
      if (lapsed.kind === 'refused') continue
      events.push(...lapsed.events)
      this.put(lapsed.proposal)
    }
    if (this.partnership) events.push(...this.#lapsePartnership(this.partnership))
    return events
  }

  #lapsePartnership(partnership: Partnership): readonly DomainEvent[] {
    const isWaiting = partnership.state === 'proposed' && this.open.length === 0
    const over = decidePartnership(partnership, isWaiting ? { kind: 'not_conclude' } : { kind: 'lapse' }, this.around)
    if (over.kind === 'refused') return []
    this.bury(over.partnership)
    return over.events
  }

  get open(): readonly Proposal[] {
    return this.proposals.filter(({ state }) => state === 'open' || state === 'prepared')
  }

  /** The partnership that counts now. */
  get living(): Partnership | null {
    const { partnership } = this
    return partnership && ['proposed', 'active'].includes(stateOfPartnership(partnership, this.now)) ? partnership : null
  }

  put(proposal: Proposal): void {
    const isKnown = this.proposals.some(({ id }) => id === proposal.id)
    this.proposals = isKnown ? this.proposals.map((one) => (one.id === proposal.id ? proposal : one)) : [...this.proposals, proposal]
  }

  save(partnership: Partnership): void {
    const { grant } = partnership
    if (grant !== null && !this.versions.some(({ version }) => version === grant.version)) this.versions = [...this.versions, grant]
    this.partnership = partnership
    if (partnership.state === 'ended' || partnership.state === 'not_concluded') this.bury(partnership)
  }

  begin(partnership: Partnership): void {
    this.partnership = partnership
    this.proposals = []
    this.versions = []
    this.assignments = []
    this.lives++
  }

  bury(partnership: Partnership): void {
    this.ended.add(partnership.id)
    if (this.flaw === 'what ended goes on') return
    this.partnership = null
    this.proposals = []
    this.versions = []
    this.assignments = []
  }

  newProposal = (): ProposalId => asId(`proposal ${++this.#made}`)
  newInvitation = (): InvitationId => asId(`invitation ${++this.#made}`)
  newPartnership = (): PartnershipId => (this.lives === 0 ? thePartnership : asId(`${thePartnership} ${this.lives + 1}`))
  expiresAt = (): Instant => calendar.plusDays(this.now, 30)
  readonly parties = { partnerId: alpweb, customerId: zuercher }

  #assign({ by, rights }: Extract<Said, { kind: 'assign' }>): Outcome {
    const { living } = this
    if (!living) return { outcome: 'refused', code: 'not_active' }
    const known = members.filter(({ organisationId }) => organisationId === alpweb).map(({ personId }) => personId)
    const before = this.assignments.map((one) => ({ id: one.personId, rights: one.rights }))
    const holding = { partnership: living, known, before, isUnbounded: () => false }
    const assigned = changeHolders(holding, [{ id: anna, rights }], cast[by], this.now)
    if (assigned.kind === 'refused') return { outcome: 'refused', code: assigned.code }
    const { held, added, changed, removed } = assigned
    if (added.length + changed.length + removed.length === 0) return { outcome: 'refused', code: 'nothing_changed' }
    this.assignments = held.map((one) => ({ partnershipId: living.id, personId: one.id, rights: one.rights }))
    const data = { added, changed, removed }
    return { outcome: 'done', events: [{ kind: 'assignment.changed', readers: [alpweb], partnershipId: living.id, data }] }
  }
}
