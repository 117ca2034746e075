// A node of the proof of failover, made as main.ts makes one: a live index that is asked, and a follower for live pages.
import { setTimeout as pause } from 'node:timers/promises'
import type { LiveIndex } from '../../src/live-index/live-index.ts'
import { type Decisions, openDecisions } from '../../src/server/authorization/decisions.ts'
import { type Follower, follow } from '../../src/server/journal/follow.ts'
import { type DatabaseAddress, openPool } from '../../src/server/platform/pool.ts'

/** The member that only this copy's history knows. */
export type Copy = { readonly name: string; readonly member: string }

export type Node = {
  readonly settled: (copy: Copy) => Promise<void>
  readonly askUntilSettled: (gone: Copy, now: Copy) => Promise<{ asked: number; stale: number; other: number }>
  readonly isWrong: (now: Copy, all: readonly Copy[]) => Promise<boolean>
  readonly startedAnew: () => number
  readonly hears: (happens: () => Promise<void>) => Promise<boolean>
  readonly close: () => Promise<void>
}

export async function openNode(address: DatabaseAddress, house: string): Promise<Node> {
  const pool = openPool(address, 'prokura_system')
  const decisions = openDecisions(address)
  const follower: Follower = await follow(pool, address)
  let anew = 0
  let heard = 0
  const silence = follower.subscribe(
    () => heard++,
    undefined,
    () => anew++,
  )
  const ask = (who: Copy) => answerOf(decisions, house, who)
  const settled = (copy: Copy) => until(async () => (await ask(copy)) === 'allowed')
  return {
    settled,
    async askUntilSettled(gone, now) {
      const seen = { asked: 0, stale: 0, other: 0 }
      for (let agreed = 0; agreed < 20; ) {
        const [before, after] = await Promise.all([ask(gone), ask(now)])
        seen.asked += 2
        if (before === 'allowed') seen.other++
        if (after === 'denied') seen.other++
        if (before === 'stale') seen.stale++
        if (after === 'stale') seen.stale++
        if (after === 'allowed') agreed++
        else await pause(20)
      }
      return seen
    },
    async isWrong(now, all) {
      const answers = await Promise.all(all.map(ask))
      return answers.some((answer, index) => answer !== (all[index] === now ? 'allowed' : 'denied'))
    },
    startedAnew: () => anew,
    async hears(happens) {
      const before = heard
      await happens()
      return until(async () => heard > before).then(
        () => true,
        () => false,
      )
    },
    async close() {
      silence()
      await decisions.stop()
      await follower.stop()
      await pool.end()
    },
  }
}

async function answerOf(decisions: Decisions, organisationId: string, who: Copy): Promise<'allowed' | 'denied' | 'stale'> {
  const fresh = await decisions.fresh({ consistency: 'strong' })
  if (fresh === 'stale') return 'stale'
  return mayEnter(fresh.index, organisationId, who) ? 'allowed' : 'denied'
}

export const mayEnter = (index: LiveIndex, organisationId: string, who: Copy) =>
  index.isAllowed({ person: who.member, action: 'enter', organisation: organisationId }, 0)

export async function until(holds: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
  const patience = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > patience) throw new Error('it did not come to pass')
    await pause(10)
  }
}
