import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { givenTemporaryDirectory } from './temporary-directory.ts'

const ready = path.resolve('scripts/ready.mjs')

/** A clone with nothing installed, on a machine whose npm fails and whose disk has so many MB left. */
function installed(freeMegabytes: number): SpawnSyncReturns<string> {
  const clone = givenTemporaryDirectory()
  const cache = path.join(clone, 'npm-cache')
  const programs = path.join(clone, 'bin')
  mkdirSync(programs)
  writeFileSync(path.join(programs, 'npm'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  copyFileSync('package-lock.json', path.join(clone, 'package-lock.json'))
  const disk = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'
    fs.statfsSync = () => ({ bavail: ${freeMegabytes}, bsize: 1e6 }); syncBuiltinESMExports()`
  return spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(disk)}`, ready], {
    cwd: clone,
    env: { PATH: `${programs}:/usr/bin:/bin`, npm_config_cache: cache },
    encoding: 'utf8',
  })
}

test('packages that could not be installed on a full disk say how much room is missing', () => {
  const { status, stderr } = installed(104)
  expect(status).toBe(1)
  expect(stderr).toMatch(/npm ci failed, see above\)\. Only 104 MB are free in \/\S+; the packages need about 1140 MB there\.\n$/)
})

test('with room on the disk the registry and the directory are asked about', () => {
  expect(installed(50_000).stderr).toMatch(/Is the package registry reachable, and is this directory writable\?\n$/)
})
