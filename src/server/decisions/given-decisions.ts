// The decision API over an index that a test fills: a partner, two customers, their people and products, and a visit under way.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { inOneGo } from '../../live-index/in-slices.ts'
import { LiveIndex } from '../../live-index/live-index.ts'
import type { Change, GrantedRow, PartnershipRecord } from '../../live-index/records.ts'
import type { Decisions } from '../authorization/decisions.ts'
import { hashToken } from '../platform/secrets.ts'
import { openDecisionApi } from './decision-api.ts'

const id = (kind: number, number: number) => `0199000${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`
export const partner = id(1, 1)
export const customer = id(1, 2)
export const otherCustomer = id(1, 3)
/** Petra administers the partner, Anna works there; Ruth represents the customer, Carl works there. */
export const [petra, anna, ruth, carl] = [id(2, 1), id(2, 2), id(2, 3), id(2, 4)]
export const [domain, otherDomain, mail, foreign] = [id(3, 1), id(3, 2), id(3, 3), id(3, 4)]
export const partnership = id(4, 1)
export const otherPartnership = id(4, 2)
export const [session, ownSession] = [id(5, 1), id(5, 2)]
export const visit = id(6, 1)
export const now = Date.UTC(2026, 10, 28)
const hour = 3_600_000

const granted = (right: string, more: Partial<GrantedRow> = {}): GrantedRow => ({
  ...{ right, scope: 'all', key: '', future: true, notBefore: 0, notAfter: null, grantedAt: 0 },
  ...more,
})

export const partnershipRecord: PartnershipRecord = {
  ...{ id: partnership, customerId: customer, partnerId: partner, state: 'active', suspendedByCustomer: false, suspendedByOperator: false },
  namedPeopleOnly: false,
  ...{ secondFactorNeeded: false, sensitiveSuspended: false, grantedAnew: null },
  grant: {
    ...{ version: 3, notBefore: 0, notAfter: null, securedAt: 0 },
    rows: [
      granted('domain.view'),
      granted('domain.manage', { scope: 'product', key: domain, future: false }),
      granted('mail.view'),
      granted('product.order', { scope: 'family', key: 'domain' }),
      granted('organisation.view', { scope: 'organisation', future: false }),
    ],
  },
  assignments: [{ personId: anna, teamId: null, rights: ['domain.view'], notBefore: 0, notAfter: null }],
  admitted: [],
  ...{ name: 'Bäckerei Zürcher', sortKey: 'backerei zurcher', words: 'backerei zurcher' },
}

const facts: readonly Change[] = [
  { kind: 'partnership', key: partnership, record: partnershipRecord },
  {
    kind: 'partnership',
    key: otherPartnership,
    record: {
      ...{ ...partnershipRecord, id: otherPartnership, customerId: otherCustomer, assignments: [] },
      ...{ name: 'Alpen AG', sortKey: 'alpen ag', words: 'ag alpen' },
    },
  },
  { kind: 'person', key: petra, record: { id: petra, memberships: [{ organisationId: partner, role: 'administrator' }], teams: [] } },
  { kind: 'person', key: anna, record: { id: anna, memberships: [{ organisationId: partner, role: 'collaborator' }], teams: [] } },
  { kind: 'person', key: ruth, record: { id: ruth, memberships: [{ organisationId: customer, role: 'legal_representative' }], teams: [] } },
  { kind: 'person', key: carl, record: { id: carl, memberships: [{ organisationId: customer, role: 'collaborator' }], teams: [] } },
  { kind: 'product', key: domain, record: { id: domain, ownerId: customer, family: 'domain', createdAt: 0 } },
  { kind: 'product', key: otherDomain, record: { id: otherDomain, ownerId: customer, family: 'domain', createdAt: 0 } },
  { kind: 'product', key: mail, record: { id: mail, ownerId: customer, family: 'mail', createdAt: 0 } },
  { kind: 'product', key: foreign, record: { id: foreign, ownerId: otherCustomer, family: 'domain', createdAt: 0 } },
  ...[session, ownSession].map((key, place): Change => {
    const times = { authenticatedAt: now - hour, expiresAt: now + 9 * hour, endedAt: null }
    return { kind: 'session', key, record: { id: key, personId: place === 0 ? petra : ruth, strength: 'two_factors', ...times } }
  }),
  {
    kind: 'visit',
    key: visit,
    record: {
      ...{ id: visit, partnershipId: partnership, personId: petra, sessionId: session, startedAt: now - hour, seenAt: now },
      ...{ idleMinutes: 30, expiresAt: now + 8 * hour, endedAt: null },
    },
  },
]

export type Asked = { readonly status: number; readonly body: Record<string, unknown>; readonly text: string; readonly headers: Headers }

/** `console-token` serves domains; `wide-token` domains, mail and whole organisations. */
export async function givenDecisionApi() {
  const index = new LiveIndex()
  for (const change of facts) index.apply(change)
  inOneGo(index.settle())
  const state = {
    position: 41,
    isStale: false,
    asked: [] as Parameters<Decisions['fresh']>[],
    seen: [] as string[],
    used: [] as string[],
    failures: [] as unknown[],
  }
  const api = openDecisionApi({
    sessionsOf: async (_console, sids) => new Map(sids.map((sid) => [sid, sid])),
    decisions: {
      fresh: async (...how) => {
        state.asked.push(how)
        const { position } = state
        const stand = { position, chain: Buffer.alloc(32), epoch: 1 }
        return state.isStale ? 'stale' : { index, now, position, stand }
      },
    },
    consoleOf: async (token) => {
      if (token === 'console-token') return { id: 'console-1', families: ['domain'] }
      return token === 'wide-token' ? { id: 'console-2', families: ['domain', 'mail', 'organisation'] } : undefined
    },
    secrets: { derive: (purpose, subject) => hashToken(`${purpose} ${subject}`).toString('base64url') },
    wordsOf: async (search) => search.toLowerCase().split(' '),
    used: ({ right }) => void state.used.push(right),
    seen: (visitId, consoleId) => void state.seen.push(`${visitId} in ${consoleId}`),
    publicUrl: 'https://prokura.example',
    headers: { 'x-content-type-options': 'nosniff' },
    times: { add: () => undefined },
    failed: (failure) => void state.failures.push(failure),
  })
  const server = createServer((request, response) => void (api.answers(request, response) || response.writeHead(404).end()))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(() => new Promise((closed) => server.close(closed)))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const send = async (path: string, body: string | undefined, more: Record<string, string> = {}, method = 'POST'): Promise<Asked> => {
    const headers = { authorization: 'Bearer console-token', 'content-type': 'application/json', ...more }
    const response = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body }) })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: text.startsWith('{') ? JSON.parse(text) : {} }
  }
  const ask = (path: string, body: unknown, more?: Record<string, string>) => send(`/access/v1/${path}`, JSON.stringify(body), more)
  return { url, index, state, send, ask }
}

export const wide = { authorization: 'Bearer wide-token' }
