// Where a follower stands, as it travels.
import type { WireStand } from '../../live-index/replica-wire.ts'
import type { Stand } from '../authorization/fact-feed.ts'

export const wireStand = ({ position, chain, epoch }: Stand): WireStand => ({ position, chain: chain.toString('base64url'), epoch })

export const standOf = ({ position, chain, epoch }: WireStand): Stand => ({ position, chain: Buffer.from(chain, 'base64url'), epoch })

export const isSameStand = (one: Stand, other: Stand): boolean =>
  one.position === other.position && one.epoch === other.epoch && one.chain.equals(other.chain)
