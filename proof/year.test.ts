import { expect, test } from 'vitest'
import { compare } from './year/compare.ts'
import { simulate } from './year/simulate.ts'
import { startSimulation } from './year/start.ts'

test('a year of 8 partnerships sends exactly the mails that the model predicts', { timeout: 200_000 }, async () => {
  const { simulation, stop } = await startSimulation()
  try {
    const seen = await simulate(simulation, { partnerships: 8, partners: 2, seed: 4 })
    const { equal, missing, unexpected } = compare(seen.predicted, seen.sent)
    expect({ missing, unexpected, failed: seen.failed }).toEqual({ missing: [], unexpected: [], failed: [] })
    expect(equal).toBeGreaterThan(60)
  } finally {
    await stop()
  }
})
