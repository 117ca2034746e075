// What a product console works with: decisions, searches, tokens and zones of one Prokura, under the console's own credentials.
import { type Connection, type Decisions, openDecisions } from './decisions.ts'
import { originOf, type Transport } from './http.ts'
import { openMetadata } from './metadata.ts'
import { type OnBehalf, openOnBehalf } from './on-behalf.ts'
import { openOwnToken } from './own-token.ts'
import { openSearches, type Searches } from './searches.ts'
import { openVerifier } from './signed-token.ts'
import { openTokens, type Tokens } from './tokens.ts'
import { openZones, type Zones } from './zones.ts'

export type { Asking, Because, Decision, Question, Resource } from './question.ts'
export type { Acting, Logout } from './tokens.ts'
export type { ActingToken, RecordInput, Zone, ZoneRecord } from './zones.ts'

export type ProkuraSettings = {
  /** The public address of Prokura, such as `https://prokura.example`: its issuer. Plain http only on this machine. */
  readonly issuer: string
  /** As `npm run console -- add` shows them, once. */
  readonly clientId: string
  readonly clientSecret: string
  /** The console’s own address as it was registered with `--resource`: the audience of the tokens it acts with. */
  readonly resource: string
  /** Origins to ask instead of the issuer’s, in this order: the nodes themselves, from inside. */
  readonly nodes?: readonly string[]
  /** A request without an answer after so many milliseconds counts as failed. 2,000 unless said otherwise. */
  readonly timeoutMs?: number
  /** How far this machine’s clock may differ from Prokura’s when tokens are verified, in seconds. 5 unless said otherwise. */
  readonly toleranceS?: number
  /** Otherwise that of the platform. */
  readonly fetch?: typeof fetch
}

/** One Prokura, as a console sees it. Nothing is asked before it is needed; there is nothing to close. */
export type Prokura = {
  readonly issuer: string
  readonly decisions: Decisions
  readonly searches: Searches
  readonly tokens: Tokens
  readonly onBehalf: OnBehalf
  readonly zones: Zones
  /** For `openReplica` only. */
  readonly connection: Connection
}

/**
 * The client of one Prokura, to be made once and kept.
 *
 * ```ts
 * const prokura = openProkura({ issuer: 'https://prokura.example', clientId, clientSecret, resource: 'https://zones.example/' })
 * const { allowed } = await prokura.decisions.check({ person, action: 'manage', resource: { family: 'domain', product }, visit })
 * ```
 *
 * @throws {ProkuraError} `invalid_request` when an address is none. Everything else is found out when something is asked.
 */
export function openProkura(settings: ProkuraSettings): Prokura {
  const { clientId, clientSecret, resource, timeoutMs = 2_000, toleranceS = 5, nodes = [] } = settings
  const issuer = originOf(settings.issuer)
  const transport: Transport = {
    issuer,
    origins: nodes.length === 0 ? [issuer] : nodes.map((node) => new URL(node).origin),
    timeoutMs,
    fetch: settings.fetch ?? globalThis.fetch,
  }
  const metadata = openMetadata(transport)
  const own = openOwnToken(transport, { clientId, clientSecret }, async () => (await metadata.openId()).tokenEndpoint)
  const connection = { transport, own, metadata }
  return {
    issuer,
    decisions: openDecisions(connection),
    searches: openSearches(connection),
    tokens: openTokens(transport, metadata, openVerifier(transport, metadata), { clientId, clientSecret, issuer, resource, toleranceS }),
    onBehalf: openOnBehalf(connection),
    zones: openZones(connection),
    connection,
  }
}
