// What one running process holds: its settings, its connections, its keys, and what its parts share.
import type pg from 'pg'
import type { Logger } from 'pino'
import type { ActingAtConsole } from './authorization/at-console.ts'
import type { ConsoleOf } from './authorization/console-of-token.ts'
import type { Decisions } from './authorization/decisions.ts'
import type { Doors } from './authorization/doors.ts'
import type { Uses } from './authorization/note-uses.ts'
import type { Config } from './config.ts'
import type { Follower } from './journal/follow.ts'
import type { ReadRecorder } from './journal/record-reads.ts'
import type { Mailer } from './platform/mail.ts'
import type { Metrics } from './platform/metrics.ts'
import type { Published } from './platform/published.ts'
import type { Secrets } from './platform/secrets.ts'
import type { SigningKeys } from './platform/signing-keys.ts'
import type { Transaction } from './platform/transact.ts'

export type House = {
  readonly config: Config
  readonly log: Logger
  /** What links in mails begin with. */
  readonly publicUrl: string
  readonly webDirectory: string
  readonly mailer: Mailer
  /** What others published under their own names. */
  readonly published: Published
  readonly metrics: Metrics
  readonly secrets: Secrets
  /** What Prokura signs with: tokens and receipts. */
  readonly keys: SigningKeys
  /** `files`: downloads hold a connection for as long as their reader takes, so they have connections of their own. */
  readonly pools: {
    readonly app: pg.Pool
    readonly files: pg.Pool
    readonly signIn: pg.Pool
    readonly operator: pg.Pool
    readonly system: pg.Pool
  }
  /** Who wants to hear of what was journalled: live pages. */
  readonly follower: Follower
  /** The live index of this node: decisions from memory, as new as the question. */
  readonly decisions: Decisions
  /** Who answers from memory, here and on other nodes, and since when not any more. */
  readonly doors: Doors
  readonly reads: ReadRecorder
  /** Hears which granted rights are used. */
  readonly uses: Uses
  /** Aborted when this node begins to stop: open streams end. */
  readonly closing: AbortSignal
  /** The console behind the access token that it got with its own credentials. */
  readonly consoleOf: ConsoleOf
  /** In whose name a console asks, given its own token and the one to act with. */
  readonly actingAtConsole: ActingAtConsole
  /** Ends the request unless the token is a provider's key. */
  readonly authoriseProvider: (tx: Transaction, token: string | undefined) => Promise<void>
}
