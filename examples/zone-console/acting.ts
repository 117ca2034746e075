// The token with which this console acts for somebody at a place: exchanged when they do something, and kept while it is good.
import type { ActingToken } from '@prokura/client'
import { ProkuraError } from '@prokura/client/error'
import type { Console } from './console.ts'
import { nameOf, type Opened, type Place } from './place.ts'
import type { Session } from './sessions.ts'

const spareMs = 20_000

/** Throws a ProkuraError of the code `refused` when there is none to be had, with what is missing as its reason. */
export async function actAt({ prokura }: Console, session: Session, place: Place): Promise<ActingToken> {
  const known = session.acting.get(nameOf(place))
  if (known !== undefined && Date.now() + spareMs < known.acting.expiresAt) return known
  const exchanged = await prokura.tokens.exchange(session.accessToken, place)
  session.acting.set(nameOf(place), exchanged)
  return exchanged
}

/** Does something with that token; when it ended early, with a new one. */
export async function acting<T>(console: Console, session: Session, place: Place, work: (as: ActingToken) => Promise<T>): Promise<T> {
  try {
    return await work(await actAt(console, session, place))
  } catch (failure) {
    if (!(failure instanceof ProkuraError) || failure.reason !== 'not_signed_in' || !session.acting.delete(nameOf(place))) throw failure
    return work(await actAt(console, session, place))
  }
}

/** The question of every page and every act. */
export function questionAbout({ person }: Session, { product, place }: Opened, action: 'view' | 'manage') {
  return { person, action, resource: { family: 'domain', product }, ...('visit' in place ? place : {}) }
}
