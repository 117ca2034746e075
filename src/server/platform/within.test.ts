import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { within } from './within.ts'

test('what answers nothing is given up', async () => {
  await expect(within(new Promise(() => {}), 5)).rejects.toThrow('no answer within 5 ms')
})

test('an answer that came while this process was busy counts, though its time is over by then', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const asking = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const [answering] = (await once(server, 'connection')) as [Socket]
  const answer = within(once(asking, 'data'), 10)
  answering.write('here')
  const until = performance.now() + 50
  while (performance.now() < until);
  expect(String((await answer)[0])).toBe('here')
  asking.destroy()
  server.close()
})
