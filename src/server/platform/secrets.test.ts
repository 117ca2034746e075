import { statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { givenTemporaryDirectory } from '../../../tests/temporary-directory.ts'
import { openSecrets, sameSecret } from './secrets.ts'

test('the key is made once, for its owner alone, and found again', () => {
  const directory = givenTemporaryDirectory()
  const sealed = openSecrets(directory, undefined).seal(Buffer.from('JBSWY3DPEHPK3PXP'), 'totp:1')
  expect(openSecrets(directory, undefined).open(sealed, 'totp:1').toString()).toBe('JBSWY3DPEHPK3PXP')
  expect(statSync(path.join(directory, 'secret-key')).mode & 0o777).toBe(0o600)
})

test('a sealed value opens neither for another purpose, nor changed, nor with another key', () => {
  const secrets = openSecrets(givenTemporaryDirectory(), 'ab'.repeat(32))
  const sealed = secrets.seal(Buffer.from('secret'), 'totp:1')
  const changed = Buffer.from(sealed)
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(() => secrets.open(sealed, 'totp:2')).toThrow()
  expect(() => secrets.open(changed, 'totp:1')).toThrow()
  expect(() => openSecrets(givenTemporaryDirectory(), 'cd'.repeat(32)).open(sealed, 'totp:1')).toThrow()
})

test('a derived token is the same each time and different for each subject', () => {
  const secrets = openSecrets(givenTemporaryDirectory(), 'ab'.repeat(32))
  expect(secrets.derive('link', 'a')).toBe(secrets.derive('link', 'a'))
  expect(secrets.derive('link', 'a')).not.toBe(secrets.derive('link', 'b'))
  expect(secrets.derive('a', 'link')).not.toBe(secrets.derive('al', 'ink'))
  expect(sameSecret('a', 'ab')).toBe(false)
})
