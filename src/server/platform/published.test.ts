import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { openPublished } from './published.ts'

let asked = 0
const http = createServer((request, response) => {
  asked += 1
  if (request.url === '/moved') response.writeHead(302, { location: 'http://127.0.0.1/secret' }).end()
  else if (request.url === '/long') response.end('x'.repeat(100_000))
  else if (request.url !== '/never') response.end('here')
})
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  http.closeAllConnections()
  http.close()
})
const plainPort = (http.address() as AddressInfo).port

test('a name without a public address is not connected to, nor an address in the place of a name', async () => {
  const published = openPublished({ plainPort, timeoutMs: 500, nameServers: ['127.0.0.1:1'] })
  expect(await published.file('alpweb.example', '/')).toBeUndefined()
  for (const host of ['127.0.0.1', '::1', '[::1]', 'localhost']) expect(await published.file(host, '/')).toBeUndefined()
  expect(asked).toBe(0)
})

test('nobody answers: no texts, within the time', async () => {
  expect(await openPublished({ timeoutMs: 200, nameServers: ['127.0.0.1:1'] }).txt('alpweb.example')).toEqual([])
})
