// Who asks: the session behind the cookie; or, where a console asks in somebody's name, the session behind the token to act with, for its place only.
import { Refusal } from '../domain/refusal.ts'
import type { Asked } from './asked.ts'
import { findPlaceAtConsole } from './authorization/at-console.ts'
import { type Opening, openWith } from './authorization/opening.ts'
import type { Endpoint } from './endpoint.ts'
import type { House } from './house.ts'
import type { Transaction } from './platform/transact.ts'

/** How the transaction of this request opens. Ends the request when a console asks what is not for consoles, or for another place. */
export async function whoAsks(house: House, endpoint: Endpoint, asked: Asked): Promise<(tx: Transaction) => Promise<Opening>> {
  const { token, actingToken, params } = asked
  if (actingToken === undefined) return (tx) => openWith(tx, { token })
  const at = await house.actingAtConsole(token ?? '', actingToken)
  if (!at) throw new Refusal('not_signed_in')
  if (!isForConsole(endpoint, at.console.families)) throw new Refusal('not_entitled')
  return async (tx) => {
    const place = await findPlaceAtConsole(tx, at)
    if (!place) throw new Refusal('not_signed_in')
    const isHere =
      place.partnershipId === null ? params['organisation'] === place.organisationId : params['partnership'] === place.partnershipId
    if (!isHere) throw new Refusal('not_found')
    return openWith(tx, place)
  }
}

const isForConsole = ({ atConsoles }: Endpoint, families: readonly string[]): boolean =>
  atConsoles === 'any' || (atConsoles !== undefined && families.includes(atConsoles))
