// A node that is never killed: hears everything, from the first event on, with both kinds of follower.
import { setTimeout as pause } from 'node:timers/promises'
import { openDecisions } from '../../src/server/authorization/decisions.ts'
import { follow } from '../../src/server/journal/follow.ts'
import type { ProofDatabase } from '../database.ts'
import { monotonic } from './start-node.ts'

export type Watch = Awaited<ReturnType<typeof watched>>

export async function watched(database: ProofDatabase) {
  const follower = await follow(database.system, database.address)
  const seen: number[] = [follower.position()]
  const heard = new Map<string, number>()
  follower.subscribe(({ position, body }) => {
    seen.push(position)
    const commit = body['commit']
    if (typeof commit === 'string') heard.set(commit, monotonic())
  })
  const decisions = openDecisions(database.address)
  const looks: { readonly position: number; readonly keys: readonly string[] }[] = []
  await decisions.fresh({ consistency: 'strong' })
  const silence = decisions.onLook(({ position, changes }) => looks.push({ position, keys: changes.map(({ key }) => key) }))
  looks.push({ position: decisions.standing().position, keys: [] })
  return {
    position: follower.position,
    async end(head: number) {
      while (follower.position() < head || decisions.standing().position < head) await pause(50)
      silence()
      await decisions.stop()
      await follower.stop()
      const first = seen[0] ?? 0
      return {
        seen: Array.from({ length: first }, (_, index) => index + 1).concat(seen.slice(1)),
        heard,
        looks: looks.length,
        wrongFacts: await wrongFacts(database, looks),
      }
    },
  }
}

/** Between two looks, what was taken in must be what the journal says changed there. */
async function wrongFacts(
  { owner }: ProofDatabase,
  looks: readonly { readonly position: number; readonly keys: readonly string[] }[],
): Promise<number> {
  const { rows } = await owner.query<{ position: number; key: string }>('select position, key from fact_change order by position')
  let wrong = 0
  let next = rows.findIndex(({ position }) => position > (looks[0]?.position ?? 0))
  for (const [index, { position, keys }] of looks.entries()) {
    if (index > 0 && position < (looks[index - 1]?.position ?? 0)) wrong++
    const expected = new Set<string>()
    for (let row = rows[next]; index > 0 && row && row.position <= position; row = rows[++next]) expected.add(row.key)
    if (index > 0 && (expected.size !== new Set(keys).size || keys.some((key) => !expected.has(key)))) wrong++
  }
  return wrong
}
