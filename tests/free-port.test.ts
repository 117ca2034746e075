// A free port stays free until it is used: outgoing connections are given higher ones, and nobody is offered the same twice.
import { expect, test } from 'vitest'
import { freePort } from '../scripts/start/free-port.ts'

test('a free port is below those of outgoing connections', async () => {
  expect(await freePort('127.0.0.1', 0)).toBeLessThan(32_768)
})

test('nobody is offered the same port twice, whether or not the first is in use yet', async () => {
  const ports = [await freePort('127.0.0.1', 0), await freePort('127.0.0.1', 0), await freePort('127.0.0.1', 0)]
  expect(new Set(ports).size).toBe(3)
})
