// On whose behalf somebody acts, by name: what a console shows all the time.
import { readAnswer } from './call.ts'
import type { Connection } from './decisions.ts'
import { type ActingToken, askInName } from './in-name.ts'

type Named = { readonly id: string; readonly name: string }

export type Behalf = {
  /** The customer in a visit; otherwise the own organisation. */
  readonly organisation: Named
  /** Of the person, in a visit; null in an own organisation. */
  readonly partner: Named | null
  readonly person: Named
}

/**
 * The names behind a token to act with.
 *
 * @throws {ProkuraError} `refused` (`visit_over`, `access_stopped` …) or `unauthenticated` when it is over.
 */
export type OnBehalf = (as: ActingToken) => Promise<Behalf>

export const openOnBehalf =
  (connection: Connection): OnBehalf =>
  async (as) =>
    readAnswer(await askInName(connection, as, { method: 'GET', path: '/on-behalf' })) as unknown as Behalf
