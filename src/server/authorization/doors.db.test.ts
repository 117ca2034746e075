// Doors: everybody who answers from memory, and the instant since when none of them answers from an older one.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { givenDatabase } from '../../../tests/database.ts'
import { machineWaits } from '../../../tests/machine-waits.ts'
import { leaseMs, openDecisions } from './decisions.ts'
import { openDoors, promiseMs } from './doors.ts'

const database = await givenDatabase()
const happened = async (): Promise<number> => {
  const { rows } = await database.owner.query<{ position: number }>(
    `select seal('[{"kind":"visit.read","body":{},"readers":[]}]') as position`,
  )
  return rows[0]?.position ?? 0
}
const clock = async () => (await database.owner.query<{ now: Date }>('select clock_timestamp() as now')).rows[0]?.now.getTime() ?? 0

async function givenNode() {
  const decisions = openDecisions(database.address)
  const doors = openDoors(database.address, decisions)
  const answers = async () => (await decisions.fresh({ consistency: 'bounded' })) !== 'stale'
  await vi.waitFor(() => expect(decisions.standing().leaseUntil).toBeGreaterThan(performance.now()), { timeout: 20_000 })
  return { decisions, doors, answers, fromMemory: () => decisions.standing().leaseUntil > performance.now() }
}
const first = await givenNode()
afterAll(async () => {
  await first.doors.stop()
  await first.decisions.stop()
})

describe('all nodes', () => {
  test('have reached what happened, soon', async () => {
    const second = await givenNode()
    const position = await happened()
    const waited = machineWaits()
    const before = await clock()
    const closed = await first.doors.closed(position, 5_000)
    expect(closed.isClosed).toBe(true)
    expect(closed.doors.map(({ kind, by }) => [kind, by])).toEqual([
      ['node', 'reached'],
      ['node', 'reached'],
    ])
    expect(closed.at).toBe(Math.max(...closed.doors.map(({ at }) => at)))
    expect(closed.at - before - waited()).toBeLessThan(2_000)
    await second.doors.stop()
    await second.decisions.stop()
  })

  test('that stop in good order are no doors any more', async () => {
    const { doors } = await first.doors.closed(await happened(), 5_000)
    expect(doors).toHaveLength(1)
  })

  test('answer nothing from memory without having promised until when', async () => {
    const decisions = openDecisions(database.address)
    decisions.limit({ from: Infinity, until: -Infinity })
    await decisions.fresh({ consistency: 'strong' })
    expect(decisions.standing()).toMatchObject({ leaseUntil: -Infinity })
    decisions.limit({ from: performance.now(), until: Infinity })
    expect(decisions.standing()).toMatchObject({ leaseUntil: -Infinity })
    await decisions.fresh({ consistency: 'strong' })
    expect(decisions.standing().leaseUntil).toBeGreaterThan(performance.now())
    await decisions.stop()
  })
})

describe('a node that is cut off', () => {
  /** Asked about while its promise ran: where the machine stood still for longer than that, another one is cut off. */
  async function cutOff() {
    for (;;) {
      const second = await givenNode()
      await second.decisions.stop()
      const answeredStill = second.fromMemory()
      const position = await happened()
      const early = await first.doors.closed(position, 600)
      const promisedAtLeast = second.decisions.standing().lookedUntil + promiseMs - leaseMs
      if (answeredStill && performance.now() < promisedAtLeast) return { second, position, early }
      await second.doors.stop()
    }
  }

  test('counts as closed when its promise is over, and answers nothing any more', async () => {
    const { second, position, early } = await cutOff()
    expect(early.isClosed).toBe(false)
    const closed = await first.doors.closed(position, 5_000)
    expect(second.fromMemory()).toBe(false)
    expect(await second.answers()).toBe(false)
    expect(closed.doors.map(({ by }) => by).toSorted()).toEqual(['lease_over', 'reached'])
    expect(closed.at).toBeLessThanOrEqual(early.at)
    expect(closed.at).toBeLessThanOrEqual(await clock())
    expect(early.at - (await clock())).toBeLessThanOrEqual(promiseMs)
    await second.doors.stop()
  })
})

describe('a replica inside a console', () => {
  const replica = { id: 'zones-1', name: 'Zone editor' }

  test('is a door until it says that it has reached the position', async () => {
    first.doors.replicaSeen({ ...replica, position: await happened(), leaseUntil: performance.now() + 60_000 })
    const position = await happened()
    expect(await first.doors.closed(position, 300)).toMatchObject({ isClosed: false })
    const waiting = first.doors.closed(position, 5_000)
    await pause(30)
    first.doors.replicaSeen({ ...replica, position, leaseUntil: performance.now() + 100 })
    const closed = await waiting
    expect(closed.isClosed).toBe(true)
    expect(closed.doors).toContainEqual({ kind: 'replica', name: 'Zone editor', by: 'reached', at: expect.any(Number) })
  })

  test('or until its lease is over', async () => {
    const before = await happened()
    const other = { id: 'zones-2', name: 'Zone editor', leaseUntil: performance.now() + 2_000 }
    first.doors.replicaSeen({ ...other, position: before })
    const position = await happened()
    expect((await first.doors.closed(position, 1)).isClosed).toBe(false)
    const closed = await first.doors.closed(position, 3_000)
    expect(performance.now()).toBeGreaterThanOrEqual(other.leaseUntil)
    expect(closed.doors.filter(({ by }) => by === 'lease_over')).toHaveLength(1)
  })
})
