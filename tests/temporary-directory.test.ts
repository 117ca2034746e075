import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { removeLeftovers, temporaryDirectory, throwAway } from '../scripts/temporary-directory.ts'
import { place } from '../src/server/platform/embedded-postgres-files.ts'

test('a database in a temporary directory is where it was asked for, whoever runs it', () => {
  const directory = temporaryDirectory()
  const database = path.join(directory, 'database')
  expect(place(database).directory).toBe(database)
  throwAway(directory)
  expect(existsSync(directory)).toBe(false)
})

test('a database that had to be elsewhere goes with the directory it was asked for', () => {
  const closed = mkdtempSync('/tmp/prokura-closed-') // of mode 0700: as root the database's user cannot get in
  const places = ['database', 'prokura/.data/database'].map((database) => place(path.join(closed, database)).directory)
  for (const found of places) writeFileSync(path.join(found, 'what a database has'), '')
  throwAway(closed)
  expect(places.filter((found) => existsSync(found))).toEqual([])
  expect(existsSync(closed)).toBe(false)
})

test('what a killed run left is removed by the next one, and nothing else', () => {
  const { pid: gone } = spawnSync('true')
  const left = `/tmp/prokura-temporary-${gone}-abcdef`
  const others = [`/tmp/prokura-temporary-${gone}-of-somebody`, `/tmp/prokura-temporary-${process.pid}-abcdef`]
  for (const directory of [left, ...others]) mkdirSync(directory, { mode: 0o700 })
  const database = place(path.join(left, 'database')).directory
  removeLeftovers()
  expect([left, database].filter((directory) => existsSync(directory))).toEqual([])
  expect(others.filter((directory) => existsSync(directory))).toEqual(others)
  for (const directory of others) throwAway(directory)
})
