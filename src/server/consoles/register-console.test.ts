// What a console may say about itself.
import { describe, expect, test } from 'vitest'
import { type ConsoleInput, isUsable, readConsole } from './register-console.ts'

const publicUrl = 'https://prokura.example'
const zones: ConsoleInput = {
  name: 'Zone editor',
  families: ['domain'],
  resource: 'https://zones.example/',
  redirectUris: ['https://zones.example/callback'],
  initiateLoginUri: 'https://zones.example/sign-in',
}

describe('an address of a console', () => {
  test.each(['https://zones.example/callback', 'https://zones.example:8443/a?b=c'])('may be %s', (uri) =>
    expect(isUsable(uri, publicUrl)).toBe(true),
  )

  test.each([
    'http://zones.example/',
    'http://localhost:9000/',
    'https://zones.example/#here',
    'https://me:secret@zones.example/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'zones.example',
    'https://zones.example/ x',
    '',
  ])('is not %s', (uri) => expect(isUsable(uri, publicUrl)).toBe(false))

  test('is plain http only between programs of one machine', () => {
    expect(isUsable('http://localhost:9000/', 'http://localhost:4280')).toBe(true)
    expect(isUsable('http://127.0.0.1:9000/', 'http://localhost:4280')).toBe(true)
    expect(isUsable('http://10.0.0.5/', 'http://localhost:4280')).toBe(false)
  })
})

test('a console may stand on our own machine under its one name, to try it', () => {
  const here = { redirectUris: ['http://localhost:4281/callback'], initiateLoginUri: 'http://localhost:4281/sign-in' }
  expect(readConsole({ ...zones, ...here }, 'http://localhost:4280')).toMatchObject(here)
})

test('a console that says everything is taken as it is', () => {
  expect(readConsole(zones, publicUrl)).toEqual({ ...zones, postLogoutRedirectUris: [], backChannelLogoutUri: null })
})

test.each<[string, Partial<ConsoleInput>]>([
  ['families', { families: [] }],
  ['families.0', { families: ['Domain; drop table'] }],
  ['redirectUris', { redirectUris: [] }],
  ['name', { name: '<b>' }],
  ['http://zones.example/logout', { backChannelLogoutUri: 'http://zones.example/logout' }],
  ['ftp://zones.example', { resource: 'ftp://zones.example' }],
  ['https://prokura.example:8443/callback', { redirectUris: ['https://prokura.example:8443/callback'] }],
  ['https://PROKURA.example/zones', { initiateLoginUri: 'https://PROKURA.example/zones' }],
])('what is not usable is named: %s', (named, change) => {
  expect(() => readConsole({ ...zones, ...change }, publicUrl)).toThrow(`${named} is not usable`)
})
