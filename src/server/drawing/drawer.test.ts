import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test, vi } from 'vitest'
import { givenTemporaryDirectory } from '../../../tests/temporary-directory.ts'
import { type Drawer, openDrawer } from './drawer.ts'

const directory = givenTemporaryDirectory()
const drawing = { address: 'https://here.example/r/somebody', language: 'en', zone: 'UTC', width: 64, answers: [] } as const
const node = process.execPath
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  process.execPath = node
  vi.useRealTimers()
})

function placeOf(draw: string): string {
  const place = path.join(directory, 'draw.js')
  writeFileSync(place, `export const draw = ${draw}`)
  return place
}

function given(draw: string) {
  const failures: string[] = []
  const drawer = openDrawer(placeOf(draw), (failure) => failures.push(String(failure)))
  stops.push(drawer.stop)
  return { drawer, failures }
}

/** Until the process draws. */
const firstPicture = (drawer: Drawer) => expect.poll(() => drawer.draw(drawing), { timeout: 20_000 })

test('what is given up still waits in the process: more than sixteen are not sent to it', async () => {
  const { drawer } = given("async ({ address }) => (address.includes('busy') ? new Promise(() => {}) : '<p>drawn</p>')")
  await firstPicture(drawer).toMatchObject({ html: '<p>drawn</p>' })
  const busy = { ...drawing, address: 'https://here.example/r/busy' }
  expect(await Promise.all(Array.from({ length: 16 }, () => drawer.draw(busy)))).toEqual(Array(16).fill(undefined))
  const one = drawer.draw(busy).then(() => 'refused')
  expect(await Promise.race([one, new Promise((resolve) => setImmediate(resolve, 'sent'))])).toBe('refused')
})

test('a process that could not even begin is begun anew', async () => {
  const { drawer, failures } = given("async () => '<p>drawn</p>'")
  process.execPath = path.join(directory, 'no-node')
  expect(await drawer.draw(drawing)).toBeUndefined()
  await expect.poll(() => failures.join()).toContain('The process that draws pages ended')
  process.execPath = node
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 })
  await firstPicture(drawer).toMatchObject({ html: '<p>drawn</p>' })
})

test('a process whose server ends while it begins goes without a word', async () => {
  const hand = fork(path.join(import.meta.dirname, 'drawing-process.ts'), [placeOf("async () => ''")], { silent: true })
  hand.disconnect()
  expect(hand.stderr && (await text(hand.stderr))).toBe('')
})
