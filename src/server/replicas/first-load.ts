// The first load of a replica, page by page. Each page is read as it stands at that moment, by whichever node is asked; what changed meanwhile is
// in the feed from `stand` on, which was read before the first page.
import type pg from 'pg'
import { definitionsOf } from '../../live-index/family-definitions.ts'
import type { ServedPart } from '../../live-index/for-families.ts'
import type { WireAnswer, WirePage } from '../../live-index/replica-wire.ts'
import { kinds, readHead, readPage } from '../authorization/fact-feed.ts'
import { wireStand } from './wire-stand.ts'

const pageSize = 2_000
const first: WirePage = { kind: kinds[0], after: null }

export async function loadPage(pool: pg.Pool, part: ServedPart, page: WirePage | undefined): Promise<WireAnswer> {
  const stand = page === undefined ? { stand: wireStand(await readHead(pool)) } : {}
  const { kind, after } = page ?? first
  const changes = await readPage(pool, { kind, after, limit: pageSize })
  const last = changes.at(-1)?.key
  const following = kinds[kinds.indexOf(kind) + 1]
  const next =
    changes.length === pageSize && last !== undefined ? { kind, after: last } : following ? { kind: following, after: null } : null
  const reduced = changes.map(part.reduce).filter(({ record }) => record !== null)
  return { kind: 'page', ...stand, families: [...part.families], definitions: definitionsOf(part.families), changes: reduced, next }
}
