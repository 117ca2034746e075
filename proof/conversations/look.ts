// What is true in a conversation at a moment, read from the machines: the same record as the model keeps, and what decide() says of it.
import { decide } from '../../src/domain/authorization/decide.ts'
import type { Facts } from '../../src/domain/authorization/facts.ts'
import { theSession, theVisit } from '../../src/domain/authorization/given-facts.ts'
import { daysAfter, noon, products } from '../../src/domain/given.ts'
import type { PersonId } from '../../src/domain/ids.ts'
import { stateOfInvitation } from '../../src/domain/partnership/invitation.ts'
import { type Proposal, stateOfProposal } from '../../src/domain/partnership/proposal.ts'
import type { RightId } from '../../src/domain/rights/catalogue.ts'
import { later } from '../../src/domain/time.ts'
import { standardVisit, startVisit } from '../../src/domain/visit.ts'
import type { Model, Open } from './model.ts'
import { lookers, members } from './people.ts'
import type { Real } from './real.ts'
import { rights } from './said.ts'

/** As text, so that two looks can be compared: inboxes, partnership, gates, version, ends, payer, open questions, Anna's assignment. */
export type Look = {
  readonly now: number
  readonly text: string
  readonly id: string | null
  readonly state: string | null
  readonly byCustomer: boolean
  readonly byOperator: boolean
  readonly version: number
  readonly payer: string | null
  readonly end: number | null
  readonly granted: ReadonlyMap<string, number | null>
  readonly open: readonly OpenLook[]
  readonly inboxes: readonly (OpenLook | null)[]
  /** By decide(), of a representative and of Anna. */
  readonly allowed: readonly [ReadonlySet<string>, ReadonlySet<string>]
}
export type OpenLook = Pick<Open, 'side' | 'state' | 'askers' | 'payer'> & {
  readonly rights: readonly string[]
  readonly required: readonly string[]
  readonly base: readonly string[] | null
}

export function lookAt(real: Real): Look {
  const { living } = real
  const granted = new Map(living?.grant?.rights.map(({ right, notAfter }) => [right as string, since(notAfter)] as const))
  const open = living ? real.open.filter((one) => stateOfProposal(one, real.now) !== 'expired').map((one) => openLook(one, real)) : []
  const inboxes = real.inboxes.map((inbox) =>
    inbox && stateOfInvitation(inbox.invitation, real.now) !== 'expired' ? openLook(inbox.proposal, real) : null,
  )
  // What only waits for its question is over with it.
  const isThere = living !== null && (living.state === 'active' || open.length > 0)
  const look = {
    state: isThere ? living.state : null,
    byCustomer: isThere && living.suspendedByCustomerAt !== null,
    byOperator: isThere && living.suspendedByOperatorAt !== null,
    version: isThere ? (living.grant?.version ?? 0) : 0,
    payer: isThere ? (living.grant?.terms.payer ?? null) : null,
    end: isThere ? since(living.grant?.notAfter ?? null) : null,
    assigned: isThere ? real.assignments.map((one) => one.rights && [...one.rights].toSorted()) : [],
  }
  const allowed = [allowedTo(real, lookers[0]), allowedTo(real, lookers[1])] as const
  const now = real.now - noon
  return {
    ...look,
    now,
    id: isThere ? living.id : null,
    granted,
    open,
    inboxes,
    allowed,
    text: inWords({ ...look, granted, open, inboxes }),
  }
}

/** The same text, of the model. */
export function modelInWords({ pair, inboxes }: Model): string {
  const show = (open: Open | null) =>
    open && { ...open, rights: [...open.rights], required: [...open.required], base: open.base && [...open.base.rights] }
  const isThere = pair !== null
  return inWords({
    state: pair?.state ?? null,
    byCustomer: pair?.byCustomer ?? false,
    byOperator: pair?.byOperator ?? false,
    version: pair?.version ?? 0,
    payer: pair?.granted?.payer ?? null,
    end: pair?.granted?.end ?? null,
    assigned: !isThere || pair.assigned === undefined ? [] : [pair.assigned && [...pair.assigned].toSorted()],
    granted: new Map(pair?.granted?.rights),
    open: pair?.open ? [show(pair.open) as OpenLook] : [],
    inboxes: inboxes.map((inbox) => show(inbox) as OpenLook | null),
  })
}

type Told = Pick<Look, 'state' | 'byCustomer' | 'byOperator' | 'version' | 'payer' | 'end' | 'granted' | 'open' | 'inboxes'> & {
  readonly assigned: readonly unknown[]
}

function inWords({ granted, open, inboxes, ...rest }: Told): string {
  const question = (one: OpenLook | null) =>
    one &&
    `${one.side} ${one.state} ${listed(one.rights)} !${listed(one.required)} ${one.payer} by ${listed(new Set(one.askers))} on ${one.base ? listed(one.base) : 'nothing'}`
  const rows = [...granted].map(([right, end]) => `${right} ${end}`).toSorted()
  return JSON.stringify({ ...rest, granted: rows, open: open.map(question), inboxes: inboxes.map(question) })
}

function openLook(proposal: Proposal, real: Real): OpenLook {
  const base = real.versions.find(({ version }) => version === proposal.baseVersion)
  return {
    side: proposal.side,
    state: proposal.state === 'prepared' ? 'prepared' : 'open',
    askers: [proposal.personId, proposal.releasedBy].filter((one) => one !== null),
    payer: proposal.terms.payer,
    rights: proposal.rights.map(({ right }) => right),
    required: proposal.rights.filter(({ required }) => required).map(({ right }) => right),
    base: proposal.baseVersion === null ? null : (base?.rights.map(({ right }) => right) ?? []),
  }
}

/** What decide() allows a person of the partner now, in a visit that is open, on a product of the right's family. */
function allowedTo(real: Real, personId: PersonId): ReadonlySet<string> {
  const { partnership } = real
  if (!partnership) return new Set()
  const session = {
    id: theSession,
    personId,
    strength: 'two_factors',
    authenticatedAt: real.now,
    expiresAt: daysAfter(10_000),
    endedAt: null,
  } as const
  const visitor = { id: theVisit, partnershipId: partnership.id, personId, sessionId: theSession }
  const acting = {
    partnership,
    membership: members.find((member) => member.personId === personId && member.organisationId === partnership.partnerId) ?? null,
    admittedByName: false,
    assignments: real.assignments.filter((one) => one.personId === personId),
    visit: startVisit(visitor, standardVisit, later(real.now, 0)),
  }
  const visit = { partnershipId: partnership.id, visitId: theVisit }
  const isAllowed = (action: RightId) => {
    const product = products.find(({ family }) => action.startsWith(family)) ?? null
    const facts: Facts = { session, membership: null, acting, product }
    const question = {
      personId,
      organisationId: partnership.customerId,
      action,
      visit,
      ...(product ? { productId: product.productId } : {}),
    }
    return decide(question, facts, real.now).allowed
  }
  return new Set(rights.filter(isAllowed))
}

const since = (at: number | null): number | null => (at === null ? null : at - noon)
const listed = (names: Iterable<string>): string => [...names].toSorted().join()
