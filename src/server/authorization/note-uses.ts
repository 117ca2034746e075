// That a granted right was used, when and by whom: what nobody uses is proposed for taking away. Noted once for each visit, in one statement
// for all of a moment, and never in the way of an answer.
import type pg from 'pg'

/** In a visit, on a product or on none in particular. */
export type Use = { readonly visitId: string; readonly right: string; readonly productId: string | null }

export type Uses = {
  readonly note: (use: Use) => void
  /** Writes down what waits. */
  readonly stop: () => Promise<void>
}

const gatheredForMs = 200
const most = 10_000

/** What cannot be written is noted again with the next use. */
export function openUses(pool: pg.Pool): Uses {
  const noted = new Set<string>()
  let waiting: Use[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const write = () => {
    timer = undefined
    const uses = waiting
    waiting = []
    if (uses.length === 0) return
    writing = writeDown(pool, uses).catch(() => {
      for (const use of uses) noted.delete(keyOf(use))
    })
  }
  return {
    note(use) {
      if (noted.has(keyOf(use))) return
      if (noted.size >= most) noted.clear()
      noted.add(keyOf(use))
      waiting.push(use)
      timer ??= setTimeout(write, gatheredForMs)
    },
    async stop() {
      clearTimeout(timer)
      write()
      await writing
    },
  }
}

/** On each row of the right that reaches the product. As prokura_system. */
async function writeDown(pool: pg.Pool, uses: readonly Use[]): Promise<void> {
  await pool.query(
    `update granted_right g set last_used_at = clock_timestamp(), last_used_by = v.person_id
     from unnest($1::uuid[], $2::text[], $3::uuid[]) as said (visit_id, "right", product_id)
     join visit v on v.id = said.visit_id left join product p on p.id = said.product_id
     where g.customer_id = v.customer_id and g.partnership_id = v.partnership_id and g."right" = said."right"
       and (said.product_id is null or g.scope_kind in ('organisation', 'all')
         or (g.scope_kind = 'family' and g.scope_key = p.family) or (g.scope_kind = 'product' and g.scope_key = p.id::text))`,
    [uses.map(({ visitId }) => visitId), uses.map(({ right }) => right), uses.map(({ productId }) => productId)],
  )
}

const keyOf = ({ visitId, right, productId }: Use): string => `${visitId} ${right} ${productId ?? ''}`
