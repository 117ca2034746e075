import { expect, test } from 'vitest'
import { Refusal } from '../domain/refusal.ts'
import { whileAllowed } from './send-file.ts'

async function* rows(): AsyncGenerator<number> {
  for (let row = 1; row <= 50; row++) yield row
}

test('a download goes on as long as its reader would be let in, and breaks off when not', async () => {
  let asked = 0
  const read: number[] = []
  const stillMay = async () => (++asked > 20 ? new Refusal('not_found') : undefined)
  const reading = (async () => {
    for await (const row of whileAllowed(rows(), stillMay, 0)) read.push(row)
  })()
  await expect(reading).rejects.toThrow(Refusal)
  expect(read).toHaveLength(20)
})

test('one that is allowed comes whole', async () => {
  const read: number[] = []
  for await (const row of whileAllowed(rows(), async () => undefined, 0)) read.push(row)
  expect(read).toHaveLength(50)
})
